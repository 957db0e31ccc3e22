import type { Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, methodOf, plainText } from '../../code/say.ts';
import { nameWords } from './nameWords.ts';
import { namesOf } from './variables.ts';
import { writesOf } from './writesOf.ts';

/** A piece of what a function was given, as far as a name tells what it is. */
export interface Given {
  readonly name: string;
  /**
   * `data`: one of many. `code`: a number or code of one of them. `part`: something else that it was
   * given, or that comes of it. `choice`: what a program offers to choose from.
   */
  readonly kind: 'data' | 'code' | 'part' | 'choice';
}

const DATA = new Set(
  'input text str string s word words sentence phrase email mail user username name person customer password coupon id uid query url n x num number nums numbers arr array list items values data value amount price total quantity count age year score limit matrix points a b lst xs seq i customerid userid v vec expression intervals title sku iban isbn slug zip postcode phone address city street from to sequence board grid candidate term needle haystack prices scores weights coins target date birthday principal income salary weight distance roman numeral digits dna pattern left right first second m k'.split(
    ' ',
  ),
);
const CODES =
  /^(?:code|number|no|ref|reference|sku|serial|voucher|coupon|promo|key|token|isbn|iban|vin|plate|barcode|id|account|zip|postcode|license|licence)$/;
const CHOICE =
  /^(?:\w*type|kinds?|modes?|keys?|codes?|status|states?|op|operator|cmd|command|method|event|tag|locale|lang|language|format|ext|extension|level|version|options?|flags?|fields?|attrs?|attribute|props?|param|class|node|token|char|action|encoding|charset|unit|month|day|base|port|size|len|length|width|height|index|idx|depth|bits|byte|bytes|column|header|scheme|protocol|path|files?|filename|dir|directory|table|property|variable|symbol|module|package|argc|argv|ret|rc|errno|sign|axis|dim|ndim|opcode|err|error|media|content|role|platform|os|arch|env|environment|theme|color|colour|align|position|direction|side|driver|engine|dialect|algorithm|algo|hash|cipher|digest|alg|magic)$/i;
/** Methods and functions that give the same thing, as a text or in other letters. */
const SAME =
  /^(?:join|toString|to_s|to_string|as_str|as_ref|as_bytes|as_slice|lower|upper|strip|trim|toLowerCase|toUpperCase|ToLower|ToUpper|ToLowerInvariant|ToUpperInvariant|ToString|downcase|upcase|strtolower|strtoupper|stringify|str|sorted|sort|String|c_str|data|clone|Trim|casefold|TrimSpace|collect|replace|filter|chars|normalize|squish|Replace|gsub|replaceAll|int|Number|parseInt|to_i|unwrap|get|getOrDefault|ToArray|ToList|toList|to_a|list|tuple)$/;
const MAX_STEPS = 4;

/** What of the enclosing function's parameters a value is; undefined for anything else. */
export function givenOf(view: CodeView, code: Code): Given | undefined {
  return given(view, code, MAX_STEPS);
}

function given(view: CodeView, top: Code, left: number): Given | undefined {
  const code = bare(top);
  if (left <= 0) return undefined;
  switch (code.kind) {
    case 'unary':
      return /^[&*]/.test(code.operator) ? given(view, code.operand, left) : undefined;
    case 'name':
      return ofName(view, code, code.name, left);
    case 'index':
    case 'member': {
      const root = given(view, code.object, left - 1);
      if (!root) return undefined;
      const last = code.kind === 'member' ? code.name : (plainText(code.index) ?? '');
      return last === '' ? { name: root.name, kind: 'part' } : named(last, false);
    }
    case 'call': {
      const { callee, args } = code;
      const method = methodOf(code);
      // `order.number()`, `order.getNumber()`.
      const isGetter =
        callee.kind === 'member' && args.length === 0 && !SAME.test(method) && !code.isNew;
      if (isGetter) {
        const root = given(view, callee.object, left - 1);
        return root && named(method.replace(/^get_?(?=\w)/i, ''), false);
      }
      if (!SAME.test(method)) return undefined;
      const held = [...(callee.kind === 'member' ? [callee.object] : []), ...args.slice(0, 1)];
      for (const one of held) {
        const found = given(view, one, left);
        if (found) return found;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function ofName(view: CodeView, code: Code, name: string, left: number): Given | undefined {
  const fn = functionAround(view, code);
  if (!fn || /^(?:this|self)$/.test(name)) return undefined;
  const isParam = fn.params.some(
    (param) => param.name === name || namesOf(param.pattern).includes(name),
  );
  if (isParam) return named(name, true);
  for (const one of writesOf(view, name)) {
    if (!one.value) continue;
    if (code.start < one.end || one.start < fn.start) continue;
    const from = given(view, one.value, left - 1);
    return from && { name, kind: from.kind === 'data' ? 'data' : from.kind };
  }
  return undefined;
}

/** The function around, callbacks in it left out: their parameters come of its own. */
function functionAround(view: CodeView, code: Code): FunctionCode | undefined {
  for (const one of view.around(code)) if (one.kind === 'function') return one;
  return undefined;
}

function named(name: string, isParam: boolean): Given {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  const isOfChoice = words.slice(0, -1).some((word) => CHOICE.test(word));
  if (CODES.test(last) && !isOfChoice && (!isParam || !DATA.has(last)))
    return { name, kind: 'code' };
  if (words.some((word) => CHOICE.test(word) && (word !== last || !DATA.has(last))))
    return { name, kind: 'choice' };
  return { name, kind: DATA.has(last) && isParam ? 'data' : 'part' };
}
