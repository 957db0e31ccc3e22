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
    {
      from: 'debian',
      name: 'librust-actix-web-dev',
      version: '4.9.0-2',
      hash: 'sha256-dbfda89e8ca62dffde6a86bf2c09c95e9e230de584e34c4b55215c22fda30b64',
    },
    {
      from: 'debian',
      name: 'librust-axum-dev',
      version: '0.7.9-13',
      hash: 'sha256-54766c185060e2ed05437555e5158835f56aa6cd00cae884727fd6915e3e9c22',
    },
    {
      from: 'debian',
      name: 'librust-warp-dev',
      version: '0.3.7-5',
      hash: 'sha256-8f3fea7bd6b8877244f5b86d584cfa454c270df742361c07cc9b3065573dcb1a',
    },
    {
      from: 'debian',
      name: 'librust-sqlx-core-dev',
      version: '0.8.3-2',
      hash: 'sha256-98c95bbcc45aff0ccbbe1b4a46f5700a37819616184b5104b60b784ea49da4c3',
    },
    {
      from: 'debian',
      name: 'librust-diesel-dev',
      version: '2.2.7-2',
      hash: 'sha256-63e2db1e53474d19fda151081697ab6f52864f60204ed758fa2d19665ff3bb62',
    },
    {
      from: 'debian',
      name: 'librust-openssl-dev',
      version: '0.10.72-1',
      hash: 'sha256-e678133f91a24bc1eb0911b34b19f51c2ee76292c2c6e8727f61c331c7b38842',
    },
    {
      from: 'debian',
      name: 'librust-rustls-dev',
      version: '0.23.26+ds-1',
      hash: 'sha256-05499d503f8fc436a6bf944f60df14e8578d212a0d8726b536155f60fd98aca6',
    },
    {
      from: 'debian',
      name: 'librust-sequoia-openpgp-dev',
      version: '2.0.0-2+deb13u1',
      hash: 'sha256-f6b0f78983cf7fad23302b619469e47db32b526da4c6cb81570af63667af1e00',
    },
    {
      from: 'debian',
      name: 'librust-git2-dev',
      version: '0.20.1-1',
      hash: 'sha256-d8efcd362ff93a32fee01174daa42bfad6a1fca4d0ee61a679c3c6ebc4dd875d',
    },
    {
      from: 'debian source',
      name: 'greetd',
      version: '0.10.3-4',
      hash: 'sha256-ee5cb70e0add4ca9c9fe57e47581ab0002d44c07743fb5492469f3b570db640b',
    },
    {
      from: 'debian source',
      name: 'rust-coreutils',
      version: '0.0.30-2',
      hash: 'sha256-5fb5555996d280bd565e3e3681e9e70679cdf1e890d077fb10d1a54dab9ec50f',
    },
    {
      from: 'debian source',
      name: 'cargo',
      version: '0.66.0+ds1-1',
      hash: 'sha256-0f3051d4467a164b85a383a2b5fa6f5f8b2b86c8bf619d225bd1d4bf2c0d34df',
    },
    {
      from: 'debian',
      name: 'librust-gio-dev',
      version: '0.20.9-1',
      hash: 'sha256-7148afae4a57dcca44e93fcd493ece4a54f4b71ae324d3a7465d04ce166af8d8',
    },
    {
      from: 'debian',
      name: 'librust-image-dev',
      version: '0.25.5-3',
      hash: 'sha256-c5004a63f65fd531ef684091c7862f9e72a1de2d6475a97b922efcaafcb7cc07',
    },
    {
      from: 'debian',
      name: 'librust-cargo-dev',
      version: '0.86.0-2',
      hash: 'sha256-f0b10a90c30a0510fc263721232bcca0b7fbef3a985528426a088de1e4c99e5e',
    },
    {
      from: 'debian',
      name: 'librust-zbus-dev',
      version: '5.3.0-2',
      hash: 'sha256-d21e16b94f0adc5ad4ab8e8d3c6ac28164ae427d4981edf8e13300c684fbfbc2',
    },
    {
      from: 'debian',
      name: 'librust-trust-dns-server-dev',
      version: '0.22.0-2',
      hash: 'sha256-cade42185a38b2a48f7fe84e4edb1c754e6c95464bc76c3d9754df89a4dfa4c8',
    },
    {
      from: 'debian source',
      name: 'sccache',
      version: '0.10.0-4',
      hash: 'sha256-d3148d9f3c143fd1282d9c9390f864904aa48ebe143bbf2c7e13de782e77d22c',
    },
    {
      from: 'debian source',
      name: 'suricata',
      version: '1:7.0.10-1+deb13u4',
      hash: 'sha256-8956f7de394652b7cb7ede4a1715b0c46798ac825d11f08a5785b07dae7a945a',
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
