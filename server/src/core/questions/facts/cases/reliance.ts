import type { Body, Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { dotted, everythingIn, mentions } from '../../../code/say.ts';
import { isLeaving, leaves } from '../leaving.ts';

/**
 * Whether what follows needs one of the branches to have been taken: they all set the same variable
 * that has no value yet, or they all give a value back and nothing comes after.
 */
export function reliesOnOne(
  view: CodeView,
  one: Code,
  bodies: readonly Body[],
  language: string,
): boolean {
  if (bodies.length < 2) return false;
  const after = view.after(one);
  if (bodies.every(returnsValue)) {
    const parent = view.parentOf(view.statementOf(one));
    const isLast =
      after.length === 0 && parent !== undefined && view.parentOf(parent)?.kind === 'function';
    const owner = view.enclosing(one, 'function')?.name ?? '';
    return isLast || (after.every((last) => isEmptyReturn(last, owner)) && after.length !== 0);
  }
  return setInAll(view, one, bodies).some((name) => isUnset(view, one, name, language));
}

/** The variables that all branches set that go on, and that are used afterwards. */
export function setInAll(view: CodeView, one: Code, bodies: readonly Body[]): readonly string[] {
  const working = bodies.filter((body) => !leaves(body) || setsSomething(body));
  if (working.length < 2) return [];
  const set = working.map(namesSet);
  const common = [...(set[0] ?? [])].filter((name) => set.every((names) => names.has(name)));
  return common.filter((name) => isUsedAfter(view, one, name));
}

function isEmptyReturn(code: Code, owner: string): boolean {
  if (code.kind !== 'return') return false;
  const { value } = code;
  // Go's `return "", nil` says that all is well.
  if (value?.kind === 'list')
    return (
      1 < value.items.length &&
      value.items.every((item) => isNothingYet(item) || isZeroOf(item, owner))
    );
  return isNothingYet(value) || (value !== undefined && isZeroOf(value, owner));
}

/** Whatever is measured so is never nothing: a zero is what stands there before it is known. */
const MEASURES =
  /(?:factor|ratio|multiplier|scale|divisor|port|size|width|height|length|days|months|hours|minutes|seconds|limit|timeout|interval|price|cost|rate|area|weight|level|priority|quota|capacity|age|speed|volume)$/i;

function isZeroOf(value: Code, name: string): boolean {
  return value.kind === 'number' && value.value === 0 && MEASURES.test(name);
}

function setsSomething(body: Body): boolean {
  return (
    body.statements.length !== 0 && !body.statements.every((statement) => isLeaving(statement))
  );
}

/** Whether a branch ends by giving back more than yes, no or nothing. */
export function returnsValue(body: Body): boolean {
  const last = body.statements.at(-1);
  return last?.kind === 'return' && last.value !== undefined && last.value.kind !== 'constant';
}

/** The variables that a branch gives a value. */
function namesSet(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of body.statements) {
    const one = statement.kind === 'expression' ? statement.value : statement;
    const isSet = one.kind === 'assign' && /^(?:[-+*/|.]?=|\+\+)$/.test(one.operator);
    const name = isSet ? dotted(one.target) : undefined;
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** The variable was declared with no value, or one that stands for none. */
function isUnset(view: CodeView, one: Code, name: string, language: string): boolean {
  let found: Code | undefined;
  for (const each of view.all('declare', 'assign')) {
    if (one.start <= each.start) break;
    if (dotted(each.target) === name) found = each;
  }
  if (!found) {
    const isGiven = view
      .enclosing(one, 'function')
      ?.params.some(
        (param) => param.name === name || (param.pattern && mentions(param.pattern, name)),
      );
    return isGiven !== true && /^(?:python|ruby|php|)$/.test(language) && !name.includes('.');
  }
  if (found.kind !== 'declare' && found.kind !== 'assign') return false;
  // A type that makes its own beginning begins with nothing.
  return isNothingYet(found.value) || (found.value !== undefined && isZeroOf(found.value, name));
}

function isNothingYet(value: Code | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'constant') return value.value === null;
  // Rust's and C#'s empty texts.
  if (
    /^(?:String\.new|[sS]tring\.Empty)$/.test(
      dotted(value.kind === 'call' ? value.callee : value) ?? '',
    )
  ) {
    return true;
  }
  return value.kind === 'text' && value.parts.length === 0;
}

function isUsedAfter(view: CodeView, one: Code, name: string): boolean {
  const statements: Code[] = [...view.after(one)];
  for (const around of view.around(one)) {
    if (around.kind === 'function') break;
    if (around.kind !== 'body') statements.push(...view.after(around));
  }
  // Whether it was set is looked at first.
  const first = statements.find((statement) => mentions(statement, name.split('.')[0] ?? name));
  if (first?.kind === 'if' && isAskedFor(first.condition, name)) return false;
  return statements.some((statement) => {
    for (const node of everythingIn(statement)) {
      if (node.kind === 'name' || node.kind === 'member') if (dotted(node) === name) return true;
    }
    return false;
  });
}

/** `if (name)`, `if (name === null)`. */
function isAskedFor(condition: Code, name: string): boolean {
  if (condition.kind === 'unary') return isAskedFor(condition.operand, name);
  if (condition.kind === 'binary')
    return (
      dotted(condition.left) === name &&
      (isNothingYet(condition.right) || /^(?:&&|\|\|)$/.test(condition.operator))
    );
  return dotted(condition) === name;
}
