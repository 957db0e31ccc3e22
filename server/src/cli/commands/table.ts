import type { CliCommand } from '../command.ts';
import { baseline } from './baseline.ts';
import { blame } from './blame.ts';
import { correct } from './correct.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { exportLines } from './export.ts';
import { gate } from './gate.ts';
import { hooksInstall } from './hooksInstall.ts';
import { hooksStatus } from './hooksStatus.ts';
import { hooksUninstall } from './hooksUninstall.ts';
import { importFile } from './import.ts';
import { ingest } from './ingest.ts';
import { log } from './log.ts';
import { lsp } from './lsp.ts';
import { policyCheck } from './policyCheck.ts';
import { policyShow } from './policyShow.ts';
import { promote } from './promote.ts';
import { prune } from './prune.ts';
import { review } from './review.ts';
import { rulesStats } from './rulesStats.ts';
import { sign } from './sign.ts';
import { status } from './status.ts';
import { sync } from './sync.ts';
import { unsign } from './unsign.ts';
import { verify } from './verify.ts';

/** Every command, in the order in which help lists them: one file and one line each. */
export const commands: readonly CliCommand[] = [
  gate,
  status,
  blame,
  log,
  review,
  sign,
  unsign,
  correct,
  baseline,
  hooksInstall,
  hooksUninstall,
  hooksStatus,
  sync,
  verify,
  importFile,
  exportLines,
  prune,
  ingest,
  promote,
  explain,
  rulesStats,
  policyShow,
  policyCheck,
  doctor,
  lsp,
];

/** Commands of two words are listed under the first. */
export const groups: ReadonlyMap<string, string> = new Map([
  ['hooks', 'put git hooks in place, or take them away'],
  ['rules', 'try rules, and see what they are worth'],
  ['policy', 'show and check the settings that are in force'],
]);
