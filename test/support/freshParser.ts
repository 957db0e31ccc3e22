import { createRequire } from 'node:module';
import { loadFresh } from '../../server/src/node/loadCompiled.ts';

type Parser = typeof import('../../server/src/parserMain.ts');

/** The built parser, anew at each call. */
export function freshParser(file: string): Parser {
  const loaded: ReturnType<NodeJS.Require> = loadFresh(file, createRequire(__filename));
  return loaded;
}
