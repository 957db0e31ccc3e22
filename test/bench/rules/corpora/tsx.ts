import type { Corpus } from './corpus.ts';

export const tsx: Corpus = {
  language: 'tsx',
  libraries: [
    {
      from: 'npm',
      name: 'ra-core',
      version: '5.15.4',
      hash: 'sha512-PiKgMexA17IwkTZ2DjZsCszxYvPif6jMQFZqw5JN8EWkyw9m/mWP04yFFCy37/zY9hBZmENHVGJ8SjAvuCJKqw==',
    },
    {
      from: 'npm',
      name: 'ra-ui-materialui',
      version: '5.15.4',
      hash: 'sha512-HFXElL3CWyjDiGWNUj+6BJuZ7fjm9/8+IaFghFTUduk7znub7taha+Xdt92fmm0Zns+YbOd3nh7cLP6out2rKA==',
    },
    {
      from: 'npm',
      name: 'tldraw',
      version: '5.1.1',
      hash: 'sha512-wC6AwtjlDvV1gFZjIm9vSmG6LHeg8v99HTGpzGT9S0Wg0iSIZduEoQgx6Lp6vRkTYfVrGQV//qBDjwhKq3dIJQ==',
    },
    {
      from: 'npm',
      name: '@tanstack/react-query',
      version: '5.108.0',
      hash: 'sha512-DpMbB8pVorEZcsHRa0Z13KQGfmndqvJbuLy9h+xfP8XpuEZBOxzq+QfXGonQ0fAgRSWhc+QsfoRETSTWxAEAVw==',
    },
  ],
  applications: [
    {
      from: 'npm',
      name: '@jupyterlab/notebook',
      version: '4.6.6',
      hash: 'sha512-EOeNOh5U3KTvANNMaSiZxtsBsiCT30lU11sRE/5hWAXk6zTZ4/pqc4nTMhpwUUvwyuwaBhojqu26Fd3TW0Uxtg==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/docmanager',
      version: '4.6.6',
      hash: 'sha512-xlhAC4gLVIC9bNa9Jj6aMj9fEXLW0QQJZCuMKITV59QIXesjJvkFVf0yc6MaogJ9PBIByxtLhDpeoJjkz8uYmQ==',
    },
    {
      from: 'npm',
      name: '@theia/core',
      version: '1.75.0',
      hash: 'sha512-ywAQmsCuwKgf3+HId8/ic4WEzftNoukxVpFJXeVgJj64Ze16A0ixyFdmBTyjfngol4PLjs27Bx2/nk/eJYuuYg==',
    },
    {
      from: 'npm',
      name: '@theia/debug',
      version: '1.75.0',
      hash: 'sha512-EVMnObqzhfGfQLy9NcRiReg4wdB6dF4to7r9G0VaBsO+BDT37l/29/21N35aN1jwWDiyB17GqsOxtCpxxZw8kA==',
    },
    {
      from: 'npm',
      name: '@docusaurus/theme-classic',
      version: '3.10.2',
      hash: 'sha512-JqTSLQmqmA9uKWZsD5iwBGJ4JyKB4/yTw6PsSXVPRJG/6GAm/u+add9Iip+hvwP12/AnPNztrdxsI14NJW4KeA==',
    },
    {
      from: 'npm',
      name: 'create-t3-app',
      version: '7.40.0',
      hash: 'sha512-KvaYqE18ds0j/EZByUwdp5BUPKmvfSsYSPNub5SP2nsgSWelTxIMTRD/d2/na1Qs1r/M7bEEh8CUvEmmmb3uiw==',
    },
    {
      from: 'npm',
      name: 'create-next-app',
      version: '16.4.3',
      hash: 'sha512-4/NiigySbvp7fKT/lmhzoA1NGfcSkpuXqiw3r7TNsQN3V8eeAfpaofLt/1Cpn20Q4L4cdSDpvaOWMtA+nnocJg==',
    },
  ],
  releases: [
    [
      {
        from: 'npm',
        name: 'ra-ui-materialui',
        version: '5.3.3',
        hash: 'sha512-zaODfIoN+uc/9wuzlgFA0CHWZPpHs8kxtSi4i2HwBEFY42x/UoPsCqsRgLYGGJofBqxlD1UqzFRuVAKTEM/1bg==',
      },
      {
        from: 'npm',
        name: 'ra-ui-materialui',
        version: '5.15.4',
        hash: 'sha512-HFXElL3CWyjDiGWNUj+6BJuZ7fjm9/8+IaFghFTUduk7znub7taha+Xdt92fmm0Zns+YbOd3nh7cLP6out2rKA==',
      },
    ],
    [
      {
        from: 'npm',
        name: '@theia/core',
        version: '1.66.2',
        hash: 'sha512-uUOw11OE1kemBqb/rab1KLDLVbzEgia7kjo1xPe7YOUcuYPNRHyC+vc9uqsVI4DLz70VvlP0WCQPQWi01y3AAg==',
      },
      {
        from: 'npm',
        name: '@theia/core',
        version: '1.75.0',
        hash: 'sha512-ywAQmsCuwKgf3+HId8/ic4WEzftNoukxVpFJXeVgJj64Ze16A0ixyFdmBTyjfngol4PLjs27Bx2/nk/eJYuuYg==',
      },
    ],
    [
      {
        from: 'npm',
        name: '@docusaurus/theme-classic',
        version: '3.7.0',
        hash: 'sha512-MnLxG39WcvLCl4eUzHr0gNcpHQfWoGqzADCly54aqCofQX6UozOS9Th4RK3ARbM9m7zIRv3qbhggI53dQtx/hQ==',
      },
      {
        from: 'npm',
        name: '@docusaurus/theme-classic',
        version: '3.10.2',
        hash: 'sha512-JqTSLQmqmA9uKWZsD5iwBGJ4JyKB4/yTw6PsSXVPRJG/6GAm/u+add9Iip+hvwP12/AnPNztrdxsI14NJW4KeA==',
      },
    ],
    [
      {
        from: 'npm',
        name: 'tldraw',
        version: '4.4.1',
        hash: 'sha512-UJaG3DbW0d8gaVOESSiy4zEFc+7ClDT1SvSQNpSl0QLtd6ELIsOWcNMf+RKEPX8Ek4yaGjxeH+w/XW3D/kMJnQ==',
      },
      {
        from: 'npm',
        name: 'tldraw',
        version: '5.4.2',
        hash: 'sha512-hAVjY+X2gln1ogVYkUMC2cee+J5hrAKZbl0WIpKm4HpLsAFdwqVrKzi6UZ8TONOfe4rDgq0+IyHfIn1+XPrHtw==',
      },
    ],
  ],
};
