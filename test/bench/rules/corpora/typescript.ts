import type { Corpus } from './corpus.ts';

export const typescript: Corpus = {
  language: 'typescript',
  libraries: [
    {
      from: 'npm',
      name: 'zod',
      version: '4.6.7',
      hash: 'sha512-g8W2D2kU6a8untc053fX1uVBKzM7yqAxW/3zwk83+6RyF2+SKOuV+c0wBDhUwzV1PaGapmZH+rmcUzPf+3CGwg==',
    },
    {
      from: 'npm',
      name: 'rxjs',
      version: '7.8.2',
      hash: 'sha512-dhKf903U/PQZY6boNNtAGdWbG85WAbjT/1xYoZIC7FAY0yWapOBQVsVrDl58W86//e1VpMNBtRV4MaXfdMySFA==',
    },
    {
      from: 'npm',
      name: 'immer',
      version: '11.2.10',
      hash: 'sha512-pzANBj+0A9u+prdhBJ14DVi44vCvVUQzBa8DKt6I0AMCokPHtt722BK9IX5bFC70xUSU9TnzLRIJLTGqIzjEFw==',
    },
    {
      from: 'npm',
      name: '@reduxjs/toolkit',
      version: '2.14.0',
      hash: 'sha512-m/PxMwRe0xLL6XUsAgy0YjInklHcfi9uMwFhJk+QINqjxqPvyc89T5cMjszA5bDmTE0gwGc7zr9LRO4gL+mhaw==',
    },
    {
      from: 'npm',
      name: '@tanstack/query-core',
      version: '5.108.0',
      hash: 'sha512-X9zJUtEV/0D2q9pmGS/Bza8S4bNovSBhZOtdhtu0fzsHwizC6C+Eh/q5CX3MQBchsRMrirWVQmv7Fp4OStzV9g==',
    },
  ],
  applications: [
    {
      from: 'npm',
      name: '@theia/core',
      version: '1.75.0',
      hash: 'sha512-ywAQmsCuwKgf3+HId8/ic4WEzftNoukxVpFJXeVgJj64Ze16A0ixyFdmBTyjfngol4PLjs27Bx2/nk/eJYuuYg==',
    },
    {
      from: 'npm',
      name: '@theia/filesystem',
      version: '1.75.0',
      hash: 'sha512-Kuo8+rC09EwEj1L1BvBGgc9l+kgwhRYlgQhx0gfmzoRbQQ4cA/ga9MO4sq2Hx9EL/hV7NvICL/oJVA8uR9xekw==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/services',
      version: '7.6.6',
      hash: 'sha512-EhjaH69qdWA7HfyM84kIjvE1o0vy1xELMfchGQ+NMgEWhzs4vVgkyazLVCrUM5XCy0cNJ/UcvwUGp/vlco/61Q==',
    },
    {
      from: 'npm',
      name: '@joplin/lib',
      version: '3.6.3',
      hash: 'sha512-OAyhgC/dHJY5cB7Oc48RaDgurA60qe6E1Cc/Rssyhy8lafntN07QtPZpLcZXGuNFdieGsrtYUl8UTVxMEfI7yg==',
    },
    {
      from: 'npm',
      name: '@nestjs/schematics',
      version: '11.1.0',
      hash: 'sha512-lVxGZ46tcdItFMoXr6vyKWlnOsm1SZm/GUqAEDvy2RL4Q4O+3bkziAhrO7Y8JLssFUUvNFEGqAizI52WAxhjDw==',
    },
    {
      from: 'npm',
      name: '@theia/plugin-ext',
      version: '1.75.0',
      hash: 'sha512-mC9HXlhHyszyP0GoJeua+lb4amnKOYk/yYBri7fMOiFun0ll3I8JjFH2A23bzlQtfoZ5E3i9a+Nt/pFeVkkJtQ==',
    },
    {
      from: 'npm',
      name: '@theia/git',
      version: '1.32.0',
      hash: 'sha512-HYNfU/dK/2egVg4WgmSTbj3ecBOL0ABTw2pPBHm8gjRvWHsWpARJ8DgA2zha3fZnLR93O5mxlwTs1gILXj1mHA==',
    },
    {
      from: 'npm',
      name: '@theia/task',
      version: '1.74.1',
      hash: 'sha512-DP/0hNTBlrxQ8vNIcyTl8MKr0LkijJEq/UOjr0tZs3pWSjQPjyfVA1KdBeVdpqGeMQTvB1iOmhv9MrXNNZcl/g==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/application',
      version: '4.6.6',
      hash: 'sha512-bbX8OLwryy/KGz6BO6y8jh4l5boejwSNbjoh1O5vnI8emohp9t0KxJ+3+Cxnv6VqFu99IL8rks9ROHL0G2+q1A==',
    },
    {
      from: 'npm',
      name: '@jupyterlab/docregistry',
      version: '4.6.6',
      hash: 'sha512-DF5a1tqBD4zy1vu2d7cEjCt07JzSvdQ/d+FrQBISnuLLlnf6cmkEUD1CedNVfxf8rT7aITQ1ZPF8aKZza7aQ7Q==',
    },
    {
      from: 'npm',
      name: '@joplin/renderer',
      version: '3.6.3',
      hash: 'sha512-1//xKUelsphVWaP/tBxrFjLfN61jdR6AByHk+LD54blw8Ag+2ZglI/Nb3yuEvWVb9MaGF9OKxiIIChgP1v/miw==',
    },
    {
      from: 'npm',
      name: '@loopback/rest',
      version: '15.0.16',
      hash: 'sha512-USO5ts0WefAoleVG7l3xl7jeq5gks6wMza6j1uDQkyQi9ltGKZVkkZk9LXRwQrf8uqOlGmorKTDZSD4I3GFMaw==',
    },
    {
      from: 'npm',
      name: '@loopback/authentication',
      version: '12.0.16',
      hash: 'sha512-bW1H/MWS3tgQSfZMl7qDmgZBSZxJ8lXWYTLKTu81bxFATlqIxNgc2xGr3V88ZVdTWNaPrFAtoOy9H1cG0xYILA==',
    },
    {
      from: 'npm',
      name: '@feathersjs/express',
      version: '5.0.50',
      hash: 'sha512-nhFctY1qHxspufPzVpx/VcOX7vYRD+fVm4NqL5WlML/pjxQSr2dpy45MLJ9RkcCF2wWnwsq+wEtrtA4yYD4Y7w==',
    },
    {
      from: 'npm',
      name: '@foal/core',
      version: '5.3.0',
      hash: 'sha512-28AQDZfP1Yfh/Mb/2RdWvIKuJA+JR6/bUq3HLTxt83Pt2Tyd6FPbPZ2iHoeS3GIEfndH9OMfmGj1QUvjkJ3gsQ==',
    },
    {
      from: 'npm',
      name: '@tsed/common',
      version: '8.38.0',
      hash: 'sha512-R10c0IUBntTQDDafDeA2+4WaFN+JHJwbz5Ah7ONuc36NHkRmv+Py4vXciEslsb0Owu9FdDxFN+E0juLlZJkraQ==',
    },
    {
      from: 'npm',
      name: '@graphql-mesh/utils',
      version: '1.0.0',
      hash: 'sha512-m61KpsyRH3qNafVZ4ShsduDP16u3ypCnOlERwwAHpt6fcieHpV8PjFBU2iMQpNzKvYJw6xlY5IvqlCEK/TRULg==',
    },
    {
      from: 'npm',
      name: 'typeorm',
      version: '1.1.1',
      hash: 'sha512-og9mG4Lwlvj6MfvYd8yRCzXy73gETtwgTKQ/ISLYvEOpJPy4IrjU/89HK4ZAFmRIbEg1hkIk04v8phTrxfgPmQ==',
    },
    {
      from: 'npm',
      name: '@nestjs/core',
      version: '12.5.1',
      hash: 'sha512-jka7pfgn8Q1kWxT+tbNXzAJNx+DIVid/cldQiUZC2OpE49JNSvjI1EuwFN4ZM+5+/VLdRqOJubJuGR1OES43pw==',
    },
    {
      from: 'npm',
      name: 'verdaccio',
      version: '6.10.4',
      hash: 'sha512-2XjsxiH/ZYWjefbVLY854mo+lz1M14mdhx/tI1278aVXN/D9dTflpw0T6w1oi6WChMLhRogTnz8blL36Ys/dhQ==',
    },
    {
      from: 'npm',
      name: 'n8n-workflow',
      version: '2.41.0',
      hash: 'sha512-Ku0lfzjSrQzv1fVzCzS870MfV7KpiFTborW0T2Rad2baduyJmNZHIyOkxhBZZL91j1I73euONpGtM1n293LRSQ==',
    },
    {
      from: 'npm',
      name: '@actual-app/api',
      version: '26.9.0',
      hash: 'sha512-jlDN/RWOqa5ToIM3k4ShpwMIh9sCMUqYYsS5IvAIykKscGkHdmJ+0YqcLhJrG3qOkWplArp8TNknJWASUMR5AA==',
    },
    {
      from: 'npm',
      name: 'vscode-languageclient',
      version: '11.0.0',
      hash: 'sha512-kVyeGLfyd1M74PbMNPfFkgRnhMYgnt6YGc5uXr/tNMzCpfZ0wFtfiqmqX1M05kkdNgV0HSozEUPvgggJbyIAYw==',
    },
    {
      from: 'npm',
      name: '@angular-devkit/core',
      version: '22.2.7',
      hash: 'sha512-cchZAMsV4d76RDZBlWzPhYxM/Hb6bmq71oUngdrwehMbBbdQu3W9C2tGlvxuPxbRKru9ZlUa14YVXQ0+QnhFtw==',
    },
    {
      from: 'npm',
      name: 'ts-node',
      version: '10.9.2',
      hash: 'sha512-f0FFpIdcHgn8zcPSbf1dRevwt047YMnaiJM3u2w2RewrB+fob/zePZcrOyQoLMMO7aBIddLcQIEK5dYjkLnGrQ==',
    },
    {
      from: 'npm',
      name: 'routing-controllers',
      version: '0.11.3',
      hash: 'sha512-yBZ5kEoeVRlA09Xmnf7ildaSHOYAOFM2GU7sR56uXFwuFI3SyFwZ336g0pV51KFfGm95ZJUWfn2tWE4tV/YK4A==',
    },
  ],
  releases: [
    [
      {
        from: 'npm',
        name: 'rxjs',
        version: '7.0.0',
        hash: 'sha512-I1V/ArAtGJg4kmCfms8fULm0SwYgEsAf2d5WPCBGzTYm2qTjO3Tx4EDFaGjbOox8CeEsC69jQK22mnmfyA26sw==',
      },
      {
        from: 'npm',
        name: 'rxjs',
        version: '7.8.2',
        hash: 'sha512-dhKf903U/PQZY6boNNtAGdWbG85WAbjT/1xYoZIC7FAY0yWapOBQVsVrDl58W86//e1VpMNBtRV4MaXfdMySFA==',
      },
    ],
    [
      {
        from: 'npm',
        name: '@reduxjs/toolkit',
        version: '1.9.0',
        hash: 'sha512-ak11IrjYcUXRqlhNPwnz6AcvA2ynJTu8PzDbbqQw4a3xR4KZtgiqbNblQD+10CRbfK4+5C79SOyxnT9dhBqFnA==',
      },
      {
        from: 'npm',
        name: '@reduxjs/toolkit',
        version: '2.14.0',
        hash: 'sha512-m/PxMwRe0xLL6XUsAgy0YjInklHcfi9uMwFhJk+QINqjxqPvyc89T5cMjszA5bDmTE0gwGc7zr9LRO4gL+mhaw==',
      },
    ],
    [
      {
        from: 'npm',
        name: '@joplin/lib',
        version: '3.4.1',
        hash: 'sha512-BHXx+RdpnRkrczi+FG21xiiUWGYV3xpC1xppt3XEfcbRxdWons2OqabypHJZmlj+Q5sIoqe6WxBmq6Dg832u5Q==',
      },
      {
        from: 'npm',
        name: '@joplin/lib',
        version: '3.6.3',
        hash: 'sha512-OAyhgC/dHJY5cB7Oc48RaDgurA60qe6E1Cc/Rssyhy8lafntN07QtPZpLcZXGuNFdieGsrtYUl8UTVxMEfI7yg==',
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
        name: '@theia/filesystem',
        version: '1.60.2',
        hash: 'sha512-eUMTsIbwYV6y/2jGzD44dE06RFwO/ckdOkTgj43RG034SCWqgMM0jYz+Ghu/L3++OsnDXGWSl1kEi/4gN3kXiQ==',
      },
      {
        from: 'npm',
        name: '@theia/filesystem',
        version: '1.75.0',
        hash: 'sha512-Kuo8+rC09EwEj1L1BvBGgc9l+kgwhRYlgQhx0gfmzoRbQQ4cA/ga9MO4sq2Hx9EL/hV7NvICL/oJVA8uR9xekw==',
      },
    ],
  ],
};
