import type { Corpus } from './corpus.ts';

export const rust: Corpus = {
  language: 'rust',
  libraries: [
    {
      from: 'debian',
      name: 'librust-serde-json-dev',
      version: '1.0.87-1',
      hash: 'sha256-2d053de630af6649c40a39d9ab6268d5469385289016a1205d0dec196e7b77d2',
    },
    {
      from: 'debian',
      name: 'librust-tokio-dev',
      version: '1.24.2-1',
      hash: 'sha256-8b6d6c9cbfcf1980136c4a1472c31053c3282bcd905b73f5201292c62fb5f873',
    },
    {
      from: 'debian',
      name: 'librust-hyper-dev',
      version: '0.14.19-1',
      hash: 'sha256-aece343fc0a52b2bc5f479962d8ed191ee4ac75716224cfdc693515234e2beef',
    },
    {
      from: 'debian source',
      name: 'rust-clap',
      version: '4.0.32-1',
      hash: 'sha256-a7db700bc935f9e43e88d00b0850dae18a63773cfbec6d8e070fccf7fef89a39',
    },
    {
      from: 'debian',
      name: 'librust-regex-dev',
      version: '1.7.1-1',
      hash: 'sha256-9b8c87bb5aa87c0095f4cc36ed829c80e815c2f71337325bd6e25f8de1fba7f7',
    },
    {
      from: 'debian',
      name: 'librust-reqwest-dev',
      version: '0.11.13-1',
      hash: 'sha256-f7cb9988a97c1ac17a5729b7d3900ee5419e15954f55677c8a4f1ba9af44f749',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'rust-ripgrep',
      version: '13.0.0-4',
      hash: 'sha256-f37c9d2c2bc7e00bd2653e13771397b94e452583da9b9494eabef627618d64bf',
    },
    {
      from: 'debian source',
      name: 'rust-fd-find',
      version: '8.6.0-3',
      hash: 'sha256-c69c79334a9156267f0bd35464d6868854d6bcb29eb6af0eea337760e4850f00',
    },
    {
      from: 'debian source',
      name: 'rust-bat',
      version: '0.22.1-4',
      hash: 'sha256-390af597f3bece93f693ecfabbcc182b2ca473c8e29fcfdb2374b5e86207e4b5',
    },
    {
      from: 'debian source',
      name: 'rust-exa',
      version: '0.10.1-4',
      hash: 'sha256-04b8049a14b743985f26184c67f2f41f8b17268af0e2e7790facdb25b0e2a7b5',
    },
  ],
  releases: [
    [
      {
        from: 'debian',
        name: 'librust-regex-dev',
        version: '1.7.1-1',
        hash: 'sha256-9b8c87bb5aa87c0095f4cc36ed829c80e815c2f71337325bd6e25f8de1fba7f7',
      },
      {
        from: 'debian',
        name: 'librust-regex-dev',
        version: '1.11.1-2',
        hash: 'sha256-628a25f7400d081681b712ac1a6522d1ff0de1f0f615c9c33a24eec5782b0066',
      },
    ],
    [
      {
        from: 'debian',
        name: 'librust-tokio-dev',
        version: '1.24.2-1',
        hash: 'sha256-8b6d6c9cbfcf1980136c4a1472c31053c3282bcd905b73f5201292c62fb5f873',
      },
      {
        from: 'debian',
        name: 'librust-tokio-dev',
        version: '1.43.1-1',
        hash: 'sha256-e524b6230af1fad10489c2021eec35c1fa78d1c5cc041c4ba300638a31eef90a',
      },
    ],
    [
      {
        from: 'debian',
        name: 'librust-hyper-dev',
        version: '0.14.19-1',
        hash: 'sha256-aece343fc0a52b2bc5f479962d8ed191ee4ac75716224cfdc693515234e2beef',
      },
      {
        from: 'debian',
        name: 'librust-hyper-dev',
        version: '1.5.2-1',
        hash: 'sha256-363ee99131450013a7332dbf8aad254789f5e9e4032ecab3075b9ed63a9820c7',
      },
    ],
    [
      {
        from: 'debian',
        name: 'librust-serde-json-dev',
        version: '1.0.87-1',
        hash: 'sha256-2d053de630af6649c40a39d9ab6268d5469385289016a1205d0dec196e7b77d2',
      },
      {
        from: 'debian',
        name: 'librust-serde-json-dev',
        version: '1.0.139-1',
        hash: 'sha256-57a10142537b4f1ec783c3a79f52182b37f77e3d77b65437da4ddce096e1e104',
      },
    ],
    [
      {
        from: 'debian',
        name: 'librust-reqwest-dev',
        version: '0.11.13-1',
        hash: 'sha256-f7cb9988a97c1ac17a5729b7d3900ee5419e15954f55677c8a4f1ba9af44f749',
      },
      {
        from: 'debian',
        name: 'librust-reqwest-dev',
        version: '0.12.15-1',
        hash: 'sha256-dd49c7391b33a29b52d2c17b9603858f74af64365f2db27db2bc547aaeebea6d',
      },
    ],
  ],
};
