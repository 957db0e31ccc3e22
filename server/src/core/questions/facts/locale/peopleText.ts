import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import {
  bare,
  doneIn,
  lastWord,
  mentions,
  methodOf,
  plainText,
  receiverOf,
} from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { quoted } from '../../words.ts';
import {
  listOfParam,
  orderingsOf,
  type Compared,
  type Keyed,
  type Listed,
} from '../order/orderings.ts';
import { namedBy } from '../order/valueTypes.ts';
import { variablesOf } from '../variables.ts';

const WRITTEN_BY_PEOPLE =
  /^(?:title|message|description|summary|caption|comment|bio|excerpt|biography|headline|(?:first|last|full|sur|family|given|middle|display|nick|user)_?name|city|street|address|subject|remark|note)s?$/i;
const MAYBE = /^(?:name|text|content|body|label)$/i;

/** Whether a value is text that people write, so that it has letters like ä. `alsoNames`: what is called just a name, too. */
export function isPeopleText(view: CodeView, code: Code, alsoNames: boolean, depth = 4): boolean {
  const one = unwrapped(code);
  const word = namedBy(one);
  if (WRITTEN_BY_PEOPLE.test(word) || (alsoNames && MAYBE.test(word))) return true;
  if (one.kind !== 'name' || depth === 0) return false;
  const [value, other] = variablesOf(view).get(one.name)?.values ?? [];
  return value !== undefined && !other && isPeopleText(view, value, alsoNames, depth - 1);
}

/** What is trimmed, split and turned to another case, without that. */
function unwrapped(code: Code): Code {
  let one = bare(code);
  for (let depth = 0; depth < 6; depth++) {
    if (one.kind !== 'call' || !SHAPES.test(methodOf(one))) return one;
    const receiver = receiverOf(one);
    const isStatic =
      receiver === undefined ||
      (receiver.kind === 'name' && /^(?:strings|std)$/.test(receiver.name));
    const isSecond = /^(?:explode|preg_split)$/.test(methodOf(one));
    const next = isStatic ? one.args[isSecond ? 1 : 0] : receiver;
    if (!next) return one;
    one = bare(next);
  }
  return one;
}

const SHAPES =
  /^(?:trim|strip|explode|preg_split|split|strtolower|strtoupper|lower|upper|ToUpper|ToLower|Fields|split_whitespace|TrimSpace|toLowerCase|toUpperCase|to_string|as_str|clone)$/;

const PEOPLE =
  /customers?|clients?|users?|people|persons?|contacts?|employees?|authors?|students?|guests?|members?|patients?|teachers?|players|attendees?|participants|passengers?|citizens|cities|countries|streets|artists|friends|children/i;
const PERSONAL =
  /^(?:(?:first|last|family|given|middle|nick|customer|company|author|city|country|contact|product)_?name|sur_?name|titles?|city|country|street)$/i;
const PERSONALS =
  /(?:^|_)(?:(?:first|last|family|given|sur|nick)_?names|surnames|cities|countries|streets)$|[a-z](?:(?:First|Last|Family|Given)Names|Cities|Countries)$/i;

/** Names of people, ordered by the numbers of their letters. */
export function* nameOrders({ view, language }: RuleContext): Iterable<Trigger> {
  const seen = new Set<Code>();
  for (const one of orderingsOf(view, language)) {
    const isFound =
      one.kind === 'compare'
        ? isComparedByNumbers(view, one, language)
        : one.kind === 'key'
          ? isKeyed(view, one, language)
          : isListed(view, one, language);
    const statement = view.statementOf(one.at);
    if (!isFound || seen.has(statement)) continue;
    seen.add(statement);
    yield { at: one.at, about: { code: quoted(view, one.at), effect: BY_NUMBERS } };
  }
}

const BY_NUMBERS =
  'orders by the numbers of letters: Z comes before a, and ä behind z. Do people see this order?';

function isComparedByNumbers(
  view: CodeView,
  { at, left, right, isOfTexts }: Compared,
  language: LanguageId,
): boolean {
  const isOrdinal =
    language === 'csharp'
      ? at.kind === 'call' && /Ordinal/.test(view.flat(at))
      : !isOfTexts || language === 'go' || language === 'php' || language === 'cpp';
  if (!isOrdinal || plainText(left) !== undefined || plainText(right) !== undefined) return false;
  const [one, two] = [namedBy(borrowed(left)), namedBy(borrowed(right))];
  if (one !== two) return false;
  if (PERSONAL.test(one)) return true;
  if (!/^(?:name|fullName|full_name)$/i.test(one)) return false;
  const list = listOf(view, left);
  return list !== undefined && PEOPLE.test(lastPart(view, list));
}

/** `&a.name`, `a.name.as_str()`. */
function borrowed(code: Code): Code {
  const one = bare(code);
  if (one.kind === 'unary') return borrowed(one.operand);
  const receiver =
    one.kind === 'call' &&
    /^(?:as_str|clone|to_lowercase|lower|downcase|toLowerCase|to_s)$/.test(methodOf(one))
      ? receiverOf(one)
      : undefined;
  return receiver ? borrowed(receiver) : one;
}

function isKeyed(view: CodeView, { list, key }: Keyed, language: LanguageId): boolean {
  if (language === 'csharp') return false;
  const word = plainText(key) ?? namedBy(borrowed(key));
  if (PERSONAL.test(word)) return true;
  return (
    list !== undefined && /^(?:name|full_?name)$/i.test(word) && PEOPLE.test(lastPart(view, list))
  );
}

function isListed(view: CodeView, { list, at }: Listed, language: LanguageId): boolean {
  if (language === 'csharp' || (at.kind === 'call' && /max|min/i.test(methodOf(at)))) return false;
  const words = lastPart(view, list);
  if (PERSONALS.test(words)) return true;
  const around = view.enclosing(at, 'function')?.name ?? '';
  if (!/^(?:(?:sort|order)(?:ed)?_?(?:by_?)?names?|by_?names?)$/i.test(around)) return false;
  const made = list.kind === 'name' ? variablesOf(view).get(list.name)?.values[0] : undefined;
  return /names$/i.test(words) || (made !== undefined && mentions(made, 'names'));
}

function listOf(view: CodeView, side: Code): Code | undefined {
  for (const node of doneIn(side)) {
    if (node.kind === 'name') {
      const list = listOfParam(view, node.name, node);
      if (list) return list;
      // Go's `people[i].Name`.
      return side.kind === 'member' && side.object.kind === 'index' ? node : undefined;
    }
  }
  return undefined;
}

/** The name of a list that is copied or picked from. */
function lastPart(view: CodeView, list: Code): string {
  for (const node of doneIn(list)) {
    if (node.kind !== 'name' && node.kind !== 'member') continue;
    if (node.kind === 'member' && view.parentOf(node)?.kind === 'call') continue;
    return lastWord(node);
  }
  return '';
}
