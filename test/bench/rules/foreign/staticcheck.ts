import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { goCases } from './goMarks.ts';
import { staticcheckMisses } from './staticcheckMisses.ts';
import type { ForeignSuite, Mapped } from './suite.ts';

/** Checks of Staticcheck by the names of their tests. */
const MAPPING: readonly Mapped[] = [
  { theirs: 'CheckBadRemoveAll', ours: 'irreversible' },
  { theirs: 'CheckDeferInInfiniteLoop', ours: 'resource-leak' },
  { theirs: 'CheckDeferLock', ours: 'resource-leak' },
  { theirs: 'CheckDubiousDeferInChannelRangeLoop', ours: 'resource-leak' },
  { theirs: 'CheckEarlyDefer', ours: 'null-path' },
  { theirs: 'CheckIntegerDivisionEqualsZero', ours: 'narrowing' },
  { theirs: 'CheckLeakyTimeTick', ours: 'resource-leak' },
  { theirs: 'CheckLhsRhsIdentical', ours: 'identical-operands' },
  { theirs: 'CheckMaybeNil', ours: 'null-path' },
  { theirs: 'CheckNilMaps', ours: 'null-path' },
  { theirs: 'CheckRepeatedIfElse', ours: 'repeated-condition' },
  { theirs: 'CheckSelfAssignment', ours: 'self-assignment' },
  { theirs: 'CheckTimeSleepConstant', ours: 'swapped-arguments' },
  { theirs: 'CheckTypeAssertionShadowingElse', ours: 'shadowed-name' },
  { theirs: 'CheckUnreachableTypeCases', ours: 'repeated-condition' },
  { theirs: 'CheckWaitgroupAdd', ours: 'race-across-await' },
];

/** What Staticcheck is tried on. */
export const staticcheck: ForeignSuite = {
  name: 'Staticcheck',
  languages: ['go'],
  source: {
    from: 'debian',
    name: 'golang-honnef-go-tools-dev',
    version: '2023.1-1',
    hash: 'sha256-d91a3add5f975d8f878eeacae3e3f4f2b29ade88baf3c054b5a620a3f92aa60f',
  },
  mapping: MAPPING,
  async cases(folder) {
    const top = join(
      folder,
      'usr/share/gocode/src/honnef.co/go/tools/staticcheck/testdata/src/example.com',
    );
    const folders = readdirSync(top);
    const cases = MAPPING.flatMap((mapped) => {
      const mine = folders.filter((each) => each.split(/[_-]/)[0] === mapped.theirs);
      return goCases(top, mine, mapped, /\/\/@ diag\(/);
    });
    return { cases, nUnread: 0 };
  },
  causes: staticcheckMisses,
};
