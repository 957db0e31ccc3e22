import type { Problem } from '../core/repository.ts';
import { plain } from './plain.ts';

/** Words for what should never happen; with `--debug` where it happened. */
export function wordsOfBug(error: unknown, isDebug: boolean): string {
  const words = error instanceof Error ? error.message : String(error);
  const stack = isDebug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  const next = isDebug ? '' : ' Run it again with --debug to see where.';
  return `something went wrong: ${plain(words)}.${next}${stack}`;
}

/** Sentences for what people can do wrong: what happened, where, what to do next. */
export const PROBLEM = Object.freeze({
  noTerminal: (verb: string): Problem => ({
    code: 'no-terminal',
    message: `only a person at a terminal can ${verb}, and this is not one (standard input and output must both be a terminal). Run it in a terminal of your own, or use the editor.`,
  }),
  agent: (verb: string, agent: string, variable: string): Problem => ({
    code: 'agent',
    message: `only a person can ${verb}, and this runs inside ${agent} (${variable} is set). Ask the person to run it in a terminal of their own, or to use the editor.`,
  }),
  needsYes: (nFiles: number): Problem => ({
    code: 'needs-yes',
    message: `${nFiles} ${nFiles === 1 ? 'file' : 'files'} of your agents' settings would change, and nobody can be asked here (no terminal, or --json). Look at the changes with --dry-run, then run it again with --yes.`,
  }),
  noIdentity: (): Problem => ({
    code: 'no-identity',
    message:
      'git does not know who you are, so nobody could sign. Run `git config user.name "Your Name"` and `git config user.email you@example.org`, then try again.',
  }),
  /** A note: what is said may not be all. */
  textsLost: (path: string): Problem => ({
    code: 'provenance-unsure',
    message: `${plain(path)}: AI text was recorded for this file, but some of it in the journal cannot be read (deleted or damaged), so AI lines may be missing here.`,
  }),
  badAnswers: (file: string, why: string): Problem => ({
    code: 'bad-answers',
    message: `${plain(file)}: these answers cannot be used: ${plain(why)}. Nothing was signed.`,
  }),
  noQuestion: (file: string, question: string): Problem => ({
    code: 'no-question',
    message: `${plain(file)}: no question of these blocks is called ${plain(question)}; the code may have changed since. \`countersign status --json\` lists those that are asked now. Nothing was signed.`,
  }),
  noFolder: (dir: string): Problem => ({
    code: 'no-folder',
    message: `-C ${plain(dir)}: there is no such folder.`,
  }),
  noFile: (path: string): Problem => ({
    code: 'no-file',
    message: `${plain(path)}: there is no such file in the work tree.`,
  }),
  folder: (path: string): Problem => ({
    code: 'folder',
    message: `${plain(path)} is a folder: name a file in it.`,
  }),
  binary: (path: string): Problem => ({
    code: 'binary',
    message: `${plain(path)} is a binary file; there are no lines to tell of.`,
  }),
  excluded: (path: string): Problem => ({
    code: 'excluded',
    message: `${plain(path)} is not judged here (countersign.policy.exclude, or a file that people do not write), so there is nothing to sign.`,
  }),
  noAi: (path: string): Problem => ({
    code: 'no-ai',
    message: `${plain(path)}: no AI code is recorded in it, so there is nothing to sign.`,
  }),
  noBlockAt: (path: string, line: number, places: string): Problem => ({
    code: 'no-block',
    message: `${plain(path)}:${line} is in no block with AI code. Those are at ${places}.`,
  }),
  pastEnd: (path: string, line: number, nLines: number): Problem => ({
    code: 'no-line',
    message: `${plain(path)} has ${nLines} lines; there is no line ${line}.`,
  }),
  belowThreshold: (place: string, symbol: string, minLines: number): Problem => ({
    code: 'below-threshold',
    message: `${place} ${plain(symbol)} has too few AI lines to need a sign-off (countersign.policy.minLines is ${minLines}).`,
  }),
  lineNeeded: (path: string): Problem => ({
    code: 'no-line',
    message: `say which block: ${plain(path)}:LINE, with a line of it.`,
  }),
  noStatement: (): Problem => ({
    code: 'no-statement',
    message: 'say who wrote the lines: --as ai or --as human.',
  }),
  notSigned: (place: string, symbol: string, status: string): Problem => ({
    code: 'not-signed',
    message: `${place} ${plain(symbol)} is ${status}: there is no sign-off to withdraw.`,
  }),
  notYours: (place: string, symbol: string, by: string): Problem => ({
    code: 'not-yours',
    message: `${place} ${plain(symbol)} was signed by ${plain(by)}, not by you; only they can withdraw it.`,
  }),
});
