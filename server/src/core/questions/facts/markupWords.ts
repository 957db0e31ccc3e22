import type { Binary, Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf, namesIn } from '../../code/say.ts';
import { piecesOf, wordsOf } from './building.ts';
import { rootOf } from './chain.ts';
import { variablesOf } from './variables.ts';

/** More names than this in one value are not looked at, and no more text than this. */
const MAX_NAMES = 4;
const MAX_WORDS = 4000;

/** The program's own words in a text, also where it is put together in the statements before. */
export function markupWords(view: CodeView, text: Code): string {
  const own = piecesOf(text);
  if (own) return wordsOf(own);
  const words: string[] = [];
  for (const name of [...namesIn(text)].slice(0, MAX_NAMES)) {
    for (const value of variablesOf(view).get(name)?.values ?? []) words.push(textsIn(value));
    for (const one of view.all('call', 'binary')) {
      if (isAddedTo(one, name)) words.push(textsIn(one));
    }
  }
  return words.join(' ').slice(0, MAX_WORDS);
}

const ADDING =
  /^(?:append\w*|Append\w*|push|push_str|push_back|add|Add|WriteString|Write|concat|write!|writeln!|write_str|Fprintf|extend)$/;

function isAddedTo(one: Call | Binary, name: string): boolean {
  if (one.kind === 'binary') return one.operator === '<<' && firstOf(one) === name;
  if (!ADDING.test(methodOf(one))) return false;
  const [into] = one.args;
  return rootOf(one) === name || (into?.kind === 'name' && into.name === name);
}

/** What a chain of `<<` begins with. */
function firstOf(code: Code): string | undefined {
  let node = code;
  while (node.kind === 'binary' && node.operator === '<<') node = node.left;
  return node.kind === 'name' ? node.name : undefined;
}

function textsIn(code: Code): string {
  let words = '';
  for (const node of everythingIn(code)) {
    if (MAX_WORDS < words.length) break;
    if (node.kind !== 'text') continue;
    words += node.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
  }
  return words;
}
