/** The product's version, put in place by the bundler from package.json. */
declare const COUNTERSIGN_VERSION: string | undefined;

export const VERSION: string =
  typeof COUNTERSIGN_VERSION === 'string' ? COUNTERSIGN_VERSION : '0.0.0-dev';
