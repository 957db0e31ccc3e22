import type { Binary, Code, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf, receiverOf } from '../../code/say.ts';
import { isLiteral, isRepeatable } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';

const EQUALITY = new Set(['==', '!=', '===', '!==']);
const OTHERS = new Set(['<', '>', '<=', '>=', '<=>', '-', '/', '%', '^', '??', '?:', 'is']);
const CHAINS = new Set(['&&', '||', '&', '|']);
/** Calls that compare, or choose of, two values. */
const OF_TWO = /^(?:max|min|equals|Equals|compare|compareTo|strcmp|eql\?|deepEqual|DeepEqual)$/;
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
      if (CHAINS.has(one.operator)) yield* repeatedIn(context, one);
      else if (isTwice(context, one)) yield found(view, one, one.operator, one.left);
    }
    for (const call of view.all('call')) {
      const [first, second, ...more] = call.args;
      if (!first || 0 < more.length || context.isTest || !OF_TWO.test(methodOf(call))) continue;
      const left = second ? first : receiverOf(call);
      const right = second ?? first;
      if (left && isSame(view, left, right) && !isLiteral(left)) {
        yield found(view, call, methodOf(call), left);
      }
    }
  },
  ask: ({ operator, code, line }) =>
    `Line ${line} has ${code} on both sides of ${operator}, so it says nothing about anything else.`,
  obligations: ['branch'],
  page: {
    why: 'A comparison of a value with itself, or a value less itself, has one answer for all inputs. Most often one side was to be another name that looks much the same.',
    instead: 'Put in the name that was meant, or take the expression out.',
    sources: ['CWE-480, CWE-570, CWE-571', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
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
      languages: ['php'],
      asks: '<?php\nfunction same($a, $b) {\n  return $a->id === $a->id; ⟵\n}\n',
      quiet: '<?php\nfunction same($a, $b) {\n  return $a->id === $b->id;\n}\n',
    },
  ],
};

function found(view: CodeView, at: Code, operator: string, code: Code): Trigger {
  return { at, about: { operator: inBackticks(operator), code: quoted(view, code) } };
}

function isTwice(context: RuleContext, { operator, left, right }: Binary): boolean {
  const { view } = context;
  const isEquality = EQUALITY.has(operator);
  if (!isEquality && !OTHERS.has(operator)) return false;
  if (isLiteral(left) || !isSame(view, left, right)) return false;
  return !isEquality || !(context.isTest || isMaybeNaN(context, left));
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
function* repeatedIn({ view }: RuleContext, top: Binary): Iterable<Trigger> {
  const { operator } = top;
  const parent = view.parentOf(top);
  if (parent?.kind === 'binary' && parent.operator === operator) return;
  const seen = new Set<string>();
  for (const one of operandsOf(top)) {
    const words = view.flat(one);
    if (seen.has(words) && !isLiteral(one) && isRepeatable(one)) {
      yield { at: one, about: { operator: inBackticks(operator), code: quoted(view, one) } };
    }
    seen.add(words);
  }
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
