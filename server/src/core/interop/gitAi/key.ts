import type { Sha256 } from '../../ports.ts';
import { assertNever } from '../../result.ts';

/** How much of a hash names a session, a person or an edit. */
const N_DIGITS = 14;

/** What the key of an attestation names. Prefixes and `::` are stable, the lengths of ids are not. */
export type AttestationKey =
  | { readonly kind: 'session'; readonly session: string; readonly trace?: string }
  | { readonly kind: 'human'; readonly human: string }
  | { readonly kind: 'prompt'; readonly prompt: string };

/** Total: what has no known prefix is the key of a prompt, as in notes before git-ai 1.4.0. */
export function parseKey(key: string): AttestationKey {
  const [id = '', trace] = key.split('::');
  if (id.startsWith('s_')) {
    return { kind: 'session', session: id, ...(trace === undefined ? {} : { trace }) };
  }
  return id.startsWith('h_') ? { kind: 'human', human: id } : { kind: 'prompt', prompt: key };
}

/**
 * What two keys of one conversation have in common: sessions and prompts are named by the same
 * hash, cut at another length.
 */
export function conversationOf(key: string): string {
  const named = parseKey(key);
  switch (named.kind) {
    case 'session':
      return named.session.slice(2);
    case 'human':
      return named.human;
    case 'prompt':
      return named.prompt.slice(0, N_DIGITS);
    default:
      return assertNever(named);
  }
}

/** `s_` and 14 digits: the same for every edit of one conversation with one tool. */
export function sessionId(tool: string, conversation: string, sha256: Sha256): string {
  return `s_${digits(`${tool}:${conversation}`, N_DIGITS, sha256)}`;
}

/** 16 digits: how notes before git-ai 1.4.0 named a conversation. */
export function promptId(tool: string, conversation: string, sha256: Sha256): string {
  return digits(`${tool}:${conversation}`, 16, sha256);
}

/** `h_` and 14 digits; `author` is `Name <email>` as git knows the person. */
export function humanId(author: string, sha256: Sha256): string {
  return `h_${digits(author, N_DIGITS, sha256)}`;
}

/**
 * `t_` and 14 digits. The standard wants them random and one for each checkpoint; made from what
 * tells the edit from every other, they are that, and writing a log again gives the same bytes.
 */
export function traceId(edit: string, sha256: Sha256): string {
  return `t_${digits(edit, N_DIGITS, sha256)}`;
}

function digits(text: string, n: number, sha256: Sha256): string {
  return sha256(text)
    .replace(/^sha256:/, '')
    .slice(0, n);
}
