import type { Call, Code } from '../../code/code.ts';
import { isTransparent } from './transparent.ts';

/** More links, or longer words, tell nothing new. */
const MAX_LINKS = 24;
const MAX_LENGTH = 200;

/**
 * What a call calls in dotted words, through the calls before it: `sqlx.query().fetch_one`,
 * `Post.where().first`, `items[].save`. A leading `this.`, `self.` or `std.` is left out.
 */
export function chainOf(call: Call): string {
  return wordsOf(call.callee).replace(/^(?:this|self|std|\$this|@)\./, '');
}

/** The same of any piece of code: what a value is taken from. */
export function wordsOf(code: Code): string {
  const words: string[] = [];
  let node: Code | undefined = code;
  for (let i = 0; node && i < MAX_LINKS; i++) {
    if (node.kind === 'name') {
      words.push(node.name);
      break;
    }
    if (node.kind === 'member') {
      words.push(`.${node.name}`);
      node = node.object;
    } else if (node.kind === 'call') {
      words.push('()');
      node = node.callee;
    } else if (node.kind === 'index') {
      words.push('[]');
      node = node.object;
    } else {
      node = isTransparent(node) ? node.value : undefined;
    }
  }
  const chain = words.toReversed().join('');
  return chain.length <= MAX_LENGTH ? chain : '';
}

/** The first name of a chain: `sqlx` of `sqlx::query(…).fetch_one(…)`; undefined where it has none. */
export function rootOf(code: Code): string | undefined {
  let node: Code | undefined = code;
  while (node) {
    if (node.kind === 'name') return node.name;
    if (node.kind === 'member' || node.kind === 'index') node = node.object;
    else if (node.kind === 'call') node = node.callee;
    else node = isTransparent(node) ? node.value : undefined;
  }
  return undefined;
}

/** The calls of a chain, the last one first: `.catch()`, `.then()`, `fetch()`. */
export function* linksOf(code: Code): Generator<Call> {
  let node: Code | undefined = code;
  while (node) {
    if (node.kind === 'call') {
      yield node;
      node = node.callee;
    } else if (node.kind === 'member' || node.kind === 'index') node = node.object;
    else node = isTransparent(node) ? node.value : undefined;
  }
}
