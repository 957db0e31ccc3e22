import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monoMisses } from './monoMisses.ts';
import type { ForeignCase, ForeignSuite, Mapped } from './suite.ts';

/** Warnings and errors of the compiler by their numbers. */
const MAPPING: readonly Mapped[] = [
  { theirs: 'cs0152', ours: 'duplicate-key' },
  { theirs: 'cs0160', ours: 'repeated-condition' },
  { theirs: 'cs0162', ours: 'unreachable-code' },
  { theirs: 'cs0168', ours: 'unused-value' },
  { theirs: 'cs0219', ours: 'unused-value' },
  { theirs: 'cs0252', ours: 'loose-equality' },
  { theirs: 'cs0253', ours: 'loose-equality' },
  { theirs: 'cs1717', ours: 'self-assignment' },
  { theirs: 'cs1718', ours: 'identical-operands' },
  { theirs: 'cs4014', ours: 'unawaited-promise' },
];

const TESTS = 'mono-6.8.0.105+dfsg/mcs/errors';

/** Code that Mono's compiler must warn of, or refuse. */
export const mono: ForeignSuite = {
  name: "Mono's compiler",
  languages: ['csharp'],
  source: {
    from: 'debian source',
    name: 'mono',
    version: '6.8.0.105+dfsg-3.3+deb12u1',
    hash: 'sha256-6cde75aefc19c55c4dcdae7f22a1f67bdc30f47e41079054bebafeaee3c4d900',
  },
  only: [TESTS],
  mapping: MAPPING,
  async cases(folder) {
    const files = readdirSync(join(folder, TESTS)).toSorted();
    const cases = MAPPING.flatMap(({ theirs, ours }) =>
      files
        .filter((file) => file.startsWith(theirs) && file.endsWith('.cs'))
        .map((file): ForeignCase => {
          const text = readFileSync(join(folder, TESTS, file), 'utf8');
          const at = Number(/^\/\/ Line: *(\d+)/m.exec(text)?.[1] ?? 0);
          // In some a line was put in at the head after the number was written.
          const expected = at === 0 ? [] : [{ first: at, last: at + 1 }];
          return {
            name: file,
            language: 'csharp',
            path: 'src/Code.cs',
            text,
            expected,
            theirs,
            ours,
          };
        }),
    );
    return { cases, nUnread: 0 };
  },
  causes: monoMisses,
};
