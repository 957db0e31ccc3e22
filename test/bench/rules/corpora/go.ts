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
  ],
};
