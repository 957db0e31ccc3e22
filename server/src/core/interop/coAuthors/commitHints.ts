import { type Assistant, assistantOf } from './assistant.ts';

/**
 * A commit's message says that an assistant had a part in it. A hint about the whole commit, and
 * never a claim about a line: it may be one line, none at all, or another commit of a squash.
 */
export interface CommitHint {
  readonly kind: 'co-author';
  /** As people know the assistant. */
  readonly assistant: string;
  /** The name as the message has it; some put a model there. */
  readonly name: string;
  readonly email: string;
}

const CO_AUTHOR = /^co-authored-by[ \t]*:([^<>]*)<([^<>]+)>[ \t]*$/i;

/**
 * The assistants that a message names as co-authors, each once, in its order. Only the last
 * paragraph has trailers, as git reads them; what stands above is somebody's prose.
 */
export function commitHints(
  message: string,
  assistants: readonly Assistant[],
): readonly CommitHint[] {
  const lines = message.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const trailers = lines.slice(lines.findLastIndex((line) => line.trim() === '') + 1);
  // A message of one paragraph is all subject.
  if (trailers.length === lines.length) return [];
  const hints = new Map<string, CommitHint>();
  for (const line of trailers) {
    const [, name = '', email = ''] = CO_AUTHOR.exec(line) ?? [];
    const assistant = assistantOf(assistants, email)?.name;
    if (assistant === undefined || hints.has(assistant)) continue;
    hints.set(assistant, { kind: 'co-author', assistant, name: name.trim(), email: email.trim() });
  }
  return [...hints.values()];
}
