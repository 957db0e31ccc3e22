import { words } from '../words.ts';

/** Packages of npm that are used most, each with its near names that are others' good work. */
export const NPM: ReadonlySet<string> = words(`
  color jsdoc mssql
  @angular/common @angular/core @angular/router @anthropic-ai/sdk @apollo/client @apollo/server
  @aws-sdk/client-dynamodb @aws-sdk/client-s3 @azure/identity @babel/core @babel/preset-env
  @babel/runtime @emotion/react @emotion/styled @faker-js/faker @fortawesome/fontawesome-free
  @google-cloud/storage @headlessui/react @heroicons/react @hookform/resolvers @langchain/core
  @modelcontextprotocol/sdk @mui/icons-material @mui/material @nestjs/common @nestjs/config
  @nestjs/core @octokit/core @octokit/rest @opentelemetry/api @playwright/test @prisma/client
  @radix-ui/react-dialog @radix-ui/react-slot @reduxjs/toolkit @sentry/node @sentry/react
  @storybook/react @stripe/stripe-js @supabase/supabase-js @tanstack/react-query
  @tanstack/react-table @testing-library/jest-dom @testing-library/react
  @testing-library/user-event @types/express @types/jest @types/lodash @types/node @types/react
  @typescript-eslint/eslint-plugin @typescript-eslint/parser @vitejs/plugin-react
  abort-controller ace-builds acorn adm-zip agenda ai ajv ajv-formats amqplib angular
  ansi-colors apollo-client apollo-server archiver argon2 astro async async-retry autoprefixer
  ava aws-sdk axios babel-eslint babel-jest babel-loader bcrypt bcryptjs better-sqlite3 big.js
  bignumber.js bindings bl bluebird bn.js body-parser bootstrap browserify buffer bull bullmq
  bulma bunyan busboy bytes c8 camelcase canvas chai chalk change-case chart.js cheerio
  chokidar class-transformer class-validator classnames clone-deep clsx codemirror colorette
  colors commander commitlint compression concat-stream concurrently config connect cookie
  cookie-parser cordova core-js cors cron cross-env cross-fetch cross-spawn crypto-browserify
  crypto-js css-loader cssnano csv-parse csv-parser cuid cypress d3 d3-array d3-scale date-fns
  dayjs debug decimal.js deep-equal deepmerge dequal dexie docusaurus dompurify dotenv
  dotenv-expand drizzle-orm echarts ejs electron electron-builder elliptic elysia engine.io
  enquirer entities esbuild escape-html escodegen eslint eslint-config-prettier
  eslint-plugin-import eslint-plugin-react esprima estraverse event-stream eventemitter3 events
  exceljs execa expo express express-rate-limit express-session express-validator extend faker
  fast-deep-equal fast-glob fast-xml-parser fastify filesize finalhandler firebase
  firebase-admin flexsearch form-data formidable framer-motion fs-extra fuse.js gatsby glob
  globby google-auth-library googleapis got graceful-fs graphql graphql-tag gray-matter grpc
  grunt gsap gulp handlebars hapi he helmet hexo highcharts highlight.js hono htmlparser2
  http-errors http-proxy http-proxy-middleware http-server humanize-duration husky i18next
  iconv-lite idb immer immutable inherits ini inquirer intl-messageformat inversify io-ts ionic
  ioredis is-even is-number is-odd is-promise isomorphic-fetch isomorphic-git jasmine jest
  jest-environment-jsdom jimp joi jose jotai jquery js-yaml jsdom jsonwebtoken jszip kafkajs
  karma keyv kleur knex koa koa-router ky langchain leaflet left-pad lerna less less-loader
  lint-staged listr lit localforage lodash lodash-es lodash.debounce lodash.merge log4js
  loglevel long lottie-web lru-cache lunr luxon lz-string magic-string mapbox-gl markdown-it
  marked mathjs meow merge-descriptors micromatch mikro-orm mime mime-types minimatch minimist
  mkdirp mobx mobx-react mocha moment moment-timezone monaco-editor mongodb mongoose morgan
  mqtt ms msgpackr msw multer multiparty mustache mysql mysql2 nan nanoid needle next next-auth
  next-themes nock node-addon-api node-cache node-cron node-fetch node-forge node-gyp
  node-schedule nodemailer nodemon nunjucks nuxt nx nyc object-assign objection octokit ol
  on-finished openai ora p-limit p-map p-queue p-retry pako papaparse parcel parse5 passport
  passport-jwt passport-local path-to-regexp pdf-lib pdf-parse pdfjs-dist pdfkit pg pg-promise
  picocolors picomatch pinia pino playwright plotly.js pluralize pm2 postcss postcss-loader
  pouchdb preact prettier pretty-bytes prisma prismjs process prompts prosemirror-state
  protobufjs pug puppeteer puppeteer-core qs query-string querystring quill ramda react
  react-chartjs-2 react-dom react-dropzone react-hook-form react-i18next react-icons react-is
  react-markdown react-native react-native-web react-query react-redux react-router
  react-router-dom react-scripts react-select react-table readable-stream recast recharts
  recoil redis redux redux-saga redux-thunk reflect-metadata regenerator-runtime rehype remark
  remark-gfm remix request request-promise reselect resolve restify rimraf rollup rxdb rxjs
  safe-buffer sanitize-html sass sass-loader selenium-webdriver semantic-release semver send
  sendgrid sequelize serve serve-static sharp shelljs shortid simple-git sinon slate
  slick-carousel slugify socket.io socket.io-client sockjs solid-js sortablejs sqlite3
  storybook stream-browserify string-width strip-ansi stripe style-loader styled-components
  stylelint superagent superstruct supertest svelte swiper swr tailwind-merge tailwindcss tape
  tar three through2 tinymce toml trpc ts-jest ts-node tslib tsup tsx tsyringe turbo tweetnacl
  twilio type-graphql typed.js typeorm typescript underscore undici unified unzipper url-parse
  urql uuid valibot validator vite vitest vscode-languageclient vscode-languageserver
  vscode-uri vue vue-i18n vue-router vuetify vuex web-tree-sitter web-vitals webpack
  webpack-cli webpack-dev-server webpack-merge whatwg-fetch winston workbox-window wrap-ansi ws
  xlsx xml2js xss yaml yargs yargs-parser yauzl yup zlib zod zustand
`);
