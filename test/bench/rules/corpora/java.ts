import type { Corpus } from './corpus.ts';

export const java: Corpus = {
  language: 'java',
  libraries: [
    {
      from: 'debian source',
      name: 'libcommons-lang3-java',
      version: '3.12.0-2+deb12u1',
      hash: 'sha256-f7c22574707611b63bae19ff17f59e24cdd32e2b0e61a50ec9b1b525fbc909d1',
    },
    {
      from: 'debian source',
      name: 'guava-libraries',
      version: '31.1-1',
      hash: 'sha256-3dbb56b34e5ebd1b97184f72d31fbf9da24cc26c28f1ad3714aeeefdeedaed2a',
    },
    {
      from: 'debian source',
      name: 'commons-io',
      version: '2.11.0-2',
      hash: 'sha256-5a55361cf2b97228f94b3c65e3a4af784581debe322be551c44b2776db1c6483',
    },
    {
      from: 'debian source',
      name: 'jackson-databind',
      version: '2.14.0-1+deb12u1',
      hash: 'sha256-ec086218027c3ecf235fcda042bf04d87b4178ee225f0633f062cd20e64f74a9',
    },
    {
      from: 'debian source',
      name: 'httpcomponents-client',
      version: '4.5.14-1',
      hash: 'sha256-659535b7ac7eb59e36435d1a24bc526b5f8d64d5c7d979165110ce2dfa54b1eb',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'tomcat10',
      version: '10.1.55-1~deb12u1',
      hash: 'sha256-c6eb11993e4d007167db6914bc6a205a93e7761d7b2569d2665c789071220222',
    },
    {
      from: 'debian source',
      name: 'h2database',
      version: '2.1.214-1',
      hash: 'sha256-f905521506c4653828fd96b9112e19d84ecedb0aa30b2364ae34c9cf3d03139c',
    },
    {
      from: 'debian source',
      name: 'jabref',
      version: '3.8.2+ds-17',
      hash: 'sha256-da78ffd9c863cdcd7f1f0901a80350b6d20bd12aa480d566a042a7076ae4673f',
    },
    {
      from: 'debian source',
      name: 'freeplane',
      version: '1.7.10-1',
      hash: 'sha256-f098c80afeecc1594b5bc733a33885ebe2a31c9ce4d1a255e221b421069f1ba9',
    },
    {
      from: 'debian source',
      name: 'jetty9',
      version: '9.4.57-1.1~deb13u1',
      hash: 'sha256-0b39eb1e68d54c95a199547ba3919335181d03ce4ee5ff00346d986b33d5992f',
    },
    {
      from: 'debian source',
      name: 'activemq',
      version: '5.17.6+dfsg-2',
      hash: 'sha256-dcb252af55dbed49d6d46b7fafe827a15dd6f9f2f98ca82a4a955e9aba749c73',
    },
    {
      from: 'debian source',
      name: 'hsqldb',
      version: '2.7.4-1',
      hash: 'sha256-cb6ecc1b21bb74965d9d5e489fc3363bbe1f2fec193f61b7e9d036e0e3e69e90',
    },
    {
      from: 'debian source',
      name: 'libspring-java',
      version: '4.3.30-3',
      hash: 'sha256-80b31da14c048f74a0ce0753092228eac751e33fe05bec5f251cdb3a7aed91ca',
    },
    {
      from: 'debian source',
      name: 'josm',
      version: '0.0.svn19369+dfsg-2',
      hash: 'sha256-1f06af63d3b1371da2820debb50a3aae7bbdea90ed7f615de35d60c258e9bbf0',
    },
    {
      from: 'debian source',
      name: 'jedit',
      version: '5.5.0+dfsg-2',
      hash: 'sha256-ab73451f93bf66a6b58437e84cf502f324080c7103fbf26574fddbb706eb77a6',
    },
    {
      from: 'debian source',
      name: 'zookeeper',
      version: '3.9.3-1+deb13u1',
      hash: 'sha256-8bf0b9f872b3c0a6e64f8bc55ffb44cbff6e2712f6467ee5164ca6847466b31b',
    },
    {
      from: 'debian source',
      name: 'dbus-java',
      version: '2.8-11',
      hash: 'sha256-8cecd22810a088b058fe6369bbb7d4db000813584443efe24c38754e07a1020a',
    },
    {
      from: 'debian source',
      name: 'axis',
      version: '1.4-29',
      hash: 'sha256-9c6fd085bf83c76162c186ef755b05bb3cca68ab5ff66d47dcf69efda072ab74',
    },
    {
      from: 'debian source',
      name: 'mariadb-connector-java',
      version: '2.7.6-1',
      hash: 'sha256-6f735e004962a0a7f119e948a96f8aa63466b84eab5da130228de4291c2b2290',
    },
    {
      from: 'debian source',
      name: 'openjpa',
      version: '2.4.2-9',
      hash: 'sha256-bec1be194e9eb59365b5273600eed62e643facaba8fa3b99f9175df6dc04bd1a',
    },
  ],
  releases: [
    [
      {
        from: 'debian source',
        name: 'commons-io',
        version: '2.11.0-2',
        hash: 'sha256-5a55361cf2b97228f94b3c65e3a4af784581debe322be551c44b2776db1c6483',
      },
      {
        from: 'debian source',
        name: 'commons-io',
        version: '2.19.0-1',
        hash: 'sha256-e15d8c5afb162423499afca525642826194f9fe375252ef435c0ec0c49fdc0d3',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'libcommons-lang3-java',
        version: '3.12.0-2+deb12u1',
        hash: 'sha256-f7c22574707611b63bae19ff17f59e24cdd32e2b0e61a50ec9b1b525fbc909d1',
      },
      {
        from: 'debian source',
        name: 'libcommons-lang3-java',
        version: '3.17.0-1+deb13u1',
        hash: 'sha256-b88ec2ca0e4af38a01bbf34b1e04794c058ebdb77039e4de6af98ddfc3b0bfa1',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'h2database',
        version: '2.1.214-1',
        hash: 'sha256-f905521506c4653828fd96b9112e19d84ecedb0aa30b2364ae34c9cf3d03139c',
      },
      {
        from: 'debian source',
        name: 'h2database',
        version: '2.2.220-1',
        hash: 'sha256-62effa81723b63a3d669470836e04871714b5a9976e9fa2fbd14b99566417ee4',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'libcommons-compress-java',
        version: '1.22-1',
        hash: 'sha256-c0270188ea43f7af708ff384a6421597e2eee5d68db152b60ad6e682f0e88160',
      },
      {
        from: 'debian source',
        name: 'libcommons-compress-java',
        version: '1.27.1-2',
        hash: 'sha256-4163cb1b2b94bb3cefa9e55c5f959d48204275506787c593da9c9ff90d3e50a4',
      },
    ],
  ],
};
