import type { Body, Code, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, dotted, everythingIn, methodOf } from '../../code/say.ts';
import { keyOf } from '../compare.ts';

/** One comparison, call or value that a condition is made of by `&&`, `||` and `!`. */
export interface Atom {
  readonly code: Code;
  /** The same for the same test, whichever way round it is asked: `!(a < b)`, `b <= a`. */
  readonly key: string;
  /** The dotted names that it is about: `user.role`, `items.length`; not what it calls. */
  readonly subjects: ReadonlySet<string>;
}

/** The tests that a condition is made of. */
export function atomsOf(view: CodeView, condition: Code): readonly Atom[] {
  const atoms: Atom[] = [];
  const nodes: Code[] = [condition];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const one = bare(node);
    if (one.kind === 'binary' && (one.operator === '&&' || one.operator === '||')) {
      nodes.push(one.right, one.left);
    } else if (one.kind === 'unary' && one.operator === '!') nodes.push(one.operand);
    else if (one.kind !== 'constant') {
      atoms.push({ code: one, key: atomKey(view, one), subjects: subjectsOf(one) });
    }
  }
  return atoms;
}

/** Every test made in a block, wherever: as a condition, a value, a `case`. */
export function testsMade(view: CodeView): readonly Atom[] {
  const conditions: Code[] = [
    ...view.all('if', 'conditional').map(({ condition }) => condition),
    ...view.all('loop').flatMap(({ condition }) => (condition ? [condition] : [])),
    ...view.all('binary').filter(({ operator }) => !ARITHMETIC.has(operator)),
    ...view.all('unary').flatMap(({ operator, operand }) => (operator === '!' ? [operand] : [])),
    ...view.all('return').flatMap(({ value, isImplicit }) => (value && isImplicit ? [value] : [])),
    ...view.all('comprehension').flatMap(({ clauses }) => clauses),
  ];
  const seen = new Set<Code>();
  const atoms = conditions
    .flatMap((condition) => atomsOf(view, condition))
    .filter(({ code }) => !seen.has(code) && seen.add(code));
  const cases = view.all('switch').flatMap(({ subject, cases: all }) =>
    all.flatMap(({ tests }) =>
      tests.map((test): Atom => {
        const key = subject ? equality(keyOf(view, subject), keyOf(view, test)) : keyOf(view, test);
        return { code: test, key, subjects: subject ? subjectsOf(subject) : new Set() };
      }),
    ),
  );
  return [...atoms, ...cases];
}

const ARITHMETIC: ReadonlySet<string> = new Set([
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '<<',
  '>>',
  '|',
  '&',
]);

/** Whether a body ends by leaving: what follows it is reached only where its condition does not hold. */
export function leaves(body: Body | If | undefined): boolean {
  if (body?.kind !== 'body') return false;
  const last = body.statements.at(-1);
  return last !== undefined && isExit(last);
}

/** A statement that leaves: `return`, `throw`, `continue`, a call that ends the program or the request. */
export function isExit(code: Code): boolean {
  const one = code.kind === 'expression' ? bare(code.value) : code;
  switch (one.kind) {
    case 'return':
    case 'throw':
      return true;
    case 'jump':
      return true;
    case 'call':
      return EXITS.test(methodOf(one));
    default:
      return false;
  }
}

const EXITS =
  /^(?:panic!?|exit|_exit|abort|die|fail|bail!|fatal\w*|Fatal\w*|Exit|raise|throw\w*|reject|halt|unreachable!|next|redirect_to|redirect|head|skip)$/;

const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ['!=', '=='],
  ['!==', '=='],
  ['===', '=='],
  ['is', '=='],
  ['is not', '=='],
  ['not in', 'in'],
  ['!~', '=~'],
]);

function atomKey(view: CodeView, code: Code): string {
  if (code.kind !== 'binary') return keyOf(view, code);
  const operator = OPPOSITE.get(code.operator) ?? code.operator;
  const { left, right } = code;
  const l = keyOf(view, left);
  const r = keyOf(view, right);
  switch (operator) {
    case '==':
      if (right.kind === 'constant' && right.value === null) return l;
      if (left.kind === 'constant' && left.value === null) return r;
      return equality(l, r);
    case '<':
    case '>=':
      return `${l} < ${r}`;
    case '>':
    case '<=':
      return `${r} < ${l}`;
    default:
      return `${l} ${operator} ${r}`;
  }
}

function equality(left: string, right: string): string {
  return left < right ? `${left} == ${right}` : `${right} == ${left}`;
}

/** The longest dotted names in it, without what is called on them. */
function subjectsOf(code: Code): ReadonlySet<string> {
  const subjects = new Set<string>();
  const skipped = new Set<Code>();
  for (const node of everythingIn(code)) {
    if (skipped.has(node)) {
      if (node.kind === 'member') skipped.add(node.object);
      continue;
    }
    if (node.kind === 'call') {
      const { callee } = node;
      if (callee.kind === 'name') skipped.add(callee);
      else if (callee.kind === 'member') {
        skipped.add(callee);
        const object = dotted(callee.object);
        if (object !== undefined) subjects.add(object);
      }
    } else if (node.kind === 'name' || node.kind === 'member') {
      const name = dotted(node);
      if (name === undefined) continue;
      subjects.add(name);
      if (node.kind === 'member') skipped.add(node.object);
    }
  }
  return subjects;
}

/** Whether two tests are about the same: the same name, or one's part. */
export function areAkin(a: Atom, b: Atom): boolean {
  for (const one of a.subjects) {
    for (const other of b.subjects) {
      if (one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)) return true;
    }
  }
  return false;
}
