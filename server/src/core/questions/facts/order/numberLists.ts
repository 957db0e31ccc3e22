import type { Call, Code } from '../../../code/code.ts';
import { bare, calleeOf, lastWord, methodOf, receiverOf } from '../../../code/say.ts';
import { createDeclaredTypes } from '../declaredTypes.ts';
import { nameWords } from '../nameWords.ts';
import { variablesOf } from '../variables.ts';
import type { RuleContext } from '../../rule.ts';
import { resultOf } from './orderings.ts';
import { elementOf } from './valueTypes.ts';

/** Tells lists of numbers in JavaScript and TypeScript. */
export interface NumberLists {
  areNumbers(list: Code): boolean;
  /** Whether what a call gives goes where a list of numbers is wanted. */
  givesNumbers(call: Code): boolean;
}

const NUMBERS =
  /^(?:numbers?|nums|scores?|prices|ages|counts|years|timestamps|sizes|widths|heights|amounts|totals|lengths|weights|distances|durations|temperatures|indices|indexes|indexs|offsets|ports|ranks|ratings|grades|marks|salaries|percentages|digits|ints|integers|floats|primes|quantities|latencies|ticks|samples|measurements|ranges|rates)$/;
const NUMBER_FIELD =
  /^(?:length|size|count|price|age|score|amount|total|year|width|height|timestamp|duration|weight|rating|salary|quantity|qty|index|position|level|rank|priority|offset|port|distance|temperature|percent|percentage|order|seconds|minutes|hours|days|ms|bytes|votes|likes|views|valueAsNumber|cents)$/;
/** The same behind other words: `priceCents`, `unit_price`, `fileSize`. */
const NUMBER_LAST =
  /^(?:cents|price|amount|age|count|length|size|width|height|score|total|year|quantity|qty|seconds|minutes|hours|days|ms|millis|bytes|percent|weight|distance|duration|timestamp|salary)$/;

/** Reads the lists of one block. */
export function createNumberLists(context: RuleContext): NumberLists {
  const { view, outline } = context;
  const types = createDeclaredTypes(context);
  /** Numbers in what a type as written holds; undefined where it does not say. */
  const holdsNumbers = (type: string): boolean | undefined => {
    if (/^(?:Big)?(?:Int|Uint|Float)\d/.test(type)) return false;
    const element = elementOf(type);
    return element === undefined || element === ''
      ? undefined
      : /^(?:number|bigint|\(number\))$/.test(element.trim());
  };
  /** `new Map<number, string>()`, `new Set<number>()`: what a variable or a field was made as. */
  const madeAs = (code: Code): string | undefined => {
    const name = lastWord(code);
    const own = code.kind === 'name' ? variablesOf(view).get(name)?.values[0] : undefined;
    const field = outline.variables.find(
      (one) => (one.kind === 'declare' || one.kind === 'assign') && lastWord(one.target) === name,
    );
    const value =
      own ?? (field?.kind === 'declare' || field?.kind === 'assign' ? field.value : undefined);
    return value?.kind === 'call' && value.isNew
      ? view.flat(value).replace(/^new /, '')
      : undefined;
  };
  const mapOf = (code: Code): readonly string[] | undefined => {
    const written = [types.typeOf(code), madeAs(code)].find((type) => /Map</.test(type ?? ''));
    return /Map<([\w.]+), ?([\w.[\]]+)/.exec(written ?? '')?.slice(1, 3);
  };
  const areNumbers = (code: Code, depth: number): boolean => {
    const one = bare(code);
    if (depth === 0) return false;
    const type = types.typeOf(one);
    const told = type === undefined ? undefined : holdsNumbers(type);
    if (told !== undefined) return told;
    switch (one.kind) {
      case 'list':
        return isNumberList(one.items, depth);
      case 'name':
      case 'member': {
        const made = madeAs(one);
        const element = made === undefined ? undefined : /Set<(\w+)>/.exec(made)?.[1];
        if (element !== undefined) return element === 'number';
        const values = one.kind === 'name' ? variablesOf(view).get(one.name) : undefined;
        const [value] = values?.isParam === true ? [] : (values?.values ?? []);
        const isTelling =
          value?.kind === 'call' || (value?.kind === 'list' && value.items.length !== 0);
        if (value && isTelling) return areNumbers(value, depth - 1);
        return NUMBERS.test(nameWords(lastWord(one)).at(-1) ?? '');
      }
      case 'call':
        return callGives(one, depth - 1);
      default:
        return false;
    }
  };
  const isNumberList = (items: readonly Code[], depth: number): boolean => {
    const [first] = items;
    if (first?.kind === 'spread')
      return items.every((item) => item.kind === 'spread' && areNumbers(item.value, depth - 1));
    return (
      1 < items.length &&
      items.every(
        (item) =>
          item.kind === 'number' || (item.kind === 'unary' && item.operand.kind === 'number'),
      )
    );
  };
  const callGives = (call: Call, depth: number): boolean => {
    const [first, second] = call.args;
    const receiver = receiverOf(call);
    const method = methodOf(call);
    if (call.isNew && method === 'Set') return first !== undefined && areNumbers(first, depth);
    switch (method) {
      case 'map':
      case 'flatMap':
        return first !== undefined && isNumeric(first);
      case 'values':
      case 'keys': {
        if (calleeOf(call) === 'Object.values' && first) {
          const type = types.typeOf(first);
          if (type !== undefined) return /Record<\w+, ?number>|\]: ?number/.test(type);
          return areNumbers(first, depth);
        }
        const map = receiver && mapOf(receiver);
        if (!map && method === 'values' && receiver) return areNumbers(receiver, depth);
        return map?.[method === 'keys' ? 0 : 1] === 'number';
      }
      case 'from':
        if (second) return isNumeric(second);
        return first !== undefined && areNumbers(first, depth);
      case 'uniq':
      case 'compact':
        return first !== undefined && areNumbers(first, depth);
      case 'filter':
      case 'slice':
      case 'concat':
      case 'reverse':
      case 'splice':
      case 'flat':
        return receiver !== undefined && areNumbers(receiver, depth);
      default: {
        const returns = outline.functionsNamed(method)[0]?.returns;
        return returns !== undefined && holdsNumbers(returns.replace(/^:\s*/, '')) === true;
      }
    }
  };
  return Object.freeze({
    areNumbers: (list: Code) => areNumbers(list, 12),
    givesNumbers(call: Code): boolean {
      const parent = view.parentOf(call);
      // `[...map.keys()].sort()` in a function that gives numbers.
      const wanted =
        parent?.kind === 'return'
          ? view.enclosing(parent, 'function')?.returns
          : parent?.kind === 'declare'
            ? parent.type
            : undefined;
      return wanted !== undefined && holdsNumbers(wanted.replace(/^:\s*/, '')) === true;
    },
  });
}

/** `Number`, `(x) => x.price * 2`. */
function isNumeric(by: Code): boolean {
  if (by.kind === 'name') return /^(?:Number|parseInt|parseFloat)$/.test(by.name);
  const value = by.kind === 'function' ? resultOf(by) : undefined;
  return value !== undefined && isNumber(value, 6);
}

function isNumber(code: Code, depth: number): boolean {
  const one = bare(code);
  if (depth === 0) return false;
  if (one.kind === 'number') return true;
  if (one.kind === 'binary')
    return (
      /^[-*/%]$/.test(one.operator) ||
      (one.operator === '+' && isNumber(one.left, depth - 1) && isNumber(one.right, depth - 1))
    );
  if (one.kind === 'unary') return /^[-+]$/.test(one.operator);
  if (one.kind === 'conditional')
    return isNumber(one.whenTrue, depth - 1) && isNumber(one.otherwise, depth - 1);
  if (one.kind === 'call')
    return /^(?:Number|parseInt|parseFloat|getTime|getFullYear|round|floor|ceil|abs|trunc|valueOf|now)$/.test(
      methodOf(one),
    );
  if (one.kind !== 'member') return false;
  return NUMBER_FIELD.test(one.name) || NUMBER_LAST.test(nameWords(one.name).slice(1).at(-1) ?? '');
}
