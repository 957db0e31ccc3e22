import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type LanguageId } from '../../../server/src/core/questions/languageId.ts';
import type { RemovedLine } from '../../../server/src/core/questions/rule.ts';
import { sha256 } from '../../core/blocks/testReader.ts';
import { FIXTURES } from '../../support/golden.ts';
import { EXTENSION } from '../../support/ruleExample.ts';

/** One defect put into otherwise good code, and the same code without it. */
export interface PlantedFile {
  /** The rule that must find it. */
  readonly rule: string;
  readonly language: LanguageId;
  /** Below `test/fixtures/planted`. */
  readonly name: string;
  /** Where the code is said to be. */
  readonly path: string;
  readonly text: string;
  /** 1-based lines of the defect. */
  readonly lines: readonly number[];
  /** Lines of which one is the defect's, whichever. */
  readonly either: readonly number[];
  readonly repaired: string;
  /** The committed text, for rules that compare. */
  readonly before: string | undefined;
  /** What AI took out, which would stand on the defect's line. */
  readonly removals: readonly RemovedLine[];
  /** It is a manifest or the like, and no code: its ending is not that of the language. */
  readonly isPlain: boolean;
  /** The project around it, by path. */
  readonly files: Readonly<Record<string, string>> | undefined;
}

/**
 * The files `<rule>/<language>[-n].<ext>`: code with the defect's lines marked by `⟵` (by `⟵ or` where
 * a reviewer may as well point at another marked line, such as where a query is put together and
 * where it is run), then parts that begin with a line of their own: `== repaired`, and where a rule
 * needs them `== before`, `== path src/a.ts` (nothing follows), `== file package.json` and
 * `== removed guard` (or `test`, `check`).
 */
export function plantedFiles(): readonly PlantedFile[] {
  const folder = join(FIXTURES, 'planted');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^[^/]+\/[^/]+\.\w+$/.test(name))
    .toSorted()
    .map((name) => readPlanted(name, readFileSync(join(folder, name), 'utf8')));
}

function readPlanted(name: string, whole: string): PlantedFile {
  const [rule = '', file = ''] = name.split('/');
  const language = LANGUAGES.find((each) => each === file.replace(/(?:-\d+)?\.\w+$/, ''));
  if (!language) throw new Error(`${name} is named by no language`);
  const [marked = '', ...parts] = whole.split(/^== /m);
  const rest = parts.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)] as const;
  });
  const of = (title: string): string | undefined => rest.find(([each]) => each === title)?.[1];
  const named = (kind: string): readonly (readonly [string, string])[] =>
    rest
      .filter(([each]) => each.startsWith(`${kind} `))
      .map(([each, text]) => [each.slice(kind.length + 1), text]);
  const files = named('file');
  const linesWith = (mark: RegExp): readonly number[] =>
    marked.split('\n').flatMap((line, i) => (mark.test(line) ? [i + 1] : []));
  const lines = linesWith(/⟵$/);
  const either = linesWith(/⟵ or$/);
  const repaired = of('repaired');
  if (lines.length + either.length === 0 || repaired === undefined)
    throw new Error(`${name} marks or repairs nothing`);
  return {
    ...{ rule, language, name, lines, either, repaired },
    path: named('path')[0]?.[0] ?? `src/${file.replace(/^[^.]+/, 'orders')}`,
    text: marked.replace(/[ \t]*⟵(?: or)?$/gm, ''),
    before: of('before'),
    removals: named('removed').flatMap(([kind, removed]) => {
      if (kind !== 'guard' && kind !== 'test' && kind !== 'check') throw new Error(name);
      const [line = 1] = [...lines, ...either];
      return [{ kind, line, textHash: sha256(removed.trim()) }];
    }),
    isPlain: !name.endsWith(`.${EXTENSION[language]}`),
    files: files.length === 0 ? undefined : Object.fromEntries(files),
  };
}
