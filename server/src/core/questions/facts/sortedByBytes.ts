import type { Call, Code, FunctionCode } from '../../code/code.ts';
import { calleeOf, everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { nameWords } from './nameWords.ts';
import { variablesOf } from './variables.ts';

/** Names of texts that people look up by their letters. */
const PEOPLE =
  /^(?:(?:last|first|family|given|full|display|sur|user|customer|company|product|author|city|country|contact)_?name|surname|name|title|city|country|street|label)s?$/i;
/** The same without those that may as well be of files and fields. */
const SURELY =
  /^(?:(?:last|first|family|given|full|display|sur|customer|company|product|author|city|country|contact)_?names?|surnames?|titles?|city|cities|country|countries|street|streets)$/i;
const SORTS =
  /^(?:sort\w*|toSorted|Sort\w*|SliceStable|Slice|usort|uasort|min_by|max_by|order_by|orderBy|sorted)!?$/;
const COMPARES = /^(?:cmp|Compare|strcmp|compare|compareTo|CompareOrdinal)$/;

/** Where texts for people are put in the order of their letters' numbers, not as a language has it. */
export function* sortedByBytes({ view, language }: RuleContext): Generator<Code> {
  if (language === 'csharp') return;
  for (const call of view.all('call')) {
    if (language === 'go' && /^(?:sort\.Strings|slices\.Sort)$/.test(calleeOf(call))) {
      const [list] = call.args;
      if (list && isListForPeople(list, view)) yield call;
      continue;
    }
    if (!SORTS.test(methodOf(call))) continue;
    for (const arg of call.args) {
      const given = arg.kind === 'named' ? arg.value : arg;
      const found = given.kind === 'function' ? comparedIn(given) : keyOf(given);
      if (found) {
        yield arg.kind === 'named' || given.kind !== 'function' ? call : found;
        break;
      }
    }
  }
}

/** `a.lastName < b.lastName`, `a.name.cmp(&b.name)`, `p => p.lastName` as a key. */
function comparedIn(lambda: FunctionCode): Code | undefined {
  const { body, params } = lambda;
  if (!body) return undefined;
  if (params.length === 2) {
    for (const node of everythingIn(body)) {
      const [left, right] = sidesOf(node);
      if (!left || !right) continue;
      const word = fieldOf(left);
      if (PEOPLE.test(word) && word === fieldOf(right)) return node;
    }
    return undefined;
  }
  const [only, ...more] = body.statements;
  const value = only?.kind === 'return' || only?.kind === 'expression' ? only.value : only;
  if (0 < more.length || !value) return undefined;
  return SURELY.test(fieldOf(value)) ? value : undefined;
}

function sidesOf(node: Code): readonly Code[] {
  if (node.kind === 'binary')
    return /^(?:[<>]|<=>|<=|>=)$/.test(node.operator) ? [node.left, node.right] : [];
  if (node.kind !== 'call' || !COMPARES.test(methodOf(node))) return [];
  const { callee, args } = node;
  if (1 < args.length) return args;
  return callee.kind === 'member' ? [callee.object, ...args] : [];
}

/** The field that is compared: `lastName` for `a.lastName`, `&b.last_name`, `a.getLastName()`. */
function fieldOf(code: Code): string {
  if (code.kind === 'unary') return fieldOf(code.operand);
  if (code.kind === 'member') return code.name;
  if (code.kind === 'index') return plainText(code.index) ?? '';
  if (code.kind !== 'call' || 0 < code.args.length || code.callee.kind !== 'member') return '';
  return code.callee.name.replace(/^get(?=[A-Z])/, '');
}

/** Ruby's `sort_by(&:last_name)`, Java's `Comparator.comparing(Person::lastName)`. */
function keyOf(code: Code): Code | undefined {
  const call: Call | undefined = code.kind === 'call' ? code : undefined;
  const inner = call && /^comparing$/.test(methodOf(call)) ? call.args[0] : code;
  if (!inner || (call && call.args.length !== 1)) return undefined;
  const word =
    inner.kind === 'text' && inner.prefix === ':'
      ? (plainText(inner) ?? '')
      : inner.kind === 'member'
        ? inner.name.replace(/^get(?=[A-Z])/, '')
        : '';
  return word !== '' && SURELY.test(word) && inner !== undefined ? inner : undefined;
}

/** Go's `sort.Strings(names)`, where the names are no files', keys' or packages'. */
function isListForPeople(list: Code, view: RuleContext['view']): boolean {
  const isIt = (name: string): boolean => {
    const words = nameWords(name);
    return (
      words.length < 3 && (SURELY.test(name) || /^(?:names|customers|people|authors)$/.test(name))
    );
  };
  if (isIt(lastWord(list))) return true;
  if (list.kind !== 'name') return false;
  const values = variablesOf(view).get(list.name)?.values ?? [];
  return values.some((value) =>
    [...everythingIn(value)].some(
      (one) => (one.kind === 'name' || one.kind === 'member') && isIt(lastWord(one)),
    ),
  );
}
