import type { Corpus } from './corpus.ts';

export const cpp: Corpus = {
  language: 'cpp',
  libraries: [
    {
      from: 'debian source',
      name: 'fmtlib',
      version: '9.1.0+ds1-2',
      hash: 'sha256-84ce1c2d0be3a9863935137969dcec6970125caac032f82474640bfc81463583',
    },
    {
      from: 'debian source',
      name: 'leveldb',
      version: '1.23-4',
      hash: 'sha256-9a37f8a6174f09bd622bc723b55881dc541cd50747cbd08831c2a82d620f6d76',
    },
    {
      from: 'debian source',
      name: 'spdlog',
      version: '1:1.10.0+ds-0.4',
      hash: 'sha256-620ca6842b5c21014470bd42eb4716024674214fb973b5ffa3aaea33310ad327',
    },
    {
      from: 'debian source',
      name: 'libjsoncpp',
      version: '1.9.5-4',
      hash: 'sha256-f409856e5920c18d0c2fb85276e24ee607d2a09b5e7d5f0a371368903c275da2',
    },
    {
      from: 'debian source',
      name: 'libpqxx',
      version: '6.4.5-2',
      hash: 'sha256-86921fdb0fe54495a79d5af2c96f2c771098c31e9b352d0834230fd2799ad362',
    },
    {
      from: 'debian source',
      name: 'cpp-httplib',
      version: '0.11.4+ds-1+deb12u1',
      hash: 'sha256-8b1a5df569003b6a4f24c68489bbda5c64aec94697bdc9ebba5d79408b2ae7eb',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'keepassxc',
      version: '2.7.4+dfsg.1-2',
      hash: 'sha256-66fbdc1a2ed1bebb13005b52dc6460860219e385e7aefaf7873be66ac0523408',
    },
    {
      from: 'debian source',
      name: 'btop',
      version: '1.2.13-1',
      hash: 'sha256-668dc4782432564c35ad0d32748f972248cc5c5448c9009faeb3445282920e02',
    },
    {
      from: 'debian source',
      name: 'i2pd',
      version: '2.45.1-1',
      hash: 'sha256-a84b1e3cb5ac45f39af98e63291d34725ef67337e11acbe0e245acde7a5b2b72',
    },
    {
      from: 'debian source',
      name: 'znc',
      version: '1.8.2-3.1+deb12u1',
      hash: 'sha256-ff238aae3f2ae0e44e683c4aee17dc8e4fdd261ca9379d83b48a7d422488de0d',
    },
    {
      from: 'debian source',
      name: 'mosquitto',
      version: '2.0.11-1.2+deb12u2',
      hash: 'sha256-7b36a7198bce85cf31b132f5c6ee36dcf5dadf86fb768501eb1e11ce95d4f78a',
    },
  ],
  releases: [
    [
      {
        from: 'debian source',
        name: 'fmtlib',
        version: '9.1.0+ds1-2',
        hash: 'sha256-84ce1c2d0be3a9863935137969dcec6970125caac032f82474640bfc81463583',
      },
      {
        from: 'debian source',
        name: 'fmtlib',
        version: '10.1.1+ds1-4',
        hash: 'sha256-7000f214d2628f04174822f8048c573f1608194408d7931121595a03f1c18a17',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'spdlog',
        version: '1:1.10.0+ds-0.4',
        hash: 'sha256-620ca6842b5c21014470bd42eb4716024674214fb973b5ffa3aaea33310ad327',
      },
      {
        from: 'debian source',
        name: 'spdlog',
        version: '1:1.15.2+ds-2',
        hash: 'sha256-47c34d1efd947b6b81fe514dc772a8fb7c3a781050f7b19c09099575c16f6d5f',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'keepassxc',
        version: '2.7.4+dfsg.1-2',
        hash: 'sha256-66fbdc1a2ed1bebb13005b52dc6460860219e385e7aefaf7873be66ac0523408',
      },
      {
        from: 'debian source',
        name: 'keepassxc',
        version: '2.7.10+dfsg1-1',
        hash: 'sha256-c0a14b1e1c897f5664f74284db8b339e686411cbcd300d39be8eabd424f7a325',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'znc',
        version: '1.8.2-3.1+deb12u1',
        hash: 'sha256-ff238aae3f2ae0e44e683c4aee17dc8e4fdd261ca9379d83b48a7d422488de0d',
      },
      {
        from: 'debian source',
        name: 'znc',
        version: '1.9.1-2',
        hash: 'sha256-e8a7cf80e19aad510b4e282eaf61b56bc30df88ea2e0f64fadcdd303c4894f3c',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'libjsoncpp',
        version: '1.9.5-4',
        hash: 'sha256-f409856e5920c18d0c2fb85276e24ee607d2a09b5e7d5f0a371368903c275da2',
      },
      {
        from: 'debian source',
        name: 'libjsoncpp',
        version: '1.9.6-3',
        hash: 'sha256-f93b6dd7ce796b13d02c108bc9f79812245a82e577581c4c9aabe57075c90ea2',
      },
    ],
  ],
};
