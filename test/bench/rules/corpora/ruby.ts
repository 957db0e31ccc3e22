import type { Corpus } from './corpus.ts';

export const ruby: Corpus = {
  language: 'ruby',
  libraries: [
    {
      from: 'debian',
      name: 'ruby-rack',
      version: '2.2.22-0+deb12u1',
      hash: 'sha256-18bab2c3caffa2b1a35cd73d49652d749909e87fd2d5b57dd4a594a02a6ad157',
    },
    {
      from: 'debian',
      name: 'ruby-sinatra',
      version: '3.0.5-3+deb12u1',
      hash: 'sha256-7980ec9e78c5e48bf9062111c68296c183c8fb2bb0b522f85e3dc04129221323',
    },
    {
      from: 'debian source',
      name: 'ruby-sidekiq',
      version: '6.4.1+dfsg-1',
      hash: 'sha256-9b66aae6cfe8531410a75cbb78f953842b5524041e105f29aa2f928205607c09',
    },
    {
      from: 'debian source',
      name: 'ruby-devise',
      version: '4.8.1-1',
      hash: 'sha256-85e44619f5cabf16a7716ac643d80e82e88b7dd287900abfafd348a117a3d8a8',
    },
    {
      from: 'debian',
      name: 'ruby-faraday',
      version: '1.1.0-7',
      hash: 'sha256-67e17b9012a198443552c9df47a8cbcea4285aba06c48cc2b772792d3c57e4c0',
    },
    {
      from: 'debian',
      name: 'ruby-grape',
      version: '1.6.2-3',
      hash: 'sha256-46d100d431d3f311b03677947832ddb565963fe92a73320db18760bc38fc0117',
    },
    {
      from: 'debian',
      name: 'ruby-activerecord',
      version: '2:6.1.7.10+dfsg-1~deb12u2',
      hash: 'sha256-c703d1c0bb4d21d39801ac000ebec56c6205301c99263141181e57a5036c77fa',
    },
  ],
  applications: [
    {
      from: 'debian source',
      name: 'redmine',
      version: '5.0.4-5+deb12u1',
      hash: 'sha256-6fccf53629e8beaa6b0c5020a24f5c66acbb7b546d4e6f3fb62974d5e9274ec6',
    },
    {
      from: 'debian',
      name: 'schleuder',
      version: '4.0.3-7+deb12u1',
      hash: 'sha256-dd90651fbfdd0543639631e12f49aa96f3b2f20e1f74cf392446f8d404810cc9',
    },
    {
      from: 'debian',
      name: 'jekyll',
      version: '4.3.1+dfsg-3+deb12u1',
      hash: 'sha256-9bc095fb673699262901b182aa0e147c189708caa21dccaca21d86592be85984',
    },
    {
      from: 'debian',
      name: 'tdiary-core',
      version: '5.2.3-2',
      hash: 'sha256-c8a9b15376076293e5338ea0df097433ed73eb4f3fcf7ee4a4b86820aa5aa6b3',
    },
    {
      from: 'debian',
      name: 'vagrant',
      version: '2.3.4+dfsg-1+deb12u1',
      hash: 'sha256-83822d62ed8f0e55152ac98839878a940aecb980571a2b428fe5e5d8fae9cab0',
    },
    {
      from: 'debian',
      name: 'puppet-agent',
      version: '7.23.0-1',
      hash: 'sha256-4746edc2960b635ca066293b33fd30ac4cd9a8db7e2732bd2d92fb2fe08f2249',
    },
    {
      from: 'debian',
      name: 'capistrano',
      version: '3.17.2-1',
      hash: 'sha256-74c6019df339f64ff57f233b9172f93d17070d7dd907ca0d099147ef6829fbc3',
    },
    {
      from: 'debian source',
      name: 'diaspora-installer',
      version: '0.9.0.0+debian2+nmu1',
      hash: 'sha256-77430fd16f197b83ea1bab8c99e4857e7761758d3340d817882a0e570265410c',
    },
  ],
  releases: [
    [
      {
        from: 'debian',
        name: 'ruby-faraday',
        version: '1.1.0-7',
        hash: 'sha256-67e17b9012a198443552c9df47a8cbcea4285aba06c48cc2b772792d3c57e4c0',
      },
      {
        from: 'debian',
        name: 'ruby-faraday',
        version: '2.12.2-1',
        hash: 'sha256-a9d4716ba27187f83cc393b0b770e6b365e75526643f5a729d10255395a12366',
      },
    ],
    [
      {
        from: 'debian',
        name: 'ruby-rack',
        version: '2.2.22-0+deb12u1',
        hash: 'sha256-18bab2c3caffa2b1a35cd73d49652d749909e87fd2d5b57dd4a594a02a6ad157',
      },
      {
        from: 'debian',
        name: 'ruby-rack',
        version: '3.1.20-0+deb13u1',
        hash: 'sha256-7552d548c1826daed2991ef003dd023b997547282da99fc8479a0fbbec315508',
      },
    ],
    [
      {
        from: 'debian',
        name: 'ruby-sidekiq',
        version: '6.4.1+dfsg-1',
        hash: 'sha256-9b66aae6cfe8531410a75cbb78f953842b5524041e105f29aa2f928205607c09',
      },
      {
        from: 'debian',
        name: 'ruby-sidekiq',
        version: '7.3.2+dfsg-1',
        hash: 'sha256-d9e3ca51b7ff3d6f8edd9b0514e9563f8a504cc9d77b068cf8b091684ed42832',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'redmine',
        version: '5.0.4-5+deb12u1',
        hash: 'sha256-6fccf53629e8beaa6b0c5020a24f5c66acbb7b546d4e6f3fb62974d5e9274ec6',
      },
      {
        from: 'debian source',
        name: 'redmine',
        version: '6.0.5+ds-1',
        hash: 'sha256-222e30b40ac2f4ed84bd8a2530cb07f1f7b4c63ad212566e6a8259749ae0b50c',
      },
    ],
    [
      {
        from: 'debian source',
        name: 'rails',
        version: '2:6.1.7.10+dfsg-1~deb12u2',
        hash: 'sha256-54f0c056757697e2fd6887e622c23fac5eb862a65ac497e9e3a5081a3dc57f66',
      },
      {
        from: 'debian source',
        name: 'rails',
        version: '2:7.2.2.2+dfsg-2~deb13u1',
        hash: 'sha256-0fc71b56afdc4721f45bc4c9134f43e71e7a66ea542b674b1f652743da0d760b',
      },
    ],
  ],
};
