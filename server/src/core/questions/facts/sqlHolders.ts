import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';
import { piecesOf, wordsOf } from './building.ts';
import { ADDS } from './sqlCalls.ts';
import { isSqlStatement } from './sqlText.ts';

/** Variables that hold SQL which is added to: builders, and text. */
export function sqlHolders(view: CodeView): ReadonlySet<string> {
  const names = new Set<string>();
  for (const one of view.all('declare', 'assign')) {
    if (one.target.kind !== 'name' || !one.value) continue;
    const [given] = one.value.kind === 'call' ? one.value.args : [];
    if (isSql(one.value) || (given && isSql(given))) names.add(one.target.name);
  }
  for (const call of view.all('call')) {
    const [given] = call.args;
    if (given && ADDS.has(methodOf(call)) && isSql(given)) names.add(rootName(call));
  }
  return names;
}

function isSql(code: Code): boolean {
  if (code.kind !== 'text' && code.kind !== 'binary') return false;
  const words =
    code.kind === 'text'
      ? code.parts.map((part) => (typeof part === 'string' ? part : '?')).join('')
      : wordsOf(piecesOf(code) ?? []);
  return isSqlStatement(words);
}

/** The value that a builder of SQL is given. */
export function addedTo(call: Call, holders: ReadonlySet<string>): Code | undefined {
  const [given] = call.args;
  if (!given || !ADDS.has(methodOf(call)) || piecesOf(given)) return undefined;
  return holders.has(rootName(call)) ? given : undefined;
}

function rootName(call: Call): string {
  let node: Code = call;
  for (let i = 0; i < 100; i++) {
    if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'member') node = node.object;
    else break;
  }
  return node.kind === 'name' ? node.name : '';
}
