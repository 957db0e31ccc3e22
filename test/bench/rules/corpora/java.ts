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
