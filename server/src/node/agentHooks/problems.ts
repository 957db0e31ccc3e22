import { assertNever } from '../../core/result.ts';

/** Why an agent's hooks were not written, removed or read. Its file was not changed. */
export type AgentProblem =
  | { readonly kind: 'unknown-agent'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'bad-runtime'; readonly path: string }
  | { readonly kind: 'not-json'; readonly path: string; readonly detail: string }
  | { readonly kind: 'not-text'; readonly path: string }
  | { readonly kind: 'not-a-file'; readonly path: string; readonly found: string }
  | { readonly kind: 'leaves-home'; readonly path: string; readonly target: string }
  | { readonly kind: 'not-writable'; readonly path: string }
  | { readonly kind: 'not-editable'; readonly path: string }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'newer-record'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly detail: string }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'failed'; readonly words: string };

/** What happened, where, and what to do next, in one or two sentences. */
export function describeAgentProblem(problem: AgentProblem): string {
  switch (problem.kind) {
    case 'unknown-agent':
      return `there is no agent "${problem.name}". Known are ${problem.known.join(', ')}, and all.`;
    case 'bad-runtime':
      return `"${problem.path}" cannot stand in a hook: the paths of Node and of cli.cjs must be absolute and on one line.`;
    case 'not-json':
      return `${problem.path} cannot be read as settings (${problem.detail}), so it was not changed. Mend the file and run the command again.`;
    case 'not-text':
      return `${problem.path} is not UTF-8 text, so it was not changed. Save it as UTF-8 and run the command again.`;
    case 'not-a-file':
      return `${problem.path} is a ${problem.found}, so no settings can be written there. Move it away and run the command again.`;
    case 'leaves-home':
      return `${problem.path} leads out of your home folder to ${problem.target}, so nothing was written there. Replace the symbolic link by a real file, or add the hooks by hand.`;
    case 'not-writable':
      return `${problem.path} cannot be written, so nothing was changed there. Give yourself the right to write it and run the command again.`;
    case 'not-editable':
      return `${problem.path} is laid out so that our entries could not be changed safely, so it was left as it is. Edit the entries with "countersign-hook" in it by hand.`;
    case 'refused':
      return problem.words;
    case 'newer-record':
      return `${problem.path} was written by a newer Countersign. Update this one, or use the newer one.`;
    case 'unreadable':
      return `${problem.path} cannot be read (${problem.detail}). Give yourself the right to read it and run the command again.`;
    case 'changed-meanwhile':
      return 'the files changed since the changes were shown, so nothing was written. Run the command again.';
    case 'failed':
      return problem.words;
    default:
      return assertNever(problem);
  }
}
