import type { Corpus } from './corpus.ts';

export const python: Corpus = {
  language: 'python',
  libraries: [
    {
      from: 'debian',
      name: 'python3-requests',
      version: '2.28.1+dfsg-1',
      hash: 'sha256-c75b5c05d8d4a813bd83c3d432ffe65a2ca13e771bc91d4b9787690097598603',
    },
    {
      from: 'debian',
      name: 'python3-click',
      version: '8.1.3-2',
      hash: 'sha256-c3af7e231d711f7fdb9a2fac4954061fe423ea517279bc30bf95a0920738279b',
    },
    {
      from: 'debian',
      name: 'python3-flask',
      version: '2.2.2-3',
      hash: 'sha256-2c8c9a408c2373d8b42f0d3434f17fc1a710bc81e52273b96597b25c57b399d7',
    },
    {
      from: 'debian',
      name: 'python3-sqlalchemy',
      version: '1.4.46+ds1-1',
      hash: 'sha256-141f3ed680b5de944c82aff900b1aeb4909a5d17ee0ddd3d697e250b5f765468',
    },
    {
      from: 'debian',
      name: 'python3-aiohttp',
      version: '3.8.4-1+deb12u1',
      hash: 'sha256-3bd2b3ad6b7618c9c684ba880fddc23cc3436a2d89a4b9459c842c0127234b55',
    },
  ],
  applications: [
    {
      from: 'debian',
      name: 'python3-radicale',
      version: '3.1.8-2',
      hash: 'sha256-9cca658379c15240158a801ceb2d69eec300812bb24aa12b837b03641413cfeb',
    },
    {
      from: 'debian',
      name: 'buildbot',
      version: '3.7.0-2',
      hash: 'sha256-7f19c3a135c51910693acf113f5249bae50aa662b75e204ed2f563b2fb8a5a91',
    },
    {
      from: 'debian',
      name: 'mailman3',
      version: '3.3.8-2~deb12u2',
      hash: 'sha256-c496e0e124c73bc544f9faefff6caaed2868a5303b59e2e2a1c1a98fce99be69',
    },
    {
      from: 'debian',
      name: 'python3-django-hyperkitty',
      version: '1.3.7-1',
      hash: 'sha256-e8b71078aa1e7dc97ecdf34f545eefa5d996fb7b768595e89b783602b1247066',
    },
    {
      from: 'debian',
      name: 'python3-django-postorius',
      version: '1.3.8-3+deb12u1',
      hash: 'sha256-00c833929cc46ac3787ee5e8265787d47594f6bf11104a12515e6cb252816ff6',
    },
    {
      from: 'debian',
      name: 'tryton-server',
      version: '6.0.29-2+deb12u4',
      hash: 'sha256-1b6afd2a03fd0711214dca623002cabf463a90d4024d36b4a3136f0817f99029',
    },
    {
      from: 'debian',
      name: 'gajim',
      version: '1.7.3-2',
      hash: 'sha256-1c463be30dd5f5cc9c2b53e1aff27d24a6518b4903e41c1534a5fe39d46d60f5',
    },
    {
      from: 'debian source',
      name: 'calibre',
      version: '8.5.0+ds-1+deb13u3',
      hash: 'sha256-d396ab5cc6631e73f40516ae3c6ce99de5660345349591b6ff919d31d0251d86',
    },
    {
      from: 'debian source',
      name: 'trac',
      version: '1.6-3',
      hash: 'sha256-79ca328f1061510e62c3c4d03fb141a99294829658fe98011cf27e70a3996a6d',
    },
    {
      from: 'debian source',
      name: 'nova',
      version: '2:31.0.0-6+deb13u2',
      hash: 'sha256-51662e6eafcb3a278f6629683494094f587188fda4e8812ab23709a30dc579bc',
    },
    {
      from: 'debian source',
      name: 'keystone',
      version: '2:27.0.0-3+deb13u5',
      hash: 'sha256-223b27dc676dabd6c9d67e4409fe086f92b5d47bf71ee8c724c3e0d13f26d635',
    },
    {
      from: 'debian source',
      name: 'horizon',
      version: '3:25.3.0-3+deb13u1',
      hash: 'sha256-85186d0da28fcdaef62b17b462dbaf0f8229c96686ae24e07b9e70b4b7751fdb',
    },
    {
      from: 'debian source',
      name: 'electrum',
      version: '4.3.4+dfsg1-1+deb12u1',
      hash: 'sha256-0f4f21f87b9743cbeaa432aafce050a9acd8a5d707f86dac08323729113f5ac8',
    },
    {
      from: 'debian source',
      name: 'deluge',
      version: '2.2.0-1',
      hash: 'sha256-a3c8e48806eca331945947ae6d5e2bac61411664d23b3e061d72bf8b50a34e3c',
    },
    {
      from: 'debian source',
      name: 'python-django',
      version: '3:4.2.28-0+deb13u2',
      hash: 'sha256-a4b9cd881991add394cafa8bb3b11ad1742d1e1470ba99c3ef53dc540316ccfe',
    },
    {
      from: 'debian source',
      name: 'openlp',
      version: '3.1.7+ds-1',
      hash: 'sha256-78898d3907c636b53a1e25bf36f39d38201be33db5d33d086f2020928f294a11',
    },
    {
      from: 'debian source',
      name: 'supervisor',
      version: '4.2.5-3',
      hash: 'sha256-34761bae1a23c58192281a5115fb07fbf22c9b0133c08166beffc70fed3ebc12',
    },
    {
      from: 'debian source',
      name: 'cherrypy3',
      version: '18.10.0-1',
      hash: 'sha256-2d9340bdb04cb6bca1dc7197b64826790dfc9326138ddbaf4ff86c392e5d5a33',
    },
  ],
  releases: [
    [
      {
        from: 'debian',
        name: 'python3-requests',
        version: '2.28.1+dfsg-1',
        hash: 'sha256-c75b5c05d8d4a813bd83c3d432ffe65a2ca13e771bc91d4b9787690097598603',
      },
      {
        from: 'debian',
        name: 'python3-requests',
        version: '2.32.3+dfsg-5+deb13u1',
        hash: 'sha256-7d271bd47c6647b16aec9facc656c39eca763062ec392aea615dd6597b8304c2',
      },
    ],
    [
      {
        from: 'debian',
        name: 'python3-flask',
        version: '2.2.2-3',
        hash: 'sha256-2c8c9a408c2373d8b42f0d3434f17fc1a710bc81e52273b96597b25c57b399d7',
      },
      {
        from: 'debian',
        name: 'python3-flask',
        version: '3.1.1-1+deb13u1',
        hash: 'sha256-c425cf29e147b0968e26d24bee09021ffcc12a1960acbbfdd6fafcfcd22665f7',
      },
    ],
    [
      {
        from: 'debian',
        name: 'python3-aiohttp',
        version: '3.8.4-1+deb12u1',
        hash: 'sha256-3bd2b3ad6b7618c9c684ba880fddc23cc3436a2d89a4b9459c842c0127234b55',
      },
      {
        from: 'debian',
        name: 'python3-aiohttp',
        version: '3.11.16-1+deb13u1',
        hash: 'sha256-bfd26da23cb1d797121644a62c88deb9dc3c48bbf2dd1024facde12711aae845',
      },
    ],
    [
      {
        from: 'debian',
        name: 'mailman3',
        version: '3.3.8-2~deb12u2',
        hash: 'sha256-c496e0e124c73bc544f9faefff6caaed2868a5303b59e2e2a1c1a98fce99be69',
      },
      {
        from: 'debian',
        name: 'mailman3',
        version: '3.3.10-2',
        hash: 'sha256-7bc94f0eefc5b565d86d8582eb2be6e6a51d34fbb34cea47bc41fc8fb3f46260',
      },
    ],
    [
      {
        from: 'debian',
        name: 'gajim',
        version: '1.7.3-2',
        hash: 'sha256-1c463be30dd5f5cc9c2b53e1aff27d24a6518b4903e41c1534a5fe39d46d60f5',
      },
      {
        from: 'debian',
        name: 'gajim',
        version: '2.1.1-2',
        hash: 'sha256-1a1ae6cf73c20fc146ecb07d215b484a8b26a1950ef75ab523cae156b3433853',
      },
    ],
    [
      {
        from: 'debian',
        name: 'tryton-server',
        version: '6.0.29-2+deb12u4',
        hash: 'sha256-1b6afd2a03fd0711214dca623002cabf463a90d4024d36b4a3136f0817f99029',
      },
      {
        from: 'debian',
        name: 'tryton-server',
        version: '7.0.30-1+deb13u2',
        hash: 'sha256-8e604b72b9c4c9673a93e511933aed2031dcdd3dfa82dbc82f998824378204d9',
      },
    ],
    [
      {
        from: 'debian',
        name: 'python3-sqlalchemy',
        version: '1.4.46+ds1-1',
        hash: 'sha256-141f3ed680b5de944c82aff900b1aeb4909a5d17ee0ddd3d697e250b5f765468',
      },
      {
        from: 'debian',
        name: 'python3-sqlalchemy',
        version: '2.0.40+ds1-1',
        hash: 'sha256-207640cf7bd30292d892406c4cf96c8784b09b21ec9e2fedabb0cab3fd34eb73',
      },
    ],
  ],
};
