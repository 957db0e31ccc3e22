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
    {
      from: 'debian source',
      name: 'qbittorrent',
      version: '5.1.0-2',
      hash: 'sha256-24e7551bdb355827fa4d89f61058768f7ac678934152531f3a5e01538e426930',
    },
    {
      from: 'debian source',
      name: 'poco',
      version: '1.11.0-3+deb12u1',
      hash: 'sha256-b08cf73926fa92a6c8f3c712e8fb217d5d0c2fa5248ec0281f251fe1e925d2f1',
    },
    {
      from: 'debian source',
      name: 'mumble',
      version: '1.5.735-5+deb13u1',
      hash: 'sha256-db8990079f556a877218d471bcf2c24eb5e4520b652f3c20793d0aadedaae6ae',
    },
    {
      from: 'debian source',
      name: 'icinga2',
      version: '2.14.6-1',
      hash: 'sha256-b4b7f88637a8735d40da2e8f79ea80990f620882b4fa2daab80c96a2fb24e420',
    },
    {
      from: 'debian source',
      name: 'pdns',
      version: '4.9.17-0+deb13u1',
      hash: 'sha256-fa20c27d754b026cb4c5c9b51c2da0d940b82a50f93f9366016b0ce9cc526a04',
    },
    {
      from: 'debian source',
      name: 'passenger',
      version: '6.0.26+ds-1.1',
      hash: 'sha256-32a5361449d63f4d33aa48ea58110fccfa381c4f7976e297489bfa6364e9abb5',
    },
    {
      from: 'debian source',
      name: 'cgit',
      version: '1.2.3+git20240802.70.09d24d7+git2.46.0-1',
      hash: 'sha256-4b024aadeb0a51e1b9e2bd3a2979d4d091f52ac7d36b3e0dbe877817dac6c842',
    },
    {
      from: 'debian source',
      name: 'fcgiwrap',
      version: '1.1.0-16',
      hash: 'sha256-02cd41ad98d0ec28d06d262dd1768ec2daaf9227aa2ae84fd54117cf7f5b5ab9',
    },
    {
      from: 'debian source',
      name: 'megatools',
      version: '1.11.5-1',
      hash: 'sha256-51f78a03748a64b1066ce28a2ca75d98dbef5f00fe9789dc894827f9a913b362',
    },
    {
      from: 'debian source',
      name: 'rtorrent',
      version: '0.9.8-1.1',
      hash: 'sha256-9edf0304bf142215d3bc85a0771446b6a72d0ad8218efbe184b41e4c9c7542af',
    },
    {
      from: 'debian source',
      name: 'sqlitebrowser',
      version: '3.13.0-1',
      hash: 'sha256-3db72b337e9977da65314e2a8557577e465e07e5d6ddf4a6576247d40487b5ab',
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
