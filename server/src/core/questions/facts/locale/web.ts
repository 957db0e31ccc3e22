import { calleeOf, doneIn, lastWord, methodOf, plainText, receiverOf } from '../../../code/say.ts';
import type { Call, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { variablesOf } from '../variables.ts';
import { isPeopleText } from './peopleText.ts';
import { CUTS, ENCODING, NUMBER, isPseudoFile } from './effects.ts';

/** The same in Ruby. */
export function inRuby(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const [first, second] = call.args.filter(({ kind }) => kind !== 'function');
  const receiver = receiverOf(call);
  if (methodOf(call) === 'encode')
    return /^(?:US-)?ASCII$/i.test(plainText(first) ?? '') && !second
      ? 'fails for letters outside of English. Is the text plain ASCII for sure?'
      : undefined;
  if (methodOf(call) === 'byteslice' && receiver)
    return isPeopleText(view, receiver, true) ? CUTS : undefined;
  // Where bytes cannot be read, it is said behind.
  if (/\bbinread\b/.test(view.textOf(view.statementOf(call)))) return undefined;
  const hasEncoding = call.args.some(
    (arg) =>
      (arg.kind === 'named' && /encoding|mode|binmode/.test(arg.name)) || arg.kind === 'spread',
  );
  if (hasEncoding || isPseudoFile(first)) return undefined;
  if (/^(?:File|IO)\.(?:read|readlines|foreach)$/.test(name) && first && !second) return ENCODING;
  if (/^CSV\.(?:read|foreach|table|readlines)$/.test(name) && first)
    return plainText(second)?.includes(':') === true ? undefined : ENCODING;
  if (name === 'File.open' && first && second === undefined) return ENCODING;
  const mode = name === 'File.open' ? plainText(second) : undefined;
  return mode !== undefined && /^[rwa]\+?$/.test(mode) ? ENCODING : undefined;
}

/** The same in PHP. */
export function inPhp(view: CodeView, call: Call): string | undefined {
  const name = calleeOf(call);
  const [first] = call.args;
  if (!first || receiverOf(call)) return undefined;
  // What is cut off at the end is known.
  if (call.args.some((arg) => arg.kind === 'unary' && arg.operator === '-')) return undefined;
  if (/^utf8_(?:decode|encode)$/.test(name))
    return 'only knows Latin letters, and loses all others. Is the text never anything else?';
  if (name === 'setlocale') return plainText(call.args[1]) === '' ? NUMBER : undefined;
  const word = first.kind === 'index' ? (plainText(first.index) ?? '') : lastWord(first);
  // What is compared in one case only is mostly a key.
  const isCase = name.startsWith('strto');
  const isText =
    (FOR_PEOPLE.test(word) && !(isCase && /name|text|subject|content|body/i.test(word))) ||
    (!isCase && isPeopleText(view, first, true));
  if (
    /^(?:substr|strrev|str_split|wordwrap|str_pad|strlen|ucfirst|ucwords|lcfirst|strtolower|strtoupper)$/.test(
      name,
    ) &&
    isText &&
    !isSameInBytes(view, call)
  ) {
    return `works on bytes, and letters like ä have two. Is \`mb_${name}\` meant?`.replace(
      'mb_strrev',
      'mb_str_split',
    );
  }
  return undefined;
}

/** Whether there is a text at all, and what is cut where a byte was found. */
function isSameInBytes(view: CodeView, call: Call): boolean {
  const name = calleeOf(call);
  if (name === 'strlen') {
    const parent = view.parentOf(call);
    if (parent?.kind !== 'binary')
      return parent?.kind === 'unary' || parent?.kind === 'if' || parent?.kind === 'conditional';
    const other = parent.left === call ? parent.right : parent.left;
    const isNone = other.kind === 'number' && other.value === 0;
    return isNone || /^(?:&&|\|\|)$/.test(parent.operator);
  }
  return name === 'substr' && call.args.slice(1).some((arg) => isFound(view, arg));
}

function isFound(view: CodeView, code: Code): boolean {
  for (const node of doneIn(code)) {
    if (node.kind === 'call' && FINDS.test(calleeOf(node))) return true;
    const values = node.kind === 'name' ? (variablesOf(view).get(node.name)?.values ?? []) : [];
    if (values.some((value) => value.kind === 'call' && FINDS.test(calleeOf(value)))) return true;
  }
  return false;
}

const FINDS = /^(?:str(?:r|i|ri)?pos|strlen|strcspn|strspn)$/;

const FOR_PEOPLE =
  /^(?:title|name|text|message|description|summary|content|caption|label|subject|comment|body|first_?name|last_?name|username|display_?name|city|bio|excerpt)$/i;
