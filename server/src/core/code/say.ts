import type { Call, Code } from './code.ts';
import { childrenOf } from './childrenOf.ts';

/**
 * What a call calls, or a value names, in dotted words: `users.find`, `os.path.join`, `this.save`,
 * `fmt.Println`, `std::fs::read` (as `std.fs.read`). What is called on the result of something else
 * begins with a dot: `.find` for `all().find`. Undefined where it has no name.
 */
export function dotted(code: Code): string | undefined {
  switch (code.kind) {
    case 'name':
      return code.name;
    case 'member': {
      const object = dotted(code.object);
      return `${object ?? ''}.${code.name}`;
    }
    case 'call':
    case 'index':
    case 'await':
    case 'text':
      return undefined;
    case 'cast':
    case 'propagate':
      return dotted(code.value);
    default:
      return undefined;
  }
}

/** What a call calls, as `dotted` writes it; empty where it has no name. */
export function calleeOf(call: Call): string {
  return dotted(call.callee) ?? '';
}

/** The last word of what a call calls: `find` for `users.find(…)`. */
export function methodOf(call: Call): string {
  return lastWord(call.callee);
}

/** The last word of a name: `find` for `users.find`. */
export function lastWord(code: Code): string {
  if (code.kind === 'name' || code.kind === 'member') return code.name;
  if (code.kind === 'cast' || code.kind === 'propagate') return lastWord(code.value);
  return '';
}

/** What a method is called on; undefined for plain functions. */
export function receiverOf(call: Call): Code | undefined {
  return call.callee.kind === 'member' ? call.callee.object : undefined;
}

/** A text without code in it, as it is written between its quotes. */
export function plainText(code: Code | undefined): string | undefined {
  if (code?.kind !== 'text') return undefined;
  return code.parts.every((part) => typeof part === 'string') ? code.parts.join('') : undefined;
}

/** What it is without casts, awaits and `?` around it. */
export function bare(code: Code): Code {
  return code.kind === 'cast' || code.kind === 'await' || code.kind === 'propagate'
    ? bare(code.value)
    : code;
}

/** The piece of code and everything in it, in text order. Functions inside it belong to it. */
export function* everythingIn(code: Code): Generator<Code> {
  const nodes: Code[] = [code];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    yield node;
    nodes.push(...childrenOf(node).toReversed());
  }
}

/** The same, but what is in functions inside it happens at another time, so it is left out. */
export function* doneIn(code: Code): Generator<Code> {
  const nodes: Code[] = [code];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    yield node;
    if (node === code || node.kind !== 'function') nodes.push(...childrenOf(node).toReversed());
  }
}

/** Whether a variable (by its name) is mentioned anywhere in it. */
export function mentions(code: Code, name: string): boolean {
  for (const node of everythingIn(code)) {
    if (node.kind === 'name' && node.name === name) return true;
  }
  return false;
}

/** The variables that it mentions. */
export function namesIn(code: Code): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everythingIn(code)) if (node.kind === 'name') names.add(node.name);
  return names;
}
