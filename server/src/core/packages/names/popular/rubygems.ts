import { words } from '../words.ts';

/** Gems that are used most. */
export const RUBYGEMS: ReadonlySet<string> = words(`
  aasm actionpack active_model_serializers activemodel activerecord activesupport aws-sdk
  aws-sdk-s3 bcrypt bootsnap brakeman builder bundler byebug cancancan capybara carrierwave
  cocoon colorize concurrent-ruby delayed_job devise doorkeeper dotenv dotenv-rails dry-struct
  dry-validation elasticsearch excon factory_bot factory_bot_rails faker faraday figaro fog
  friendly_id google-protobuf grape graphql grpc haml hanami httparty i18n image_processing
  importmap-rails jbuilder jekyll json jwt kaminari kramdown letter_opener listen lograge mail
  middleman mini_magick minitest money money-rails mongoid msgpack multi_json mysql2
  newrelic_rpm nokogiri oj omniauth omniauth-oauth2 pagy paper_trail paperclip pg pry
  pry-byebug puma pundit rack rack-cors rack-test rails railties rake ransack rbs redcarpet
  redis resque rest-client roda rouge rspec rspec-core rspec-rails rubocop rubocop-rails
  rubocop-rspec sass-rails sassc searchkick selenium-webdriver sentry-ruby sequel shrine
  sidekiq simple_form simplecov sinatra slim sorbet spring sqlite3 standard steep
  stimulus-rails stripe thin thor tty-prompt turbo-rails typhoeus tzinfo unicorn vcr
  web-console webmock webpacker will_paginate yajl-ruby zeitwerk
`);
