import type { Corpus } from './corpus.ts';

export const php: Corpus = {
  language: 'php',
  libraries: [
    {
      from: 'debian source',
      name: 'php-monolog',
      version: '2.9.1-1',
      hash: 'sha256-55d7d62eee001d4e68fe0d53841ede53bd583f4e0e3a172877d9a939f4b3c79e',
    },
    {
      from: 'debian source',
      name: 'doctrine',
      version: '2.14.1+dfsg-1',
      hash: 'sha256-d27bdc159b1a940133c5c40eac6d49e2dc0a4cc6b3232731784967b243cb7f2f',
    },
    {
      from: 'debian',
      name: 'php-doctrine-dbal',
      version: '3.6.1+dfsg-1',
      hash: 'sha256-735ec7daf33658e7defecced1b4bb76eb2bf6883283747366f743ada25f5dd7f',
    },
    {
      from: 'debian',
      name: 'php-league-flysystem',
      version: '1.1.10-1',
      hash: 'sha256-a656d59844471d783ad085e18adf267e1fa65c94bca30bddafdb51e778ccdc45',
    },
    {
      from: 'debian source',
      name: 'symfony',
      version: '5.4.53+dfsg-0+deb12u1',
      hash: 'sha256-515820883adad6d72924de6414d2f51f8a4eea5d95d836075c89abd4ae6471f1',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'roundcube',
      version: '1.6.5+dfsg-1+deb12u9',
      hash: 'sha256-06e8677be8ff0299532add406ad03ba6c9dcc36dd77ce4f4f4e01293bc6cb848',
    },
    {
      from: 'debian source',
      name: 'phpmyadmin',
      version: '4:5.2.1+dfsg-1+deb12u1',
      hash: 'sha256-19cec99e6759af0f6ee8bbacc11584f0127c95d6a26b69ffe11a3de901fe5e60',
    },
    {
      from: 'debian source',
      name: 'dokuwiki',
      version: '0.0.20220731.a-2',
      hash: 'sha256-48ed2ae11fa4a0ae8338af9aedc837601b34e21c0be15d16e2d6228ca7a91f23',
    },
    {
      from: 'debian source',
      name: 'wordpress',
      version: '6.1.9+dfsg1-0+deb12u1',
      hash: 'sha256-42faeb7b4c5cd0e57cfe9863ed6d2758ace8dcdb4e95f0e382dbe737464f36c0',
    },
    {
      from: 'debian',
      name: 'phpldapadmin',
      version: '1.2.6.3-0.3+deb12u1',
      hash: 'sha256-1e8903f3b9d142f57deb1befdc703e242657e54cc4457538f67032a90c028ae2',
    },
    {
      from: 'debian',
      name: 'icingaweb2',
      version: '2.11.4-2+deb12u1',
      hash: 'sha256-2b9af333ff4267632393ad3ccbf53dd95a894ddea43e478c702ac321358366c9',
    },
    {
      from: 'debian source',
      name: 'mediawiki',
      version: '1:1.43.9+dfsg-1~deb13u1',
      hash: 'sha256-3ce10f2f725e11c9da07a0e4f9db7cc7a761ec24a709e9efce6230c08050a9e2',
    },
    {
      from: 'debian source',
      name: 'cacti',
      version: '1.2.30+ds1-1',
      hash: 'sha256-96741cb3a28fd2a983301b87ac7a94f771b804ae4539ace7e3a08e35594bb4de',
    },
    {
      from: 'debian source',
      name: 'tt-rss',
      version: '21~git20210204.b4cbc79+dfsg-1.2',
      hash: 'sha256-13f6c50194645d4a38d7f90087f3346facda781fb7fc4c9018d0ca33a459968a',
    },
    {
      from: 'debian source',
      name: 'spip',
      version: '4.4.21+dfsg-0+deb13u1',
      hash: 'sha256-a6504b7328a4f20b35d55dddd4738f79a664cc65f0b2ff7cfa86fefa5d7f6a19',
    },
    {
      from: 'debian source',
      name: 'zabbix',
      version: '1:7.0.22+dfsg-1~deb13u1',
      hash: 'sha256-534b860cdb3112298aa7df575ad0683adbb1376fe824904b7d220d1c52646d24',
    },
    {
      from: 'debian source',
      name: 'postfixadmin',
      version: '3.3.15+ds-2',
      hash: 'sha256-71dbb0b0436b5cddf2b73298011611e27aeeae2b5c9e3b39e25c315a5504b0e4',
    },
    {
      from: 'debian source',
      name: 'php-horde-imp',
      version: '6.2.27-3',
      hash: 'sha256-83a3d7b88dcf3918ca0bc78a0888485bb8b894e47a014364218ae62654b01416',
    },
    {
      from: 'debian source',
      name: 'phpsysinfo',
      version: '3.4.4-1',
      hash: 'sha256-fab71f09a09881c7fab78f452b4da907e306a5f34069cdeb94f7d1adcbcfac0e',
    },
  ],
  releases: [
    [
      {
        from: 'debian',
        name: 'phpmyadmin',
        version: '4:5.0.4+dfsg2-2+deb11u1',
        hash: 'sha256-9b995e7f9653e460eb63e4cdca1fd57cb5e02d970bedcf6baf4e6f6ce6d8893c',
      },
      {
        from: 'debian',
        name: 'phpmyadmin',
        version: '4:5.2.1+dfsg-1+deb12u1',
        hash: 'sha256-19cec99e6759af0f6ee8bbacc11584f0127c95d6a26b69ffe11a3de901fe5e60',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'roundcube',
        version: '1.6.5+dfsg-1+deb12u9',
        hash: 'sha256-06e8677be8ff0299532add406ad03ba6c9dcc36dd77ce4f4f4e01293bc6cb848',
      },
      {
        from: 'debian source',
        name: 'roundcube',
        version: '1.6.18+dfsg-0+deb13u1',
        hash: 'sha256-b45ae81514616a06af8ddef1d33f0ecb4f07408e2bf5acd5f54a1d583a0b107e',
      },
    ],
    [
      {
        from: 'debian',
        name: 'php-twig',
        version: '3.5.1-1+deb12u3',
        hash: 'sha256-1c6b0b85a6076bc2a96e916121dbb473a650a521b4ff82036fb7806d78dfef03',
      },
      {
        from: 'debian',
        name: 'php-twig',
        version: '3.27.0-0+deb13u1',
        hash: 'sha256-935511aa4b5c01e0762d7b5e52e7913a36210a0021dfb7b5ceb1816974d1381e',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'php-monolog',
        version: '2.9.1-1',
        hash: 'sha256-55d7d62eee001d4e68fe0d53841ede53bd583f4e0e3a172877d9a939f4b3c79e',
      },
      {
        from: 'debian source',
        name: 'php-monolog',
        version: '3.9.0-1',
        hash: 'sha256-6699608b50ed7cc4eea8898d5d9928827a0bfb20190a6f0cdf784e78281c8787',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'dokuwiki',
        version: '0.0.20220731.a-2',
        hash: 'sha256-48ed2ae11fa4a0ae8338af9aedc837601b34e21c0be15d16e2d6228ca7a91f23',
      },
      {
        from: 'debian source',
        name: 'dokuwiki',
        version: '2024-02-06b+dfsg-9',
        hash: 'sha256-59ee73fe2ac72842a58a0b82862f95d269c4acf3a4e699150db080b16dc164f9',
      },
    ],
  ],
};
