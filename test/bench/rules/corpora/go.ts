import type { Corpus } from './corpus.ts';

export const go: Corpus = {
  language: 'go',
  libraries: [
    {
      from: 'debian source',
      name: 'golang-github-gorilla-mux',
      version: '1.8.0-1',
      hash: 'sha256-ea2639259d2ce6f402636655e91eb93ba69c139e3cbf80b044ee393ada53757b',
    },
    {
      from: 'debian source',
      name: 'golang-github-spf13-cobra',
      version: '1.6.1-1',
      hash: 'sha256-f38f8b26895903be06089ff20882fc771dbca12f41cf81d7bd823be65e6cec52',
    },
    {
      from: 'debian',
      name: 'golang-github-gin-gonic-gin-dev',
      version: '1.8.1-1',
      hash: 'sha256-66d916769bcd36a6722b0c92a81719b8faca56f69662b17d1ef7ba257c85367a',
    },
    {
      from: 'debian',
      name: 'golang-github-go-chi-chi-dev',
      version: '5.0.7-1',
      hash: 'sha256-70beea5ca4f20af122e8083c91b56b6055df895595c7d9dcf286fadd4ad26f9b',
    },
    {
      from: 'debian source',
      name: 'golang-github-jmoiron-sqlx',
      version: '1.3.5-1',
      hash: 'sha256-472556123869ef3e65b9df5119fd62d6a2d86bf5c57ece55d7e6fac094cb09dc',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'prometheus',
      version: '2.42.0+ds-5+deb12u1',
      hash: 'sha256-62d510f128aac02f138d6fa839589bc4649f65cae3bd0917aeee033a8889af61',
    },
    {
      from: 'debian source',
      name: 'syncthing',
      version: '1.19.2~ds1-1',
      hash: 'sha256-573774c1d9861a55ae29611c16e0089de069ce63b6f09158023f92c796ed6452',
    },
    {
      from: 'debian source',
      name: 'rclone',
      version: '1.60.1+dfsg-2',
      hash: 'sha256-d3ca2dbc0103a506beb9a51ba8fe102f0990bb7b8ec53e0d7d7a304896d2ab04',
    },
    {
      from: 'debian source',
      name: 'restic',
      version: '0.14.0-1',
      hash: 'sha256-78cdd8994908ebe7923188395734bb3cdc9101477e4163c67e7cc3b8fd3b4bd6',
    },
    {
      from: 'debian source',
      name: 'docker.io',
      version: '26.1.5+dfsg1-9+deb13u1',
      hash: 'sha256-d9784d27676e23db9e2c5b70c4d98e1a0a4a36d0025b7d3fef91d237d8846bcd',
    },
    {
      from: 'debian source',
      name: 'etcd',
      version: '3.5.16-4',
      hash: 'sha256-665f67999b34fa6ab2c0dfabcc5029887316614431bed2f9f3ae128ae587a0eb',
    },
    {
      from: 'debian source',
      name: 'consul',
      version: '1.8.7+dfsg1-2',
      hash: 'sha256-dc595307a2b6fb2110135315e0e6f540590ba8a596fa3bb85ba8bb5749a3aa8e',
    },
    {
      from: 'debian source',
      name: 'containerd',
      version: '1.7.24~ds1-6+deb13u1',
      hash: 'sha256-e35d88a79245e807aebf5d45eb17083c10cf54ad8b226c60c193a0fe0bbf5965',
    },
    {
      from: 'debian source',
      name: 'hugo',
      version: '0.131.0-1',
      hash: 'sha256-e72d8a4a90e2be8a73bb178a4e0135a1a2e2cd5c018d19fd886499715214143a',
    },
    {
      from: 'debian source',
      name: 'influxdb',
      version: '1.6.7~rc0-2',
      hash: 'sha256-bae5ffedd41942d9d06a4a3394c45748c6fdb39c3acfbcbb1326f706bb5fa548',
    },
    {
      from: 'debian source',
      name: 'caddy',
      version: '2.6.2-12+deb13u1',
      hash: 'sha256-3d5d9a14a6f0253de5e83df7e42ec63c05497eb36bf283ca9d4b5be0f152f3f3',
    },
    {
      from: 'debian source',
      name: 'kubernetes',
      version: '1.32.3+ds-2',
      hash: 'sha256-cba503193b4f6a49dcd03cfbe555a26f89538bc73c47e1eb5cd2e9033b70c270',
    },
    {
      from: 'debian source',
      name: 'prometheus-alertmanager',
      version: '0.28.1+ds-1',
      hash: 'sha256-992c17fb8d4f97fbea597ea2638beb3e44af8ae30afcca8d5c5c9f5606c3d823',
    },
    {
      from: 'debian source',
      name: 'snapd',
      version: '2.57.6-1+deb12u1',
      hash: 'sha256-380a51e0d1fe35e130eb8f54a401b38312b591fee09c1b5ce6f39f6bd91e1ade',
    },
    {
      from: 'debian source',
      name: 'lxd',
      version: '5.0.2+git20231211.1364ae4-9+deb13u7',
      hash: 'sha256-e03a147d53feed1f7c94217cac9f79a64747e4eb11a04a934c2b1d24b26ffc1e',
    },
    {
      from: 'debian source',
      name: 'miniflux',
      version: '2.2.6-1',
      hash: 'sha256-2e2ad2369095089a666cf8dc5bb77955ffbd9f579a9cdab9168b0ee4afa5ba2c',
    },
  ],
  releases: [
    [
      {
        from: 'debian source',
        name: 'golang-github-spf13-cobra',
        version: '1.6.1-1',
        hash: 'sha256-f38f8b26895903be06089ff20882fc771dbca12f41cf81d7bd823be65e6cec52',
      },
      {
        from: 'debian source',
        name: 'golang-github-spf13-cobra',
        version: '1.8.1-1',
        hash: 'sha256-5d45f6fcce63f9f4dd12b34a15669335a35ca3f7bf297ba465c3fbf62308e5fe',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'golang-github-gin-gonic-gin',
        version: '1.6.3-3',
        hash: 'sha256-3d89db8a45f56ee85c18ac21d5ba39bf26f498a39d7d04f8b8a289bc95548fe1',
      },
      {
        from: 'debian source',
        name: 'golang-github-gin-gonic-gin',
        version: '1.8.1-3',
        hash: 'sha256-9f6a9a6c2b96c323902d8ee1728152bafdf1894130554a93af5d3f1807c0403b',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'syncthing',
        version: '1.19.2~ds1-1',
        hash: 'sha256-573774c1d9861a55ae29611c16e0089de069ce63b6f09158023f92c796ed6452',
      },
      {
        from: 'debian source',
        name: 'syncthing',
        version: '1.29.5~ds1-2',
        hash: 'sha256-fce1da8bfcf20484012fde7dcc9011af2552b40ac8cc31f63cf218b70dc37c96',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'restic',
        version: '0.14.0-1',
        hash: 'sha256-78cdd8994908ebe7923188395734bb3cdc9101477e4163c67e7cc3b8fd3b4bd6',
      },
      {
        from: 'debian source',
        name: 'restic',
        version: '0.18.0-1',
        hash: 'sha256-fc068d7fdd80dd6a968b57128d736b8c6147aa23bcba584c925eb73832f6523e',
      },
    ],
    [
      {
        from: 'debian',
        name: 'golang-github-spf13-cobra-dev',
        version: '1.6.1-1',
        hash: 'sha256-4f5d20855133319beef3c5b49d3c21a0406f270bf94fb4b6f4d406b691283cb2',
      },
      {
        from: 'debian',
        name: 'golang-github-spf13-cobra-dev',
        version: '1.8.1-1',
        hash: 'sha256-139ec86efbe938a99ae70a7d695334fdc7c691a617c5739f36932b0de4ecdfd9',
      },
    ],
    [
      {
        from: 'debian',
        name: 'golang-github-gin-gonic-gin-dev',
        version: '1.6.3-3',
        hash: 'sha256-9352c43520069b0f7fcb4b7e033a96e6101ad3213f9dd1427bc7fa069a6d7aa6',
      },
      {
        from: 'debian',
        name: 'golang-github-gin-gonic-gin-dev',
        version: '1.8.1-3',
        hash: 'sha256-117702e117bd96f18db202332a0f9ca8489adbc6376a21ca5a486072a11796ba',
      },
    ],
    [
      {
        from: 'debian',
        name: 'golang-github-gorilla-mux-dev',
        version: '1.8.0-1',
        hash: 'sha256-0880a4019fe68496a0e0a749c2948c029e489f49edd448bed2fedaba33f848c2',
      },
      {
        from: 'debian',
        name: 'golang-github-gorilla-mux-dev',
        version: '1.8.1-1',
        hash: 'sha256-966a83aaab1460427230cd8ad46782eb4920bb625279797f5590d2545519ea63',
      },
    ],
    [
      {
        from: 'debian',
        name: 'golang-github-prometheus-client-golang-dev',
        version: '1.14.0-3',
        hash: 'sha256-b95081bf869abc26d70ba2a1dfd9d0ac6675b6ac95c9ffa6e25971ee862e7016',
      },
      {
        from: 'debian',
        name: 'golang-github-prometheus-client-golang-dev',
        version: '1.21.1-1',
        hash: 'sha256-84144ce427b4026191d1c879e4a9e67fc3ef051bf0d3848fba5dce1db84e6694',
      },
    ],
  ],
};
