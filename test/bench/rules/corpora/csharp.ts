import type { Corpus } from './corpus.ts';

export const csharp: Corpus = {
  language: 'csharp',
  libraries: [
    {
      from: 'debian source',
      name: 'newtonsoft-json',
      version: '6.0.8+dfsg-1.1',
      hash: 'sha256-3b7c77da971bbe1c6fdbb5cbb634d106a86aa30c82647abd9b23d2f31be0c630',
    },
    {
      from: 'debian source',
      name: 'nunit',
      version: '2.6.4+dfsg-1.1',
      hash: 'sha256-daebaa04b4a4ccd2ecf120e8d6f315ef51092d06a6aa42223a12fc2cee3dd361',
    },
    {
      from: 'debian source',
      name: 'dbus-sharp',
      version: '0.8.1-2.1',
      hash: 'sha256-0866c001f2d6e01a6f1b4d080db08d25ba1422e34c7d03020e0e70f3de3a9859',
    },
    {
      from: 'debian source',
      name: 'protobuf',
      version: '3.21.12-3+deb12u1',
      hash: 'sha256-930c2c3b5ecc6c9c12615cf5ad93f1cd6e12d0aba862b572e076259970ac3a53',
    },
    {
      from: 'debian source',
      name: 'thrift',
      version: '0.17.0-2',
      hash: 'sha256-f5888bcd3b8de40c2c2ab86896867ad9b18510deb412cba3e5da76fb4c604c29',
    },
    {
      from: 'debian source',
      name: 'zeroc-ice',
      version: '3.7.8-2.1',
      hash: 'sha256-c48f9e43d65e2b1f5e2af747fd86e7718b5e344b4e9d9a7dc73a84dd0be61f66',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'keepass2',
      version: '2.47+dfsg-2',
      hash: 'sha256-023ec3ec467c24b5bbc839973427cd2c0c31ab6f2f209d6172e68b56a5039309',
    },
    {
      from: 'debian source',
      name: 'godot',
      version: '3.2.3-stable-1',
      hash: 'sha256-4c2a8e7da1ad05c6223b0ff6cf2be124dad6708b56a8ec9910dc2aaf82a553ae',
    },
    {
      from: 'npm',
      name: 'react-native-windows',
      version: '0.74.0',
      hash: 'sha512-81WtjKka0sdU4WowRWoXvwoeYQ6YmUG1LcWPWOAxFBWznv3hHM443uvV5UCSqYcyyl8v4nd4v/miS/6yfRtJoA==',
    },
    {
      from: 'debian source',
      name: 'mono',
      version: '6.12.0.199+dfsg-6',
      hash: 'sha256-cd811222a744e2c1b376582b59c0150789199ee1840b8ba36e8bf0dd21ed5395',
    },
  ],
  releases: [
    [
      {
        from: 'debian source',
        name: 'keepass2',
        version: '2.47+dfsg-2',
        hash: 'sha256-023ec3ec467c24b5bbc839973427cd2c0c31ab6f2f209d6172e68b56a5039309',
      },
      {
        from: 'debian source',
        name: 'keepass2',
        version: '2.57+dfsg-3',
        hash: 'sha256-cd73ea2b1222125fb24be1d66d30e3df66893617651f409015cfabb4e48e61e1',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'protobuf',
        version: '3.12.4-1+deb11u1',
        hash: 'sha256-512e5a674bf31f8b7928a64d8adf73ee67b8fe88339ad29adaa3b84dbaa570d8',
      },
      {
        from: 'debian source',
        name: 'protobuf',
        version: '3.21.12-11+deb13u1',
        hash: 'sha256-930c2c3b5ecc6c9c12615cf5ad93f1cd6e12d0aba862b572e076259970ac3a53',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'thrift',
        version: '0.17.0-2',
        hash: 'sha256-f5888bcd3b8de40c2c2ab86896867ad9b18510deb412cba3e5da76fb4c604c29',
      },
      {
        from: 'debian source',
        name: 'thrift',
        version: '0.19.0-4',
        hash: 'sha256-d49c896c2724a78701e05cfccf6cf70b5db312d82a17efe951b441d300ccf275',
      },
    ],
  ],
};
