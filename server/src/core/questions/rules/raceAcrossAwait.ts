import { raceAcrossAwaitExamples } from './examples/raceAcrossAwait.ts';
import { awaitRaces } from '../facts/awaitRaces.ts';
import { databaseRaces } from '../facts/databaseRaces.ts';
import { fileRaces } from '../facts/fileRaces.ts';
import { readThenWrite } from '../facts/readThenWrite.ts';
import { threadRaces } from '../facts/threadRaces.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** What was true when it was looked at need not be true when it is acted on. */
export const raceAcrossAwait: Rule = {
  id: 'race-across-await',
  row: 22,
  title: 'Somebody may come in between',
  severity: 'normal',
  concern: 'concurrency',
  weight: 4,
  cwe: [362, 367],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    yield* awaitRaces(context);
    yield* fileRaces(context);
    yield* databaseRaces(context);
    yield* threadRaces(context);
    yield* readThenWrite(context);
  },
  ask({ what, how, asked = '', from = '', line }) {
    switch (how) {
      case 'file':
        return `Line ${line}: another program may act between ${asked} in line ${from} and ${what} here. What happens then?`;
      case 'database':
        return `Line ${line}: two requests at once both pass ${asked} in line ${from} before ${what}. What keeps the second one out?`;
      case 'lost':
        return `Line ${line}: ${what} goes by what was read in line ${from}. If two requests do this at once, is one change lost?`;
      case 'state':
        return `Line ${line}: ${what} is what it was before the wait in line ${from}. If it has changed since, is that change lost?`;
      case 'late':
        return `Line ${line}: if what is asked for changes meanwhile, an older answer may come last. What keeps ${what} from showing it?`;
      case 'thread':
        return `Line ${line}: several threads may change ${what} at the same time. What keeps them apart?`;
      case 'shared':
        return `Line ${line}: all requests share ${what}, and another may write it while this one waits. Whose value is used then?`;
      default:
        return `Line ${line}: ${what} was read in line ${from}, and others may run while this waits. Is it still right to write it here?`;
    }
  },
  obligations: ['async', 'state'],
  page: {
    why: 'Between looking and acting, another request, thread or program may run. It works in every test, and then an order is paid twice, a counter is wrong, or a file is gone.',
    instead:
      'Look and act in one step: a transaction, a unique key, an atomic operation, a lock, a file opened with a flag that fails where it exists.',
    sources: ['CWE-362, CWE-367', 'CodeRabbit 2025: concurrency 2.29 x in AI code'],
  },
  examples: raceAcrossAwaitExamples,
};
