import type { Code, CodeOf, FunctionCode } from '../../code/code.ts';
import { doneIn, everythingIn, lastWord, mentions, methodOf, namesIn } from '../../code/say.ts';
import { isEcmascript } from '../languageId.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { boundaryOf } from './boundaries.ts';
import { rootOf } from './chain.ts';
import { isGuardedBy } from './guardedBy.ts';
import { staleAnswers } from './staleAnswers.ts';
import { contains } from '../../text/range.ts';

/** Something keeps others out while it waits. */
const GUARDED =
  /\b(?:mutex|Mutex|_?lock|Lock|semaphore|Semaphore|runExclusive|acquire|synchronized|transaction|serialize|queue)\b|Lock\(|_lock\b/;

/** Shared state is read, something is awaited, and then it is written as if nothing had happened. */
export function* awaitRaces(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  if (isEcmascript(language)) yield* staleAnswers(context);
  for (const owner of view.all('function')) {
    if (!owner.isAsync || !owner.body || owner.form === 'constructor') continue;
    if (isKeptAlone(context, owner)) continue;
    yield* inFunction(context, owner, owner.body);
    if (isEcmascript(language)) yield* staleStates(context, owner, owner.body);
  }
}

function isKeptAlone({ view, language }: RuleContext, owner: FunctionCode): boolean {
  if (language !== 'rust') return isGuardedBy(view, owner, GUARDED);
  // A lock that is given back in the same statement keeps nobody out of the next one.
  return GUARDED.test(view.textOf(owner).replace(FLEETING, ''));
}

const FLEETING =
  /\*[\w.]{1,80}\.(?:lock|write|read)\(\)(?:\.await)?(?:\.unwrap\(\)|\.expect\([^()]{0,80}\)|\?)?/g;

/** React: `await save(); setCount(count + 1)`, where `count` is that of an earlier picture. */
function* staleStates({ view }: RuleContext, owner: FunctionCode, body: Code): Iterable<Trigger> {
  const states = new Map<string, string>();
  const declared = view
    .around(owner)
    .flatMap((one) => (one.kind === 'body' ? one.statements : []))
    .concat(view.all('declare'));
  for (const one of declared) {
    if (one.kind !== 'declare') continue;
    const { target, value } = one;
    const [state, setter] = target.kind === 'pattern' ? target.parts : [];
    const isState = value?.kind === 'call' && /^useState$/.test(methodOf(value));
    if (isState && state?.kind === 'name' && setter?.kind === 'name')
      states.set(setter.name, state.name);
  }
  if (states.size === 0) return;
  let wait: Code | undefined;
  for (const node of doneIn(body)) {
    if (node.kind === 'await') wait ??= node;
    if (node.kind !== 'call' || node.callee.kind !== 'name' || !wait) continue;
    const state = states.get(node.callee.name);
    const [given] = node.args;
    const isCounted = given?.kind === 'binary' || given?.kind === 'list' || given?.kind === 'dict';
    if (state === undefined || !isCounted || !mentions(given, state)) continue;
    const about = { what: inBackticks(state), from: String(view.lineOf(wait)), how: 'state' };
    yield { at: node, about };
  }
}

function* inFunction(context: RuleContext, owner: FunctionCode, body: Code): Iterable<Trigger> {
  const { view, language } = context;
  const nodes = [...doneIn(body)];
  const waits = nodes.filter((node) => node.kind === 'await');
  if (waits.length === 0) return;
  const writes = nodes.flatMap((node) => writeOf(context, owner, node));
  const seen = new Set<string>();
  for (const write of writes) {
    if (seen.has(write.path)) continue;
    const read = staleRead(context, nodes, waits, writes, write);
    if (!read) continue;
    seen.add(write.path);
    yield {
      at: write.node,
      about: {
        what: inBackticks(shortened(write.path)),
        from: String(view.lineOf(read)),
        how: 'await',
      },
    };
  }
  if (language === 'rust' || boundaryOf(context, owner) !== 'handler') return;
  // `currentUser = req.user; await …; use(currentUser)`: another request has written it by then.
  for (const write of writes) {
    if (
      seen.has(write.path) ||
      write.isMember ||
      write.node.kind !== 'assign' ||
      write.node.operator !== '='
    )
      continue;
    if (write.node.value?.kind === 'constant') continue;
    const wait = waits.find((one) => write.node.end <= one.start);
    const use =
      wait &&
      nodes.find(
        (node) => node.kind === 'name' && node.name === write.path && wait.end <= node.start,
      );
    if (!use) continue;
    seen.add(write.path);
    yield { at: write.node, about: { what: inBackticks(write.path), from: '', how: 'shared' } };
  }
}

interface Write {
  /** What is written, as it stands: `this.count`, `total`, `cache`. */
  readonly path: string;
  readonly node: Code;
  readonly isMember: boolean;
}

function writeOf(context: RuleContext, owner: FunctionCode, node: Code): readonly Write[] {
  const { view } = context;
  if (node.kind === 'assign') {
    const { target } = node;
    // Rust: `*state.total.lock().unwrap() = …`
    const cell = cellOf(view, target);
    if (cell !== undefined) return [{ path: cell, node, isMember: true }];
    if (target.kind === 'index') {
      return isShared(context, owner, target.object)
        ? [{ path: view.flat(target.object), node, isMember: true }]
        : [];
    }
    if (target.kind !== 'name' && target.kind !== 'member') return [];
    return isShared(context, owner, target)
      ? [{ path: view.flat(target), node, isMember: target.kind === 'member' }]
      : [];
  }
  if (node.kind !== 'call' || node.callee.kind !== 'member') return [];
  // `cache.set(key, value)`
  const isSet =
    /^(?:set|put|insert|Add|TryAdd)$/.test(methodOf(node)) &&
    2 <= node.args.length &&
    node.args.length <= 3;
  const { object } = node.callee;
  return isSet && isShared(context, owner, object)
    ? [{ path: view.flat(object), node, isMember: true }]
    : [];
}

/** What is behind a lock or a cell: `state.total` of `*state.total.lock().unwrap()`. */
function cellOf(view: RuleContext['view'], code: Code): string | undefined {
  let node = code;
  if (node.kind !== 'unary' || node.operator !== '*') return undefined;
  node = node.operand;
  for (;;) {
    if (node.kind === 'await' || node.kind === 'propagate') node = node.value;
    else if (node.kind === 'call' && node.callee.kind === 'member') {
      if (/^(?:lock|write|read|borrow|borrow_mut)$/.test(node.callee.name))
        return view.flat(node.callee.object);
      if (!/^(?:unwrap|expect)$/.test(node.callee.name)) return undefined;
      node = node.callee.object;
    } else return undefined;
  }
}

/** A field of `this`, a variable of the file, or of the function around. */
function isShared({ view, outline }: RuleContext, owner: FunctionCode, code: Code): boolean {
  if (code.kind === 'member') {
    const root = rootOf(code);
    return root === 'this' || root === 'self';
  }
  if (code.kind !== 'name' || /^(?:this|self|_)$/.test(code.name)) return false;
  const { name } = code;
  if (
    owner.params.some(
      (param) =>
        param.name === name ||
        (param.pattern &&
          [...everythingIn(param.pattern)].some((one) => one.kind === 'name' && one.name === name)),
    )
  )
    return false;
  for (const node of owner.body ? doneIn(owner.body) : []) {
    if (node.kind === 'declare' && namesIn(node.target).has(name)) return false;
    if (node.kind === 'loop' && node.variable && namesIn(node.variable).has(name)) return false;
  }
  const isOfFile = outline.variables.some(
    (one) => (one.kind === 'declare' || one.kind === 'assign') && lastWord(one.target) === name,
  );
  if (isOfFile) return view.top.kind === 'body' && isWritable(view, owner, name);
  return isOfAround(view, owner, name);
}

/** In Python a name that is assigned to is local, unless `global` says otherwise. */
function isWritable(view: RuleContext['view'], owner: FunctionCode, name: string): boolean {
  const isPython = view.text.slice(owner.start, owner.end).includes('def ');
  if (!isPython) return true;
  const writes = view
    .all('assign')
    .some((one) => contains(owner, one) && one.target.kind === 'name' && one.target.name === name);
  if (!writes) return true;
  return view
    .all('other')
    .some(
      (one) =>
        one.type === 'global_statement' &&
        contains(owner, one) &&
        one.children.some((child) => lastWord(child) === name),
    );
}

/** A variable of a function around one that runs many times at once. */
function isOfAround(view: RuleContext['view'], owner: FunctionCode, name: string): boolean {
  const call = view.parentOf(owner);
  if (
    call?.kind !== 'call' ||
    !/^(?:map|forEach|flatMap|Select|on|addEventListener|get|post|put|use)$/.test(methodOf(call))
  )
    return false;
  const around = view.around(owner).find((node) => node.kind === 'function');
  if (around?.kind !== 'function' || !around.body) return false;
  for (const node of doneIn(around.body))
    if (node.kind === 'declare' && namesIn(node.target).has(name)) return true;
  return false;
}

/** Where the state was read, so that what is written does not know of what came in between. */
function staleRead(
  context: RuleContext,
  nodes: readonly Code[],
  waits: readonly CodeOf<'await'>[],
  writes: readonly Write[],
  { path, node }: Write,
): Code | undefined {
  const { view } = context;
  const isPath = (code: Code): boolean =>
    ((code.kind === 'name' || code.kind === 'member') && view.flat(code) === path) ||
    cellOf(view, code) === path;
  const has = (code: Code): Code | undefined => {
    for (const one of everythingIn(code)) if (isPath(one)) return one;
    return undefined;
  };
  if (node.kind === 'assign' && node.value) {
    const { value, target, operator } = node;
    const wait = [...doneIn(value)].find((one) => one.kind === 'await');
    // `total += await f()`
    if (wait && operator !== '=' && operator !== '??=' && operator !== '||=') return target;
    // `total = total + await f()`
    const read = wait && operator === '=' ? has(value) : undefined;
    if (read && wait && read.start < wait.start) return read;
    // `const n = this.n; await …; this.n = n + 1`
    if (operator === '=') {
      for (const one of nodes) {
        if (
          (one.kind !== 'declare' && !(one.kind === 'assign' && one !== node)) ||
          !one.value ||
          node.start <= one.start
        )
          continue;
        const name = one.target.kind === 'name' ? one.target.name : undefined;
        if (name === undefined || !isCopy(one.value, isPath)) continue;
        const isUsed = [...everythingIn(value)].some(
          (inside) => inside.kind === 'name' && inside.name === name,
        );
        if (isUsed && value.kind !== 'name' && isBetween(waits, one, node)) return one;
      }
    }
  }
  // `if (!this.client) { this.client = await connect() }`, `if (this.left < n) throw …; await …; this.left -= n`
  for (const one of nodes) {
    if (one.kind !== 'if' || node.start <= one.start) continue;
    const read = has(one.condition);
    const passed = waits.filter((wait) => !isLeft(view, wait, node));
    if (!read || !isBetween(passed, read, node)) continue;
    // It was marked at once, or looked at again.
    if (
      writes.some(
        (other) =>
          other.path === path &&
          read.end <= other.node.start &&
          other.node.end <= firstWait(waits, read) &&
          other.node !== node,
      )
    )
      continue;
    if (isAskedAgain(nodes, waits, has, read, node)) continue;
    if (isFixed(nodes, node) && !isOrdered(one.condition)) continue;
    const isInside = contains(one.whenTrue, node);
    const isChange = node.kind === 'assign' && /^(?:[+\-*/]=|\+\+|--)$/.test(node.operator);
    const leaves = one.whenTrue.statements.at(-1)?.kind;
    const isGate =
      (leaves === 'return' || leaves === 'throw') && (isChange || isFilled(one.condition, node));
    if ((isInside && isFilled(one.condition, node)) || isGate) return read;
  }
  return undefined;
}

/** A wait in a branch that leaves, so that the write is not behind it. */
function isLeft(view: RuleContext['view'], wait: Code, write: Code): boolean {
  for (const around of view.around(wait)) {
    if (around.kind === 'function' || contains(around, write)) return false;
    const last = around.kind === 'body' ? around.statements.at(-1) : undefined;
    if (last?.kind === 'return' || last?.kind === 'throw') return true;
  }
  return false;
}

/** The same is written whatever was read and waited for: a text, a number, what is made of them. */
function isFixed(nodes: readonly Code[], write: Code): boolean {
  if (write.kind !== 'assign' || write.operator !== '=' || !write.value) return false;
  for (const node of everythingIn(write.value)) if (!isFixedPart(nodes, node)) return false;
  return true;
}

function isFixedPart(nodes: readonly Code[], node: Code): boolean {
  if (node.kind === 'member') return /^[A-Z][A-Z\d_]+$/.test(node.name);
  if (node.kind !== 'name') return /^(?:text|number|constant|dict|entry|binary)$/.test(node.kind);
  if (/^[A-Z]/.test(node.name)) return true;
  const declared = nodes.find(
    (one) => one.kind === 'declare' && lastWord(one.target) === node.name,
  );
  const value = declared?.kind === 'declare' ? declared.value : undefined;
  const isKey = nodes.some((one) => one.kind === 'dict' && contains(one, node));
  return value?.kind === 'text' || value?.kind === 'binary' || (isKey && !value);
}

/** `price > this.best`: what was read decides. */
function isOrdered(condition: Code): boolean {
  for (const node of everythingIn(condition))
    if (node.kind === 'binary' && /^[<>]=?$/.test(node.operator)) return true;
  return false;
}

/** The value itself, or a part of it, before it is counted up. */
function isCopy(value: Code, isPath: (code: Code) => boolean): boolean {
  if (isPath(value)) return true;
  if (value.kind === 'binary') return isCopy(value.left, isPath);
  return value.kind === 'index' && isPath(value.object);
}

function isBetween(waits: readonly Code[], from: Code, to: Code): boolean {
  return waits.some(
    (wait) => from.end <= wait.start && (wait.end <= to.start || contains(to, wait)),
  );
}

function firstWait(waits: readonly Code[], from: Code): number {
  return waits.find((wait) => from.end <= wait.start)?.start ?? 0;
}

/** A second look behind the wait. */
function isAskedAgain(
  nodes: readonly Code[],
  waits: readonly Code[],
  has: (code: Code) => Code | undefined,
  read: Code,
  write: Code,
): boolean {
  const wait = waits.find((one) => read.end <= one.start);
  if (!wait) return false;
  return nodes.some(
    (one) =>
      one.kind === 'if' &&
      wait.end <= one.start &&
      one.start < write.start &&
      has(one.condition) !== undefined,
  );
}

/** What is missing is asked for and then put there; a flag that is only set back is not. */
function isFilled(condition: Code, write: Code): boolean {
  const isMissing =
    condition.kind === 'unary' ||
    condition.kind === 'call' ||
    condition.kind === 'binary' ||
    condition.kind === 'name' ||
    condition.kind === 'member';
  if (!isMissing) return false;
  if (write.kind === 'call') return true;
  if (write.kind !== 'assign' || write.operator !== '=' || !write.value)
    return write.kind === 'assign' && write.operator !== '=';
  const { value } = write;
  return value.kind !== 'constant' && value.kind !== 'text' && value.kind !== 'number';
}
