import type { Corpus } from './corpus.ts';

export const javascript: Corpus = {
  language: 'javascript',
  libraries: [
    {
      from: 'npm',
      name: 'express',
      version: '5.3.0',
      hash: 'sha512-qCqy1xSoaugxOD4IVHb1ZWdkvCF2W3aE2okKouWj8VwJ+ztskSiXoBnCSJqfKT+cVPJhuJqe9YLbY425+Zh00g==',
    },
    {
      from: 'npm',
      name: 'koa',
      version: '3.3.0',
      hash: 'sha512-NdsWJYxVzUuYt718DtEQRhUXqqsAPA4VlaUGrlidjh/T2TP/4OQXqQg4ouUHfHD9f+tgmwLZWPm+JQLgqM9YbA==',
    },
    {
      from: 'npm',
      name: 'fastify',
      version: '5.12.8',
      hash: 'sha512-moP8exb2sCHLUbJkwp+I6C0padhy4D8lp0SdmzY7HhSdZuqm7O/u3o2aq7u8okaQ//33QDzj3G/u+FsSdB8Qzw==',
    },
    {
      from: 'npm',
      name: 'axios',
      version: '1.21.1',
      hash: 'sha512-6eI5Q/Y4u/Um9dDlsRoq5pY2rxnUTv+L4PpLitnbk/i4jb3MxLZ5CsN5Ih3IysbeRYK4pR+P7qfMsOQl9fwwFQ==',
    },
    {
      from: 'npm',
      name: 'knex',
      version: '3.3.0',
      hash: 'sha512-LgWl031hNuLv9Lhxdd9093zULa2aNcoP04Bk29e5NidgRcEr/T0rAr2WYi4BhjTiCDoQiRU56meUE5rppLKZzQ==',
    },
    {
      from: 'npm',
      name: 'mongoose',
      version: '9.12.1',
      hash: 'sha512-wPw1NKurTDShT+kr/JJvhdwPKIJkxFJv5GEbv++QahN8snPR9Fp/BFg6nQbbCyUHBB8DexwwlCQW6SfBD99QCg==',
    },
    {
      from: 'npm',
      name: 'winston',
      version: '3.19.0',
      hash: 'sha512-LZNJgPzfKR+/J3cHkxcpHKpKKvGfDZVPS4hfJCc4cCG0CgYzvlD6yE/S3CIL/Yt91ak327YCpiF/0MyeZHEHKA==',
    },
    {
      from: 'npm',
      name: 'nodemailer',
      version: '10.6.0',
      hash: 'sha512-jWanL7D9GD3jvUDYKmoC5rWTiG8MnBgnN2yV68bgMKip1zUJhiSTyz7Eg+18y8sk5OvdVDzws5nZK5arSI4f5Q==',
    },
  ],
  applications: [
    {
      from: 'npm',
      name: 'ghost',
      version: '5.130.6',
      hash: 'sha512-CAWqPKt+7ws+/1NrVmvuiWiDZDEtutiu7niVMTku9uM29MjfNFFUVKM3giQBpZGZrUORXkWiXSlqbry4QGVrBw==',
    },
    {
      from: 'npm',
      name: 'mongo-express',
      version: '1.0.2',
      hash: 'sha512-Vdxe7Etjsfyej1TU6iJ4wL5HQUYpvVQWQqzDzr9f6B/FTZsoaNev8L30fJmg0bGQfAkTCez4oN4upG0VMnjH9g==',
    },
    {
      from: 'npm',
      name: 'pm2',
      version: '7.0.4',
      hash: 'sha512-rMzoZmZlmJw7hoTbO9cOqcwj407TzUVc84JRaIjmnK8+808zldQT2Sd4rVcqVvXUcI2LoXEf1irMevWfOx5SEQ==',
    },
    {
      from: 'npm',
      name: 'apostrophe',
      version: '4.31.0',
      hash: 'sha512-MFuyeW7wZMciHWVTuB0RXXOaa0MespIt9kLUiwVitFP2qv3mu8JD9hbSpwNWaVwRS0epur2rQ9VAoZBMMztAgA==',
    },
    {
      from: 'npm',
      name: '@node-red/nodes',
      version: '5.0.7',
      hash: 'sha512-VBebFd8jBg8E7wga1tqWetTx+Iv9SfnFCc/Ik4/cci6827WIlbrZLVwqmc278IGmZti7rQeu9LCo9CjVzBsrWw==',
    },
    {
      from: 'npm',
      name: '@node-red/runtime',
      version: '5.0.7',
      hash: 'sha512-ywVeGsMPHoZ5yb7H8dN7WN5oojf3IrfwiNlyWuT/kBd/39yrTlCtlFerD3c5TzYryuxmOmSGeFxIF19Z2+FSYw==',
    },
    {
      from: 'npm',
      name: '@node-red/editor-api',
      version: '5.0.7',
      hash: 'sha512-6guxYp7W+1XfQgGxvnhQ2neBweFJtTK/u/DfIUfSZ8I6QWb57iYSS1feqNjJFDC56dIfPzNiUriYpiR7viw4tw==',
    },
    {
      from: 'npm',
      name: 'express-generator',
      version: '4.16.1',
      hash: 'sha512-tWYEx5Y/Llos2qC6yAETmdqEMEPqNUzJ8btGcSZ2zSr8RYOalzffhvh9zx5OQTctvOgJ9kKYxyvFGAIuUuF/wA==',
    },
  ],
  releases: [
    [
      {
        from: 'npm',
        name: 'mongoose',
        version: '8.23.1',
        hash: 'sha512-gHSPD8qEwRmiXapK17hEnFWZdcFENMegHTcw5XIIg2+7R8eXQvdwSiMpD/A2oG8tKzFLLHyRXd8/eaDPAVwZgQ==',
      },
      {
        from: 'npm',
        name: 'mongoose',
        version: '9.12.1',
        hash: 'sha512-wPw1NKurTDShT+kr/JJvhdwPKIJkxFJv5GEbv++QahN8snPR9Fp/BFg6nQbbCyUHBB8DexwwlCQW6SfBD99QCg==',
      },
    ],
    [
      {
        from: 'npm',
        name: 'ghost',
        version: '6.20.0',
        hash: 'sha512-DJaM8DFFTlGXfrdigsW0QMI3LEr/CTsLTG3lCQEwyEyXjNIDsx5pOaJH92+cFz/oLF9QtYZyZI/QnzHZU2KsYA==',
      },
      {
        from: 'npm',
        name: 'ghost',
        version: '6.65.0',
        hash: 'sha512-D369qivOmfn4YwvBD1DljOGsHnJzBEQhBsiFnBZD+GjWrBpdZQYYNHneiQcKQVJwUom8eHWml1n5FRLQIwVFOg==',
      },
    ],
    [
      {
        from: 'npm',
        name: 'qs',
        version: '6.5.3',
        hash: 'sha512-qxXIEh4pCGfHICj1mAJQ2/2XVZkjCDTcEgfoSQxc/fYivUZxTkk7L3bDBJSoNrEzXI17oUO5Dp07ktqE5KzczA==',
      },
      {
        from: 'npm',
        name: 'qs',
        version: '6.14.0',
        hash: 'sha512-YWWTjgABSKcvs/nWBi9PycY/JiPJqOD4JA6o9Sej2AtvSGarXxKC3OQSk4pAarbdQlKAh5D4FCQkJNkW+GAn3w==',
      },
    ],
    [
      {
        from: 'npm',
        name: 'knex',
        version: '2.5.1',
        hash: 'sha512-z78DgGKUr4SE/6cm7ku+jHvFT0X97aERh/f0MUKAKgFnwCYBEW4TFBqtHWFYiJFid7fMrtpZ/gxJthvz5mEByA==',
      },
      {
        from: 'npm',
        name: 'knex',
        version: '3.1.0',
        hash: 'sha512-GLoII6hR0c4ti243gMs5/1Rb3B+AjwMOfjYm97pu0FOQa7JH56hgBxYf5WK2525ceSbBY1cjeZ9yk99GPMB6Kw==',
      },
    ],
    [
      {
        from: 'npm',
        name: 'fastify',
        version: '4.29.1',
        hash: 'sha512-m2kMNHIG92tSNWv+Z3UeTR9AWLLuo7KctC7mlFPtMEVrfjIhmQhkQnT9v15qA/BfVq3vvj134Y0jl9SBje3jXQ==',
      },
      {
        from: 'npm',
        name: 'fastify',
        version: '5.2.0',
        hash: 'sha512-3s+Qt5S14Eq5dCpnE0FxTp3z4xKChI83ZnMv+k0FwX+VUoZrgCFoLAxpfdi/vT4y6Mk+g7aAMt9pgXDoZmkefQ==',
      },
    ],
  ],
};
