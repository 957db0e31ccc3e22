import { parseArgs } from 'node:util';
import { LANGUAGES, type LanguageId } from '../../../server/src/core/questions/languageId.ts';
import type { Rule } from '../../../server/src/core/questions/rule.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';

export type Part = 'noise' | 'planted' | 'precision' | 'foreign' | 'speed';

export interface Options {
  readonly parts: readonly Part[];
  readonly languages: readonly LanguageId[];
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** Functions of each language. */
  readonly nFunctions: number;
  /** Examples printed of each rule. */
  readonly nShown: number;
  /** Labelled questions wanted of each rule: some will be unsure, some will go with a mend. */
  readonly nLabels: number;
  /** Minutes of the processor that a language may take while questions for readers are drawn. */
  readonly maxMinutes: number;
  /** Not to measure, but: fetch the code, write questions for readers, or take what readers wrote. */
  readonly instead: 'fetch' | 'collect' | 'take' | undefined;
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
      labels: { type: 'string', default: '38' },
      minutes: { type: 'string', default: '5' },
      fetch: { type: 'boolean', default: false },
      collect: { type: 'boolean', default: false },
      take: { type: 'boolean', default: false },
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
    nLabels: Number(values.labels),
    maxMinutes: Number(values.minutes),
    instead: insteads.find((name) => values[name]),
  };
}

const insteads = ['fetch', 'collect', 'take'] as const;

const PARTS: readonly Part[] = ['noise', 'planted', 'precision', 'foreign', 'speed'];
