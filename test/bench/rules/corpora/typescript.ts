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
