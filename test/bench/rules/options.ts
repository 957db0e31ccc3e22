import { parseArgs } from 'node:util';
import { LANGUAGES, type LanguageId } from '../../../server/src/core/questions/languageId.ts';
import type { Rule } from '../../../server/src/core/questions/rule.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';

export type Part = 'noise' | 'planted' | 'foreign' | 'speed';

export interface Options {
  readonly parts: readonly Part[];
  readonly languages: readonly LanguageId[];
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** Functions of each language. */
  readonly nFunctions: number;
  /** Examples printed of each rule. */
  readonly nShown: number;
  readonly isFetchOnly: boolean;
}

/** What the command line asks for; without anything, all of it. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', default: PARTS.join() },
      rules: { type: 'string' },
      seed: { type: 'string', default: '7' },
      functions: { type: 'string', default: '1000' },
      show: { type: 'string', default: '0' },
      fetch: { type: 'boolean', default: false },
    },
  });
  const ids = values.rules?.split(',');
  return {
    parts: PARTS.filter((part) => values.only.split(',').includes(part)),
    languages: LANGUAGES.filter(
      (language) => positionals.length === 0 || positionals.includes(language),
    ),
    rules: rules.filter(({ id }) => ids?.includes(id) ?? true),
    seed: Number(values.seed),
    nFunctions: Number(values.functions),
    nShown: Number(values.show),
    isFetchOnly: values.fetch,
  };
}

const PARTS: readonly Part[] = ['noise', 'planted', 'foreign', 'speed'];
