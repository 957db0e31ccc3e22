import { assertNever } from '../../core/result.ts';
import type { HookName } from './shim.ts';

/** Why hooks were not installed, removed or read. Nothing was changed unless `failed` says so. */
export type HookProblem =
  | { readonly kind: 'not-a-repository'; readonly dir: string; readonly detail: string }
  | { readonly kind: 'git-failed'; readonly dir: string; readonly detail: string }
  | { readonly kind: 'hooks-off'; readonly value: string }
  | { readonly kind: 'shared-folder'; readonly dir: string; readonly lines: readonly string[] }
  | { readonly kind: 'leaves-repository'; readonly path: string; readonly target: string }
  | { readonly kind: 'not-a-folder'; readonly path: string }
  | { readonly kind: 'not-a-file'; readonly path: string; readonly found: string }
  | { readonly kind: 'not-shell'; readonly path: string; readonly hook: HookName }
  | { readonly kind: 'linked-script'; readonly path: string; readonly target: string }
  | { readonly kind: 'not-writable'; readonly path: string; readonly code: string }
  | { readonly kind: 'bad-runtime'; readonly path: string }
  | { readonly kind: 'newer-record'; readonly path: string }
  | { readonly kind: 'busy'; readonly path: string }
  | {
      readonly kind: 'failed';
      readonly doing: string;
      readonly path: string;
      readonly detail: string;
    };

/** What happened, where, and what to do next, in one or two sentences. */
export function describeHookProblem(problem: HookProblem): string {
  switch (problem.kind) {
    case 'not-a-repository':
      return `${problem.dir} is not in a git repository with a work tree (${problem.detail}). Run it inside one, or \`git init\` first.`;
    case 'git-failed':
      return `git could not be asked about ${problem.dir}: ${problem.detail}.`;
    case 'hooks-off':
      return `core.hooksPath is "${problem.value}", which turns all hooks off here. Unset it (\`git config --unset core.hooksPath\`) and install again.`;
    case 'shared-folder':
      return [
        `git takes its hooks from ${problem.dir}, which lies outside this repository and may serve others, so nothing was written there.`,
        'Add this line to the hooks there by hand (it does nothing in repositories without Countersign), then install again:',
        ...problem.lines.map((line) => `  ${line}`),
      ].join('\n');
    case 'leaves-repository':
      return `${problem.path} leads out of the repository to ${problem.target}, so nothing was written there. Replace the symbolic link by a real folder, or write the hook by hand.`;
    case 'not-a-folder':
      return `${problem.path} is where git looks for hooks, but it is not a folder that can be written to. Mend it, or change core.hooksPath.`;
    case 'not-a-file':
      return `${problem.path} is a ${problem.found}, so no hook can be put there. Move it away and install again.`;
    case 'not-shell':
      return `${problem.path} may be committed and is not a shell script, so Countersign does not edit it. Let it run \`"$(git rev-parse --git-common-dir)/countersign/hooks/${problem.hook}"\` where that file exists, and install again.`;
    case 'linked-script':
      return `${problem.path} is a symbolic link to ${problem.target} in a folder that may be committed, so Countersign does not edit it. Add the line to the file it leads to, or replace the link by a file.`;
    case 'not-writable':
      return `${problem.path} cannot be written (${problem.code}). Nothing was changed: give yourself the right to write there, and install again.`;
    case 'bad-runtime':
      return `"${problem.path}" cannot stand in a hook: the paths of Node and of cli.cjs must be absolute and on one line.`;
    case 'newer-record':
      return `${problem.path} was written by a newer Countersign. Update this one, or use the newer one.`;
    case 'busy':
      return `Another Countersign is changing the hooks of this repository (${problem.path}). Try again; if none is running, delete that file.`;
    case 'failed':
      return `Could not ${problem.doing} ${problem.path}: ${problem.detail}. What was done before stays; run the same command again to finish.`;
    default:
      return assertNever(problem);
  }
}

/** The code of a failed system call, such as `EACCES`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** The words of anything thrown. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
