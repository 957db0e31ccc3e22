import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clippyMisses } from './clippyMisses.ts';
import { line, type ForeignCase, type ForeignSuite, type Mapped } from './suite.ts';

/** A lint by the name of its test, and which of the errors told there are its own. */
interface Lint extends Mapped {
  readonly messages?: RegExp;
}

const MAPPING: readonly Lint[] = [
  { theirs: 'allow_attributes_without_reason', ours: 'suppressed-check' },
  { theirs: 'almost_complete_letter_range', ours: 'off-by-one' },
  { theirs: 'assertions_on_constants', ours: 'hollow-test' },
  { theirs: 'cast', part: 'what may not fit', messages: /may|can/, ours: 'narrowing' },
  { theirs: 'cast_size', part: 'what may not fit', messages: /may|can/, ours: 'narrowing' },
  { theirs: 'eq_op', ours: 'identical-operands' },
  { theirs: 'float_cmp', ours: 'float-money' },
  { theirs: 'float_cmp_const', ours: 'float-money' },
  { theirs: 'get_unwrap', part: 'of `get`', messages: /called/, ours: 'null-path' },
  { theirs: 'if_same_then_else', ours: 'identical-branches' },
  { theirs: 'if_same_then_else2', ours: 'identical-branches' },
  { theirs: 'ifs_same_cond', ours: 'repeated-condition' },
  { theirs: 'integer_division', ours: 'narrowing' },
  { theirs: 'let_underscore_lock', ours: 'resource-leak' },
  { theirs: 'let_underscore_must_use', ours: 'swallowed-error' },
  { theirs: 'map_err', ours: 'swallowed-error' },
  { theirs: 'match_same_arms', ours: 'identical-branches' },
  { theirs: 'match_same_arms2', ours: 'identical-branches' },
  { theirs: 'match_wild_err_arm', ours: 'broad-catch' },
  { theirs: 'match_wildcard_for_single_variants', ours: 'missing-case' },
  { theirs: 'mem_forget', ours: 'resource-leak' },
  { theirs: 'panicking_macros', part: 'of `todo!`', messages: /todo|unimpl/, ours: 'unfinished' },
  { theirs: 'same_functions_in_if_condition', ours: 'repeated-condition' },
  { theirs: 'self_assignment', ours: 'self-assignment' },
  {
    theirs: 'shadow',
    part: 'by another value',
    messages: /unrelated|shadows a/,
    ours: 'shadowed-name',
  },
  { theirs: 'unwrap', ours: 'null-path' },
  { theirs: 'wildcard_enum_match_arm', ours: 'missing-case' },
];

const TESTS = 'rustc-1.63.0-src/src/tools/clippy/tests/ui';

/** The tests of Clippy's lints: code, and beside it what is told of it. */
export const clippy: ForeignSuite = {
  name: 'Clippy',
  languages: ['rust'],
  source: {
    from: 'debian source',
    name: 'rustc',
    version: '1.63.0+dfsg1-2',
    hash: 'sha256-ad79e62b57ab06516595da2513369b0285b6e2bde1331c00a4197f492f7fad3d',
  },
  only: [TESTS],
  mapping: MAPPING,
  async cases(folder) {
    const cases = MAPPING.map(({ theirs, ours, messages }): ForeignCase => {
      const file = join(folder, TESTS, theirs);
      const beside = [`${file}.stderr`, `${file}.edition2018.stderr`].find((each) =>
        existsSync(each),
      );
      const told = beside === undefined ? [] : toldIn(readFileSync(beside, 'utf8'));
      const isMeant = ({ message }: Told): boolean => messages?.test(message) ?? true;
      return {
        name: `${theirs}.rs`,
        language: 'rust',
        path: ours === 'hollow-test' ? 'tests/code.rs' : 'src/code.rs',
        // Marks of their own say what is wrong, where others would explain.
        text: readFileSync(`${file}.rs`, 'utf8').replaceAll(/ *\/\/[~^].*/g, ''),
        expected: told.filter(isMeant).map(({ at }) => line(at)),
        ignored: told.filter((each) => !isMeant(each)).map(({ at }) => line(at)),
        theirs,
        ours,
      };
    });
    return { cases, nUnread: 0 };
  },
  causes: clippyMisses,
};

interface Told {
  readonly message: string;
  readonly at: number;
}

/** `error: equal expressions as operands to `==``, and below it ` --> $DIR/eq_op.rs:8:13`. */
function toldIn(stderr: string): readonly Told[] {
  return [...stderr.matchAll(/^error: (.*)\n +--> \$DIR\/\w+\.rs:(\d+):/gm)].map(
    ([, message = '', at]) => ({ message, at: Number(at) }),
  );
}
