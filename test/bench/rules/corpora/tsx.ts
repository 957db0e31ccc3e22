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
    {
      from: 'npm',
      name: '@theia/git',
      version: '1.32.0',
      hash: 'sha512-HYNfU/dK/2egVg4WgmSTbj3ecBOL0ABTw2pPBHm8gjRvWHsWpARJ8DgA2zha3fZnLR93O5mxlwTs1gILXj1mHA==',
    },
    {
      from: 'npm',
      name: '@theia/scm',
      version: '1.75.0',
      hash: 'sha512-NqmwG9BWjictnzY1f0hEPst8ddKEi5EiM5si+EvGdEuWJOq/7i3S+Ym3vGL8Sni429f3Qf3sbEzhdxl2ttYdAQ==',
    },
    {
      from: 'npm',
      name: '@theia/plugin-ext',
      version: '1.75.0',
      hash: 'sha512-mC9HXlhHyszyP0GoJeua+lb4amnKOYk/yYBri7fMOiFun0ll3I8JjFH2A23bzlQtfoZ5E3i9a+Nt/pFeVkkJtQ==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/settingeditor',
      version: '4.6.4',
      hash: 'sha512-XsikkexTQ7Ziz08O19S2oKKNSZDoDckdVRlenLAc/CSwF4snUkUVIxx1Cjp6wr5BywhtN1lgGF1JCGBWwrU7WQ==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/filebrowser',
      version: '4.6.6',
      hash: 'sha512-hIYCM1QgRu9m3jVoLgQQJbX/B7NC7U6CWsV5RygI5gVBvHjYQFoSpsVuOjkcpaP4KmkSUAiRAaRYrk02tK2dGQ==',
    },
    {
      from: 'npm',
      name: '@docusaurus/theme-search-algolia',
      version: '3.10.2',
      hash: 'sha512-1msxllyhi/5m77JukXtp5UFnUAriwZIC1oJ7MTnpQpCwLTbclJi5BK5n28CTZuSXpQN2ewbbnqRgAhMM6c6ihg==',
    },
    {
      from: 'npm',
      name: 'react-admin',
      version: '5.15.4',
      hash: 'sha512-PKTxN6oDdG3uHRs0xWQhlZcT417XJoGBIQt+9k92DLB7st6lxEGQ7HiW1jofI17Dd+nOmDaHQtIbYI+iOfzSGw==',
    },
    {
      from: 'npm',
      name: 'ra-data-fakerest',
      version: '5.15.4',
      hash: 'sha512-3WUkNxhAphUpwCiiOeMAbvy9qWssmLUaLR1NwXtv3IcdZlY+dxXnxU/3TAO54u/dB22scaYElz5C8CVjc2e8dQ==',
    },
    {
      from: 'npm',
      name: '@fluentui/react',
      version: '8.125.7',
      hash: 'sha512-MsputVjgAZEcSzfr6nXBghfZnqu+GKT4NCBwLeSL8yyQEugUxyZJNp4TVZblGdMognyRDbobNn+/zIhEK4sxNQ==',
    },
    {
      from: 'npm',
      name: '@blueprintjs/core',
      version: '6.20.0',
      hash: 'sha512-ykESsMltlWIeQOto7U5F1iyLxpwPn997BS4RfwKforB+VZYxsIWPxhwSydv+T7rg+QXzbG9L64o/ygXDoK2pbQ==',
    },
    {
      from: 'npm',
      name: '@keystone-ui/fields',
      version: '8.0.0',
      hash: 'sha512-0PslLoAYm3/ECg7U9yJEpVxHVglZCREx84LLDYzEg3Pu5LFEap2uy1NsssaCTqb+wzquFZXOqsXBGVUjE7Srlw==',
    },
    {
      from: 'npm',
      name: '@elastic/eui',
      version: '122.1.0',
      hash: 'sha512-PNhKeYDN2G2NZ1RbJEQDdug2girUam0MtDi4DXUBz3yCITZj+D0+Dt+G+aPgAoBVG8W5qxf10Nq4woVH4y1fXw==',
    },
    {
      from: 'npm',
      name: '@patternfly/react-core',
      version: '6.6.1',
      hash: 'sha512-1XEBj+RllMnx+nQNaQaEH08umNdW1/HoqiNiZVBrVACI7GAGqjNR/NOWCbfl3p/o6OggD3M3mlJPhCMmcoOaGg==',
    },
    {
      from: 'npm',
      name: 'grommet',
      version: '2.57.0',
      hash: 'sha512-/8QZHuwAMw3PCUvfJJBXHU1MQAX5WREk+y4V7MmskJgcR9y9vhpluH8g0jA6K2uF5JNZv10W+/k0L4UCO4QYNw==',
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
