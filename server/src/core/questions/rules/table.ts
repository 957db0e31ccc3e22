import type { Rule } from '../rule.ts';
import { broadCatch } from './broadCatch.ts';
import { lostTask } from './lostTask.ts';
import { queryInLoop } from './queryInLoop.ts';
import { raceAcrossAwait } from './raceAcrossAwait.ts';
import { resourceLeak } from './resourceLeak.ts';
import { silentErrorPath } from './silentErrorPath.ts';
import { swallowedError } from './swallowedError.ts';
import { unawaitedPromise } from './unawaitedPromise.ts';
import { unhandledFailure } from './unhandledFailure.ts';

/** Every rule: one file and one line each, in the order of the taxonomy. */
export const rules: readonly Rule[] = [
  swallowedError,
  unhandledFailure,
  broadCatch,
  unawaitedPromise,
  lostTask,
  raceAcrossAwait,
  resourceLeak,
  queryInLoop,
  silentErrorPath,
];
