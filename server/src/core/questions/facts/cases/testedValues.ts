import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { bare, dotted, lastWord, methodOf, receiverOf } from '../../../code/say.ts';

/** A condition that asks whether a thing is one of some values, or of some types. */
export interface Test {
  readonly subject: Code;
  /** The subject's text, by which conditions about the same thing are known. */
  readonly words: string;
  readonly values: readonly Code[];
}

/** Called on the thing, with the value. */
const EQUALS =
  /^(?:equals|Equals|equalsIgnoreCase|eql\?|eq|eq_ignore_ascii_case|contentEquals|is_a\?|kind_of\?|isa|[sS]tarts?_?[wW]ith\??|[eE]nds?_?[wW]ith\??|startswith|endswith|hasPrefix|hasSuffix)$/;
/** Called with both. */
const EQUALS_OF_TWO =
  /^(?:strcmp|strcasecmp|EqualFold|HasPrefix|HasSuffix|isinstance|issubclass|str_starts_with|str_ends_with|is_a)$/;

/** `x === 'a'`, `x == 1 || x == 2`, `"a".equals(x)`, `x in ('a', 'b')`, `isinstance(x, A)`. */
export function testOf(view: CodeView, condition: Code): Test | undefined {
  const code = bare(condition);
  if (code.kind === 'binary') {
    if (code.operator === '||') {
      const [left, right] = [testOf(view, code.left), testOf(view, code.right)];
      if (!left || left.words !== right?.words) return undefined;
      return { ...left, values: [...left.values, ...right.values] };
    }
    if (/^(?:===?|is)$/.test(code.operator)) {
      const called = strcmp(code.left, code.right);
      return called ? testBetween(view, ...called) : testBetween(view, code.left, code.right);
    }
    if (code.operator === 'instanceof' || code.operator === 'matches') {
      const type = bare(code.right);
      return isTypeName(type) && dotted(code.left) !== undefined
        ? { subject: code.left, words: view.flat(code.left), values: [type] }
        : undefined;
    }
    if (code.operator === 'in' && code.right.kind === 'list') {
      const { items } = code.right;
      if (items.length === 0 || !items.every((item) => isLiteral(item) || isConstantName(item)))
        return undefined;
      return { subject: code.left, words: view.flat(code.left), values: items };
    }
    return undefined;
  }
  if (code.kind === 'unary' && code.operator === '!') {
    const { operand } = code;
    const [a, b] =
      operand.kind === 'call' && /^str(?:case)?cmp$/.test(methodOf(operand)) ? operand.args : [];
    return a && b ? testBetween(view, a, b) : undefined;
  }
  if (code.kind !== 'call') return undefined;
  const [first, second] = code.args;
  if (EQUALS_OF_TWO.test(methodOf(code)) && first && second)
    return isOfType(code) ? typed(view, first, second) : testBetween(view, first, second);
  if (!EQUALS.test(methodOf(code))) return undefined;
  const receiver = receiverOf(code);
  if (!receiver || !first || code.args.length !== 1) return undefined;
  return isOfType(code) ? typed(view, receiver, first) : testBetween(view, receiver, first);
}

function isOfType(call: Code): boolean {
  return (
    call.kind === 'call' && /^(?:isinstance|issubclass|is_a\??|kind_of\?|isa)$/.test(methodOf(call))
  );
}

function typed(view: CodeView, subject: Code, type: Code): Test | undefined {
  const values = type.kind === 'list' || type.kind === 'pattern' ? partsOf(type) : [type];
  if (dotted(subject) === undefined || values.length === 0) return undefined;
  return { subject, words: view.flat(subject), values };
}

function partsOf(code: Code): readonly Code[] {
  if (code.kind === 'list') return code.items;
  return code.kind === 'pattern' ? code.parts : [];
}

/** C's `strcmp(a, "b") == 0`. */
function strcmp(left: Code, right: Code): readonly [Code, Code] | undefined {
  if (left.kind !== 'call' || right.kind !== 'number' || !methodOf(left).endsWith('cmp'))
    return undefined;
  const [a, b] = left.args;
  return a && b ? [a, b] : undefined;
}

function testBetween(view: CodeView, left: Code, right: Code): Test | undefined {
  const isValue = isLiteral(left) || (isConstantName(left) && !isConstantName(right));
  const [subject, value] = isValue ? [right, left] : [left, right];
  if (!isLiteral(value) && !isConstantName(value)) return undefined;
  if (isLiteral(subject) || isConstantName(subject)) return undefined;
  const name = dotted(subject);
  if (name === undefined && subject.kind !== 'call' && subject.kind !== 'index') return undefined;
  // What kind of value a thing is, is told by the language.
  if (subject.kind === 'unary' || /(?:^|\.)(?:length|size|len|count)$/i.test(name ?? ''))
    return undefined;
  return { subject, words: view.flat(subject), values: [value] };
}

/** Written out. */
export function isLiteral(code: Code): boolean {
  if (code.kind === 'text') return code.parts.every((part) => typeof part === 'string');
  return code.kind === 'number' && !code.isFloat;
}

/** `OPEN`, `Status.Open`, Go's `StatusOpen`. */
export function isConstantName(code: Code): boolean {
  if (code.kind !== 'name' && code.kind !== 'member') return false;
  return /^[A-Z]/.test(lastWord(code));
}

/** `Circle`, `shapes.Circle`, and the patterns `Circle c`, `Circle(r=r)`. */
export function isTypeName(code: Code): boolean {
  if (code.kind === 'call') return isConstantName(code.callee);
  if (code.kind === 'declare') return /^[A-Z]/.test(code.type ?? '');
  return isConstantName(code);
}
