import type { Binary, Call, Code, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf, plainText, receiverOf } from '../../code/say.ts';
import { isSameField } from '../facts/ownField.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { isLiteral, isRepeatable } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';

const EQUALITY = new Set(['==', '!=', '===', '!==']);
const OTHERS = new Set([
  '<',
  '>',
  '<=',
  '>=',
  '<=>',
  '-',
  '/',
  '%',
  '^',
  '??',
  '?:',
  'is',
  'is not',
]);
const COMPARES = new Set([...EQUALITY, '<', '>', '<=', '>=', 'is', 'is not']);
const CHAINS = new Set(['&&', '||', '&', '|']);
/** Calls that compare, or choose of, two values. */
const OF_TWO = /^(?:max|min|equals?|Equals|compare|compareTo|strcmp|eql\?|deepEqual|DeepEqual)$/;
const WHOLE =
  /^(?:&?(?:str|string|String|int|long|short|bool|boolean|usize|u\d+|i\d+|u?int\d*(?:_t)?|size_t|const std::string ?&|std::string|\w*Id))$/;

/** Names of values of any kind. */
const ANY_VALUE =
  /^(?:[a-z]|[a-z]\d|val|value\w*|num|number|other|obj|object|left|right|lhs|rhs|item|key|self|this|arg|el|elem|element|target|search\w*|float|double|f\d+|result|res|\w*Value|v\d)$/;

/** An operator has the same on both sides. */
export const identicalOperands: Rule = {
  id: 'identical-operands',
  row: 40,
  title: 'The same on both sides of an operator',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [480, 570, 571],
  kind: 'check',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view } = context;
    for (const one of view.all('binary')) {
      if (CHAINS.has(one.operator)) {
        yield* repeatedIn(context, one);
        yield* decidedIn(context, one);
      }
      if (isTwice(context, one) && !isInTests(context, one))
        yield found(view, one, one.operator, one.left);
    }
    for (const call of view.all('call')) {
      const [first, second, ...more] = call.args;
      if (!first || 0 < more.length || context.isTest || !OF_TWO.test(methodOf(call))) continue;
      const left = second ? first : (receiverOf(call) ?? ownOf(call));
      const right = second ?? first;
      const isOne = left && (isSame(view, left, right) || isSameField(context, left, right));
      if (left && isOne && !isLiteral(left)) {
        yield found(view, call, methodOf(call), left);
      }
    }
  },
  ask: ({ operator, code, line, always }) =>
    always === undefined
      ? `Line ${line} has ${code} on both sides of ${operator}, so it says nothing about anything else.`
      : `Line ${line}: ${code} is ${always}, as no value is two things at once.`,
  obligations: ['branch'],
  page: {
    why: 'A comparison of a value with itself, or a value less itself, has one answer for all inputs. Most often one side was to be another name that looks much the same.',
    instead: 'Put in the name that was meant, or take the expression out.',
    sources: ['CWE-480, CWE-570, CWE-571', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: "function isOpen(state, a, b) {\n  if (state !== 'new' || state !== 'open') return true; ⟵\n  if (state === 1 && state === 2) return false; ⟵\n  return a === b && b === a; ⟵\n}",
      quiet:
        "function isOpen(state, a, b) {\n  if (state !== 'new' && state !== 'open') return true;\n  if (state === 1 || state === 2 || state != '' || state != 0) return false;\n  return a < b && b < a + 1 && 60 / 60 < a;\n}",
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc isOpen(s string, n int) bool {\n\tif 1 == 1 { ⟵\n\t\treturn n != 0 || 1 != n ⟵\n\t}\n\treturn s == "a" && s == "b" ⟵\n}\n',
      quiet:
        'package a\n\nfunc isOpen(s string, n int) bool {\n\tif n == 1 {\n\t\treturn n != 0 && 1 != n\n\t}\n\treturn s == "a" || s == "b"\n}\n',
    },
    {
      languages: ['python'],
      asks: "def is_open(state):\n    return state != 'new' or state != 'open' ⟵\n",
      quiet: "def is_open(state):\n    return state != 'new' and state != 'open'\n",
    },
    {
      languages: ['java'],
      asks: 'class Money {\n  private String unit;\n  boolean same(Money other) {\n    return unit.equals(this.unit) || equals(this); ⟵\n  }\n}\n',
      quiet:
        'class Money {\n  private String unit;\n  boolean same(String unit) {\n    return unit.equals(this.unit) || other.equals(this);\n  }\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function overlaps(a, b) {\n  if (a.id === a.id) return false; ⟵\n  return a.start < b.end && b.start < a.end && a.start < b.end; ⟵\n}',
      quiet:
        'function overlaps(a, b) {\n  if (a.id === b.id || a !== a) return false;\n  return a.start < b.end && b.start < a.end && next() || next();\n}',
    },
    {
      languages: ['python'],
      asks: 'def changed(old, new):\n    return old.name != old.name or old.size != new.size ⟵\n',
      quiet: 'def changed(old, new):\n    return old.name != new.name or old.size != new.size\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc inside(p, q Point) bool {\n\treturn p.X < q.X && p.X < q.X ⟵\n}\n',
      quiet: 'package a\n\nfunc inside(p, q Point) bool {\n\treturn p.X < q.X && p.Y < q.Y\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn span(start: usize, end: usize) -> usize {\n    if end < start { return 0; }\n    end - end ⟵\n}\n',
      quiet:
        'fn span(start: usize, end: usize) -> usize {\n    if end < start { return 0; }\n    end - start\n}\n',
    },
    {
      languages: ['java'],
      asks: 'class Money {\n  boolean same(Money other) {\n    return getCents() == getCents() && unit.equals(unit); ⟵\n  }\n}\n',
      quiet:
        'class Money {\n  boolean same(Money other) {\n    return getCents() == other.getCents() && unit.equals(other.unit);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      asks: 'class Money {\n  bool Same(Money other) {\n    return Cents == Cents && Unit == other.Unit; ⟵\n  }\n}\n',
      quiet:
        'class Money {\n  bool Same(Money other) {\n    return Cents == other.Cents && Unit == other.Unit;\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'bool same(const Point& a, const Point& b) {\n  return a.x == b.x && a.y == a.y; ⟵\n}\n',
      quiet: 'bool same(const Point& a, const Point& b) {\n  return a.x == b.x && a.y == b.y;\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def same?(other)\n  name == name && size == other.size ⟵\nend\n',
      quiet: 'def same?(other)\n  name == other.name && size == other.size\nend\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function pick(msg, b) {\n  return msg.a && b.c && b.c; ⟵\n}',
      quiet: 'function pick(msg) {\n  return (msg && msg.text && msg) || {};\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class A {\n  bool Dict() {\n    return IsOpen() && IsOpen(); ⟵\n  }\n}\n',
      quiet: 'class A {\n  bool Dict() {\n    return ReadOne() && ReadOne();\n  }\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn equality(a: Length) -> bool {\n    a.size() == a.size() ⟵\n}\n',
      quiet:
        '#[cfg(test)]\nmod tests {\n    #[test]\n    fn equality() {\n        assert!(Length(0) == Length(0));\n    }\n}\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction same($a, $b) {\n  return $a->id === $a->id; ⟵\n}\n',
      quiet: '<?php\nfunction same($a, $b) {\n  return $a->id === $b->id;\n}\n',
    },
  ],
};

function found(view: CodeView, at: Code, operator: string, code: Code): Trigger {
  return { at, about: { operator: inBackticks(operator), code: quoted(view, code) } };
}

/** `equals(this)`: what it is called on is not written. */
function ownOf({ callee, args: [first] }: Call): Code | undefined {
  const isOwn = callee.kind === 'name' && first?.kind === 'name' && first.name === 'this';
  return isOwn ? first : undefined;
}

function isTwice(context: RuleContext, { operator, left, right }: Binary): boolean {
  const { view } = context;
  const isEquality = EQUALITY.has(operator);
  if (!isEquality && !OTHERS.has(operator)) return false;
  if (!isSame(view, left, right)) return false;
  // Sums of numbers that are written out say how they came about: `60 / 60`.
  if (isWrittenOut(left)) return COMPARES.has(operator) && !context.isTest;
  return !isEquality || !(context.isTest || isMaybeNaN(context, left));
}

/** A test of the operator itself; Rust's stand in the file of what they test. */
function isInTests(
  { view, language, isTest, path }: RuleContext,
  { left, ...at }: Binary,
): boolean {
  const isOfCall = left.kind === 'call';
  if (isOfCall && (isTest || /(?:^|\/)tests?[_/-]/.test(path))) return true;
  if (language !== 'rust') return false;
  return view
    .all('function')
    .some((one) => one.start <= at.start && at.start < one.end && isTestCode(view, one));
}

function isWrittenOut(code: Code): boolean {
  return code.kind === 'binary'
    ? isWrittenOut(code.left) && isWrittenOut(code.right)
    : isLiteral(code);
}

/** Only what is not a number differs from itself, and that is how some ask for it. */
function isMaybeNaN({ view }: RuleContext, code: Code): boolean {
  if (code.kind === 'member' || code.kind === 'call') return false;
  if (code.kind !== 'name') return true;
  const typed = paramsAround(view, code).find(({ name }) => name === code.name)?.type;
  return typed === undefined ? ANY_VALUE.test(code.name) : !WHOLE.test(typed);
}

function paramsAround(view: CodeView, code: Code): readonly Param[] {
  return view.around(code).flatMap((one) => (one.kind === 'function' ? one.params : []));
}

/** `a && b && a`: the later one of two that are the same. */
function* repeatedIn({ view, language }: RuleContext, top: Binary): Iterable<Trigger> {
  const { operator } = top;
  const parent = view.parentOf(top);
  if (parent?.kind === 'binary' && parent.operator === operator) return;
  const seen = new Set<string>();
  const operands = operandsOf(top);
  for (const one of operands) {
    // `msg && msg.text && msg` gives the last one.
    const isGiven = operator === '&&' && one === operands.at(-1) && 2 < operands.length;
    if (isGiven && one.kind === 'name' && GIVES_OPERANDS.test(language)) continue;
    // `readOne() && readOne()` takes two.
    if (one.kind === 'call' && one.callee.kind === 'name' && !ASKS.test(one.callee.name)) continue;
    const words = sidesOf(view, one);
    if (seen.has(words) && !isLiteral(one) && isRepeatable(one)) {
      yield { at: one, about: { operator: inBackticks(operator), code: quoted(view, one) } };
    }
    seen.add(words);
  }
}

/** Languages whose `&&` gives the last value that it looked at. */
const GIVES_OPERANDS = /^(?:typescript|tsx|javascript|python|ruby)$/;
const ASKS = /^(?:is|has|can|get|should|are|was)/i;

/** The words of an operand, those of `b == a` and `b > a` as `a == b` and `a < b`. */
function sidesOf(view: CodeView, one: Code): string {
  if (one.kind !== 'binary') return view.flat(one);
  const left = view.flat(one.left);
  const right = view.flat(one.right);
  if (EQUALITY.has(one.operator)) return [one.operator, ...[left, right].toSorted()].join('\n');
  if (one.operator === '>') return ['<', right, left].join('\n');
  if (one.operator === '>=') return ['<=', right, left].join('\n');
  return [one.operator, left, right].join('\n');
}

/** `a != 1 || a != 2` holds for everything, `a == 1 && a == 2` for nothing. */
function* decidedIn({ view }: RuleContext, top: Binary): Iterable<Trigger> {
  const { operator } = top;
  if (operator !== '&&' && operator !== '||') return;
  const parent = view.parentOf(top);
  if (parent?.kind === 'binary' && parent.operator === operator) return;
  const seen = new Map<string, Compared>();
  for (const one of operandsOf(top)) {
    const compared = comparedIn(one);
    if (!compared || compared.isEqual !== (operator === '&&')) continue;
    const words = view.flat(compared.subject);
    const other = seen.get(words);
    if (other === undefined) seen.set(words, compared);
    else if (isOther(other, compared)) {
      const always = operator === '&&' ? 'never so' : 'always so';
      yield { at: one, about: { code: quoted(view, top), always } };
      return;
    }
  }
}

interface Compared {
  readonly subject: Code;
  readonly value: string | number | boolean | null;
  readonly isEqual: boolean;
  readonly isStrict: boolean;
}

function comparedIn(code: Code): Compared | undefined {
  if (code.kind !== 'binary' || !EQUALITY.has(code.operator)) return undefined;
  const { left, right, operator } = code;
  const [subject, other] = isLiteral(left) ? [right, left] : [left, right];
  const value = valueOf(other);
  if (value === undefined || isLiteral(subject) || !isRepeatable(subject)) return undefined;
  return {
    subject,
    value,
    isEqual: operator === '==' || operator === '===',
    isStrict: 2 < operator.length,
  };
}

function valueOf(code: Code): Compared['value'] | undefined {
  switch (code.kind) {
    case 'number':
      return Number.isNaN(code.value) ? undefined : code.value;
    case 'text':
      return plainText(code);
    case 'constant':
      return code.value;
    default:
      return undefined;
  }
}

/** `0` and `''` are equal to a loose operator. */
function isOther(one: Compared, two: Compared): boolean {
  if (one.value === two.value) return false;
  return typeof one.value === typeof two.value || (one.isStrict && two.isStrict);
}

function operandsOf(top: Binary): readonly Code[] {
  const operands: Code[] = [];
  const nodes: Code[] = [top];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.kind === 'binary' && node.operator === top.operator) nodes.push(node.right, node.left);
    else operands.push(node);
  }
  return operands;
}

function isSame(view: CodeView, left: Code, right: Code): boolean {
  return isRepeatable(left) && view.flat(left) === view.flat(right);
}
