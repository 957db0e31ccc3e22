import type { Call, Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  calleeOf,
  doneIn,
  lastWord,
  methodOf,
  plainText,
  receiverOf,
} from '../../code/say.ts';
import { createDeclaredTypes, type DeclaredTypes } from '../facts/declaredTypes.ts';
import { nameWords } from '../facts/nameWords.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Fix, Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { lexicalSortExamples } from './examples/lexicalSort.ts';

/** Numbers are put in order as if they were words. */
export const lexicalSort: Rule = {
  id: 'lexical-sort',
  row: 21,
  title: 'Numbers in the order of words',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [682, 843],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language } = context;
    const types = createDeclaredTypes(context);
    if (isEcmascript(language)) yield* plainSorts(context, types);
    for (const call of view.all('call')) {
      if (sortsByText(view, call, language)) yield hit(view, call);
    }
    for (const one of view.all('binary')) {
      const isOrder = /^(?:[<>]=?|<=>)$/.test(one.operator);
      if (
        isOrder &&
        (comparesVersion(one.left, one.right, language) ||
          comparesTexts(one.left, one.right, language))
      ) {
        yield hit(view, one);
      }
    }
  },
  ask: ({ code, line }) =>
    `Line ${line}: ${code ?? ''} orders as text, where "10" comes before "9". Are these numbers?`,
  obligations: ['boundary', 'numeric', 'property'],
  page: {
    why: 'As text, 10 comes before 9, and version 1.10 before 1.9. With few and small numbers nobody sees it.',
    instead:
      'Order numbers by their values: give `sort` a function, compare numbers, or use what knows versions.',
    sources: ['CWE-682, CWE-843'],
  },
  examples: lexicalSortExamples,
};

function hit(view: CodeView, at: Code, fix?: Fix): Trigger {
  return { at, about: { code: quoted(view, at) }, ...(fix && { fix }) };
}

const NUMBERS =
  /^(?:numbers?|nums|scores?|prices|ages|counts|values|years|timestamps|times|sizes|widths|heights|amounts|totals|lengths|weights|distances|durations|temperatures|indices|indexes|indexs|positions|offsets|ports|levels|ranks|ratings|grades|marks|salaries|percentages|digits|ints|integers|floats|primes|quantities|latencies|ticks|samples|measurements|points|ranges|rates|ids)$/;

function hasNumbers(code: Code, types: DeclaredTypes, view: CodeView): boolean {
  const one = bare(code);
  const type = types.typeOf(one);
  if (type !== undefined) {
    if (/\bnumber\[\]|Array<number>|Set<number>|^(?:Int|Uint|Float)\d+Array/.test(type))
      return /^(?:Int|Uint|Float)\d/.test(type) === false;
    if (/string|Array<|\[\]/.test(type)) return false;
  }
  switch (one.kind) {
    case 'list':
      return isNumberList(one.items, types, view);
    case 'name':
    case 'member': {
      const word = nameWords(lastWord(one)).at(-1) ?? '';
      const made = one.kind === 'name' ? madeOf(view, one.name) : undefined;
      if (made) return hasNumbers(made, types, view);
      return NUMBERS.test(word) && !/^(?:values|ids|times|points|levels|positions)$/.test(word);
    }
    case 'call':
      return givesNumbers(one, types, view);
    default:
      return false;
  }
}

function isNumberList(items: readonly Code[], types: DeclaredTypes, view: CodeView): boolean {
  const [first] = items;
  if (first?.kind === 'spread' && items.length === 1) return hasNumbers(first.value, types, view);
  return (
    1 < items.length &&
    items.every(
      (item) => item.kind === 'number' || (item.kind === 'unary' && item.operand.kind === 'number'),
    )
  );
}

/** The value that a variable was declared with, where that says more than its name. */
function madeOf(view: CodeView, name: string): Code | undefined {
  const declared = view
    .all('declare')
    .find(({ target }) => target.kind === 'name' && target.name === name);
  const value = declared?.value;
  const isTelling =
    value?.kind === 'list' ||
    (value?.kind === 'call' &&
      /^(?:map|filter|slice|keys|split|values|from|concat)$/.test(methodOf(value)));
  return isTelling && (value.kind !== 'list' || value.items.length !== 0) ? value : undefined;
}

/** `.map(Number)`, `.map((x) => x.price * 2)`, `[...numbers].filter(…)`. */
function givesNumbers(call: Call, types: DeclaredTypes, view: CodeView): boolean {
  const [first] = call.args;
  const receiver = receiverOf(call);
  switch (methodOf(call)) {
    case 'map': {
      if (first?.kind === 'name') return /^(?:Number|parseInt|parseFloat)$/.test(first.name);
      const value = first?.kind === 'function' ? resultOf(first) : undefined;
      return value !== undefined && isNumeric(value);
    }
    case 'values': {
      const of = calleeOf(call) === 'Object.values' ? first : undefined;
      if (!of) return false;
      const type = types.typeOf(of);
      return type === undefined
        ? hasNumbers(of, types, view)
        : /Record<\w+, ?number>|\]: ?number/.test(type);
    }
    case 'filter':
    case 'slice':
    case 'concat':
    case 'from':
      return (
        hasNumbers(methodOf(call) === 'from' && first ? first : (receiver ?? call), types, view) &&
        receiver !== call
      );
    default:
      return false;
  }
}

function resultOf(one: FunctionCode): Code | undefined {
  const last = one.body?.statements.at(-1);
  return last?.kind === 'return' ? last.value : undefined;
}

const NUMBER_FIELD =
  /^(?:length|size|count|price|age|score|amount|total|year|width|height|timestamp|duration|weight|rating|salary|quantity|index|position|level|rank)$/;

function isNumeric(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'number') return true;
  if (one.kind === 'binary')
    return (
      /^[-*/%]$/.test(one.operator) ||
      (one.operator === '+' && isNumeric(one.left) && isNumeric(one.right))
    );
  if (one.kind === 'unary') return /^[-+]$/.test(one.operator);
  if (one.kind === 'call')
    return /^(?:Number|parseInt|parseFloat|getTime|round|floor|ceil|abs)$/.test(methodOf(one));
  return one.kind === 'member' && NUMBER_FIELD.test(one.name);
}

/** `numbers.sort()`: without a function, JavaScript orders by text. */
function* plainSorts({ view }: RuleContext, types: DeclaredTypes): Iterable<Trigger> {
  for (const call of view.all('call')) {
    if (!/^(?:sort|toSorted)$/.test(methodOf(call)) || call.args.length !== 0) continue;
    const receiver = receiverOf(call);
    if (!receiver || !hasNumbers(receiver, types, view)) continue;
    const inside = call.end - 1;
    yield hit(view, call, {
      title: 'Order by value',
      edits: [{ start: inside, end: inside, text: '(a, b) => a - b' }],
    });
  }
}

const TO_TEXT =
  /^(?:str|String|toString|ToString|to_s|to_string|valueOf|Itoa|FormatInt|Sprint|strval|toText)$/;

/** What makes text of a number. */
function makesText(code: Code): boolean {
  const one = bare(code);
  if (one.kind === 'call') {
    const name = calleeOf(one);
    if (/^String\.valueOf$|^(?:Integer|Long|Double)\.toString$/.test(name)) return true;
    return TO_TEXT.test(methodOf(one)) && !/^(?:valueOf)$/.test(methodOf(one));
  }
  return code.kind === 'cast' && /^string$/i.test(code.type);
}

function sortsByText(view: CodeView, call: Call, language: LanguageId): boolean {
  const method = methodOf(call);
  const { args } = call;
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return (
        method === 'localeCompare' &&
        args.length === 1 &&
        [receiverOf(call), args[0]].every((side) => side && isNumberText(side))
      );
    case 'python':
      return (
        /^(?:sorted|sort|min|max)$/.test(method) &&
        args.some(
          (arg) => arg.kind === 'named' && arg.name === 'key' && isTextKey(arg.value, /^str$/),
        )
      );
    case 'ruby':
      return (
        /^(?:sort_by|min_by|max_by|sort_by!)$/.test(method) &&
        args.some((arg) => isSymbolOrText(arg))
      );
    case 'java':
      if (/^(?:compareTo|compareToIgnoreCase)$/.test(method))
        return [receiverOf(call), args[0]].every((side) => side && makesText(side));
      return (
        /^(?:comparing|sortBy)$/.test(method) &&
        args.some((arg) => isTextKey(arg, /^(?:valueOf|toString)$/))
      );
    case 'csharp':
      if (/^(?:Compare|CompareOrdinal|CompareTo)$/.test(method)) {
        const sides = method === 'CompareTo' ? [receiverOf(call), args[0]] : args.slice(0, 2);
        return sides.length === 2 && sides.every((side) => side && makesText(side));
      }
      return (
        /^(?:OrderBy|OrderByDescending|ThenBy|ThenByDescending)$/.test(method) &&
        args.some((arg) => isTextKey(arg, /^ToString$/))
      );
    case 'go': {
      const [first] = args;
      const isSort = /^(?:sort\.Strings|slices\.Sort)$/.test(calleeOf(call));
      return (
        isSort &&
        first !== undefined &&
        isNumberName(lastWord(first)) &&
        holdsTexts(view, lastWord(first))
      );
    }
    case 'rust':
      return /^(?:sort_by_key|sort_by_cached_key|sort_unstable_by_key|min_by_key|max_by_key)$/.test(
        method,
      )
        ? args.some((arg) => isTextKey(arg, /^to_string$/))
        : method === 'cmp' &&
            [receiverOf(call), args[0]].every(
              (side) => side && makesText(side.kind === 'unary' ? side.operand : side),
            );
    case 'cpp':
      return (
        method === 'compare' && [receiverOf(call), args[0]].every((side) => side && makesText(side))
      );
    case 'php': {
      const isFlagged =
        /^(?:r?sort|a?r?sort|asort|ksort|krsort|arsort)$/.test(method) &&
        args.some((arg) => lastWord(arg) === 'SORT_STRING');
      const [first, second] = args;
      const isCompared =
        /^str(?:case)?cmp$/.test(method) && first !== undefined && second !== undefined;
      return (
        (isFlagged && args[0] !== undefined && isNumberName(lastWord(args[0]))) ||
        (isCompared && isNumberText(first) && isNumberText(second))
      );
    }
  }
}

function isNumberName(name: string): boolean {
  const last = nameWords(name).at(-1) ?? '';
  return NUMBERS.test(last) || /^versions?$/.test(last);
}

/** Go: what is sorted are texts made of numbers, or a list of texts. */
function holdsTexts(view: CodeView, name: string): boolean {
  return view.all('param', 'declare').every((one) => {
    const named = one.kind === 'param' ? one.name : lastWord(one.target);
    return named !== name || one.type === undefined || one.type === '[]string';
  });
}

/** Text of a number: `String(a.price)`, `a.version`. */
function isNumberText(code: Code): boolean {
  const one = bare(code);
  if (makesText(one)) return true;
  if (one.kind === 'cast') return isNumberText(one.value);
  const word = one.kind === 'index' ? (plainText(one.index) ?? '') : lastWord(one);
  return /^(?:price|amount|age|score|count|quantity|version)$/i.test(word);
}

function isTextKey(code: Code, names: RegExp): boolean {
  if (code.kind === 'name' || code.kind === 'member') return names.test(lastWord(code));
  if (code.kind !== 'function') return false;
  const value = resultOf(code);
  return value !== undefined && makesText(value);
}

/** `sort_by(&:to_s)`, `sort_by { |x| x.to_s }`. */
function isSymbolOrText(arg: Code): boolean {
  if (arg.kind === 'text') return plainText(arg) === 'to_s';
  return isTextKey(arg, /^to_s$/);
}

/** `version < '1.10'`: versions are no texts. */
function comparesVersion(left: Code, right: Code, language: LanguageId): boolean {
  if (/^(?:rust|java)$/.test(language)) return false;
  const [text, other] = left.kind === 'text' ? [left, right] : [right, left];
  const written = plainText(text);
  if (written === undefined || !/^v?\d+(?:\.\d+)+$/.test(written)) return false;
  if (other.kind === 'call')
    return (
      /version|release/i.test(methodOf(other)) &&
      !/^(?:Version|parse|parse_version|new|LooseVersion|StrictVersion|SemVer)$/.test(
        methodOf(other),
      )
    );
  return /version|release/i.test(lastWord(other));
}

/** `str(a) < str(b)`, `strconv.Itoa(a) < strconv.Itoa(b)`, `a.to_s <=> b.to_s`. */
function comparesTexts(left: Code, right: Code, language: LanguageId): boolean {
  if (isEcmascript(language) && !(left.kind === 'call' && right.kind === 'call')) return false;
  return makesText(left) && makesText(right) && !isOfDates(left) && !isOfDates(right);
}

function isOfDates(code: Code): boolean {
  for (const node of doneIn(code)) {
    if (
      (node.kind === 'name' || node.kind === 'member') &&
      /date|time|uuid|name|path|key|title|email/i.test(node.name)
    )
      return true;
  }
  return false;
}
