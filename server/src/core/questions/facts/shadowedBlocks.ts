import type { Body, Code, Declare, FunctionCode, Loop } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, everythingIn } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import { namesOf } from './variables.ts';
import { contains } from '../../text/range.ts';

/** A variable that hides one of its name outside of it. */
export interface Shadow {
  readonly at: Code;
  readonly name: string;
  /** What it hides. */
  readonly outer: Code;
}

/** Variables of inner blocks that hide one which is read behind the block, and was not set in it. */
export function* shadowsInBlocks(view: CodeView, language: LanguageId): Iterable<Shadow> {
  for (const body of view.all('body')) {
    const open = new Map<string, Code>();
    const owner = view.parentOf(body);
    if (owner?.kind === 'function') {
      for (const [name, param] of paramsOf(owner)) open.set(name, param);
      if (language === 'go') for (const name of resultsOf(owner)) open.set(name, owner);
    }
    for (const [i, statement] of body.statements.entries()) {
      for (const declared of outerOf(statement, language)) {
        for (const name of namesOf(declared.target)) open.set(name, declared);
      }
      if (open.size === 0 || !HAS_BLOCKS.has(statement.kind)) continue;
      for (const { at, name } of hiding(view, statement, language)) {
        const outer = open.get(name);
        if (!outer || !isLost(view, language, { body, i, at, name, outer })) continue;
        open.delete(name);
        yield { at, name, outer };
      }
    }
  }
}

/** Loops in loops that count with one variable. */
export function* shadowsInLoops(view: CodeView, language: LanguageId): Iterable<Shadow> {
  for (const inner of view.all('loop')) {
    const names = variablesOf(inner).filter((name) => !name.startsWith('_'));
    if (names.length === 0) continue;
    for (const outer of view.around(inner)) {
      if (outer.kind === 'function') break;
      const name =
        outer.kind === 'loop' ? variablesOf(outer).find((one) => names.includes(one)) : undefined;
      if (outer.kind !== 'loop' || name === undefined) continue;
      // A scanner goes on from where it is: `for (i = i + 1; …)`, in a loop that does not count itself.
      const isScanner = outer.form === 'count' && !outer.update;
      if (isScanner || (inner.before && setsFromItself(inner.before, name))) break;
      const isSet = isClobbered(inner, language);
      // What is only hidden is a mistake where nothing else looks at the outer one.
      if (isSet ? isReadBehind(outer, inner, name) : isOnlyInside(outer, inner, name)) {
        yield { at: inner, name, outer };
      }
      break;
    }
  }
}

/** Kinds of statements with blocks in them; a call may have a function in it. */
const HAS_BLOCKS = new Set<Code['kind']>([
  'if',
  'loop',
  'try',
  'switch',
  'body',
  'defer',
  'expression',
]);

function paramsOf({ params }: FunctionCode): readonly (readonly [string, Code])[] {
  return params.flatMap((param) =>
    param.name === undefined
      ? namesOf(param.pattern).map((name) => [name, param] as const)
      : [[param.name, param] as const],
  );
}

/** Go's named results: `(data []byte, err error)`. */
function resultsOf({ returns = '' }: FunctionCode): readonly string[] {
  if (!returns.startsWith('(')) return [];
  const results = returns.slice(1, -1).split(',');
  return results.flatMap((one) => /^\s*([a-z]\w*)\s+[\w*[\].]+\s*$/.exec(one)?.[1] ?? []);
}

/** Variables that may be set again. */
function outerOf(statement: Code, language: LanguageId): readonly Declare[] {
  if (statement.kind !== 'declare') return [];
  const { isConstant, type = '' } = statement;
  const isFixed = isConstant || (language === 'cpp' && /\bconst(?:expr)?\b/.test(type));
  return isFixed ? [] : [statement];
}

function* hiding(
  view: CodeView,
  statement: Code,
  language: LanguageId,
): Iterable<{ readonly at: Code; readonly name: string }> {
  const nodes: Code[] = [statement];
  const seen = new Set<string>();
  const owner = view.around(statement).find((one) => one.kind === 'function');
  for (const node of inBlocksOf(nodes)) {
    if (node.kind === 'function') {
      // What a callback is given may hide a variable that was to be filled.
      for (const [name] of paramsOf(node))
        if (language === 'ruby' && !seen.has(name)) yield { at: node, name };
      continue;
    }
    if (node.kind !== 'declare' || !node.value) continue;
    // `if err := f(); err != nil` is there for that alone.
    const parent = view.parentOf(node);
    if (parent?.kind !== 'body' && parent?.kind !== 'group' && parent?.kind !== 'case') continue;
    const isInner = view.around(node).find((one) => one.kind === 'function') !== owner;
    // JavaScript's `var` declares for the whole function: it is the same variable once more.
    if (isEcmascript(language) && !isInner && isVar(view, node, parent)) continue;
    for (const name of namesOf(node.target)) {
      if (name.startsWith('_') || isSameAgain(node.value, name)) continue;
      // `params = operation.params` in a callback: the field of another thing, by its own name.
      if (isInner && node.value.kind === 'member' && node.value.name === name) continue;
      seen.add(name);
      yield { at: node, name };
    }
  }
}

function isVar(view: CodeView, node: Code, parent: Code): boolean {
  const { start } = parent.kind === 'group' ? parent : node;
  return /\bvar\s*$|^var\s/.test(view.text.slice(Math.max(0, start - 5), start + 4).trimStart());
}

/** All in it that is done there: callbacks as well, named functions not. */
function* inBlocksOf(nodes: Code[]): Iterable<Code> {
  const [statement] = nodes;
  if (!statement) return;
  const functions: FunctionCode[] = [];
  for (const node of doneIn(statement)) {
    yield node;
    if (node.kind === 'call')
      for (const arg of node.args)
        if (arg.kind === 'function' && arg.body && /^(?:lambda|block)$/.test(arg.form))
          functions.push(arg);
  }
  for (const { body } of functions) if (body) yield* doneIn(body);
}

/** Go's `x := x`, Rust's `let x = x.clone()`, `let x = Arc::clone(&x)`: the same thing once more. */
function isSameAgain(value: Code, name: string): boolean {
  if (value.kind === 'unary' && value.operator.startsWith('&'))
    return isSameAgain(value.operand, name);
  if (value.kind !== 'call') return isSame(value, name);
  const [first, ...more] = value.args;
  if (value.callee.kind === 'member' && !first) return isSameAgain(value.callee.object, name);
  return first !== undefined && more.length === 0 && isSameAgain(first, name);
}

function isSame(value: Code, name: string): boolean {
  return value.kind === 'name' && value.name === name;
}

interface Place {
  readonly body: Body;
  /** The statement of the body that the inner one is in. */
  readonly i: number;
  readonly at: Code;
  readonly name: string;
  readonly outer: Code;
}

/** Whether the outer one is read behind the statement, as it was before. */
function isLost(view: CodeView, language: LanguageId, place: Place): boolean {
  const { body, i, at, name, outer } = place;
  const isParam = at.kind === 'function';
  const block = isParam ? at.body : view.around(at).find((one) => one.kind === 'body');
  if (!block || (!isParam && isUsedUp(block, at, name))) return false;
  for (const [j, statement] of body.statements.entries()) {
    if (i < j && statement.kind === 'declare' && namesOf(statement.target).includes(name)) break;
    if (i < j && readsFirst(statement, name, outer.kind === 'function'))
      return !isSetElsewhere(language, body, block, place);
    if (i < j && sets(statement, name)) return false;
    if (j < i && statement !== outer && sets(statement, name)) {
      // Set in between: what it holds is meant to be read.
      if (!/^(?:rust)$/.test(language) && !isEcmascript(language)) return false;
    }
  }
  return false;
}

/** The value of the inner one is what the function gives, or decides what it does, there. */
function isUsedUp(block: Code, at: Code, name: string): boolean {
  if (block.kind !== 'body') return false;
  if (block.statements.at(-1)?.kind === 'return' || block.statements.at(-1)?.kind === 'throw')
    return true;
  for (const node of doneIn(block)) {
    if (node.start < at.end) continue;
    const used =
      node.kind === 'return' || node.kind === 'throw'
        ? node.value
        : node.kind === 'if'
          ? node.condition
          : undefined;
    if (used && mentionsName(used, name)) return true;
    // It is kept under another name: `tagRe = re`.
    if (node.kind === 'assign' && node.value && isSame(node.value, name)) return true;
  }
  return false;
}

/** By another statement of the function, by reference, through a method. */
function isSetElsewhere(
  language: LanguageId,
  body: Body,
  block: Code,
  { name, outer }: Place,
): boolean {
  for (const node of everythingIn(body)) {
    if (contains(block, node) || node === outer) continue;
    if (node.kind === 'assign' && namesOf(node.target).includes(name)) {
      if (node.operator === '=' && !isEcmascript(language) && language !== 'rust') return true;
      continue;
    }
    const held =
      node.kind === 'unary' && node.operator.startsWith('&')
        ? node.operand
        : node.kind === 'binary' && node.operator === '>>'
          ? node.right
          : undefined;
    if (held?.kind === 'name' && held.name === name) return true;
    if (language !== 'cpp' || node.kind !== 'call') continue;
    if (node.args.some((arg) => arg.kind === 'name' && arg.name === name)) return true;
  }
  return false;
}

function readsFirst(statement: Code, name: string, isResult: boolean): boolean {
  for (const node of everythingIn(statement)) {
    // A bare `return` gives the results as they are.
    if (isResult && node.kind === 'return' && !node.value) return true;
    if (node.kind === 'assign' && node.operator === '=' && isSame(node.target, name))
      return node.value !== undefined && mentionsName(node.value, name);
    if (node.kind === 'name' && node.name === name) return true;
  }
  return false;
}

function sets(statement: Code, name: string): boolean {
  for (const node of everythingIn(statement))
    if (node.kind === 'assign' && namesOf(node.target).includes(name)) return true;
  return false;
}

function mentionsName(code: Code, name: string): boolean {
  for (const node of everythingIn(code))
    if (node.kind === 'name' && node.name === name) return true;
  return false;
}

/** What it counts with; what else is declared in its head is only kept there. */
function variablesOf({ form, variable, before, update }: Loop): readonly string[] {
  const from = form === 'each' ? variable : before;
  const names = from ? namesOf(from.kind === 'expression' ? from.value : from) : [];
  return form === 'count' && update ? names.filter((name) => mentionsName(update, name)) : names;
}

function setsFromItself(before: Code, name: string): boolean {
  for (const node of doneIn(before))
    if (node.kind === 'assign' && isSame(node.target, name) && node.value)
      return mentionsName(node.value, name);
  return false;
}

/** Whether the inner loop writes to the outer one's variable. */
function isClobbered({ variable, before }: Loop, language: LanguageId): boolean {
  if (/^(?:python|php|ruby)$/.test(language)) return true;
  const from = variable ?? before;
  return (
    from !== undefined &&
    from.kind !== 'declare' &&
    from.kind !== 'group' &&
    language !== 'rust' &&
    language !== 'go'
  );
}

function isOnlyInside(outer: Loop, inner: Loop, name: string): boolean {
  if (inner.form !== 'count') return false;
  for (const node of everythingIn(outer.body)) {
    const isInner = contains(inner, node);
    if (!isInner && node.kind === 'name' && node.name === name) return false;
  }
  return true;
}

function isReadBehind(outer: Loop, inner: Loop, name: string): boolean {
  if (outer.form === 'count') return true;
  for (const node of everythingIn(outer.body))
    if (inner.end <= node.start && node.kind === 'name' && node.name === name) return true;
  return false;
}
