import type { Call, Code } from '../../code/code.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

const UNLOCKS: ReadonlyMap<string, RegExp> = new Map([
  ['Lock', /^Unlock$/],
  ['RLock', /^RUnlock$/],
  ['lock', /^unlock$/],
  ['acquire', /^release$/],
  ['acquireUninterruptibly', /^release$/],
  ['Enter', /^Exit$/],
  ['EnterWriteLock', /^ExitWriteLock$/],
  ['EnterReadLock', /^ExitReadLock$/],
  ['WaitOne', /^(?:ReleaseMutex|Release|Set)$/],
  ['pthread_mutex_lock', /^pthread_mutex_unlock$/],
  ['mtx_lock', /^mtx_unlock$/],
]);

/** What a lock is called. */
const LOCKS = /(?:mu|mutex|mtx|lock|sem|semaphore|Monitor|lck|guard)\w*(?:\(\))?$/i;

/** `lock()` without an `unlock()` on every way out. */
export function* heldLocks({ view, language }: RuleContext): Iterable<Trigger> {
  const canThrow = language !== 'go' && language !== 'cpp';
  for (const { value } of view.all('expression')) {
    const call = value.kind === 'await' ? value.value : value;
    if (call.kind !== 'call') continue;
    const unlocks = UNLOCKS.get(methodOf(call));
    const what = subjectOf(view.flat, call);
    const owner = view.enclosing(call, 'function');
    if (!unlocks || what === undefined || !owner?.body || !LOCKS.test(what)) continue;
    // A function that only takes the lock gives it to who called.
    if (/(?:lock|acquire|enter|begin|start|wait|open)/i.test(owner.name ?? '')) continue;
    if (owner.form === 'constructor' || isUnlockedElsewhere(view.text, call, unlocks)) continue;
    if (
      isHeldOnAWay(
        owner.body,
        call,
        unlocks,
        (one) => subjectOf(view.flat, one) === what,
        view.around,
        canThrow,
      )
    ) {
      yield { at: call, about: { what: inBackticks(shortened(what)), how: 'lock' } };
    }
  }
}

/** What is locked: the receiver, or the first argument. */
function subjectOf(flat: (code: Code) => string, call: Call): string | undefined {
  const { callee, args } = call;
  const [first] = args;
  if (callee.kind === 'member' && !/^(?:Monitor|threading)$/.test(flat(callee.object)))
    return flat(callee.object);
  return first ? flat(first).replace(/^&/, '') : undefined;
}

/** One that is unlocked only elsewhere is held on purpose. */
function isUnlockedElsewhere(text: string, call: Call, unlocks: RegExp): boolean {
  return (
    methodOf(call) === 'acquire' &&
    !/\brelease\b/.test(text) &&
    unlocks.test('release') &&
    /__enter__|__aenter__/.test(text)
  );
}

function isHeldOnAWay(
  body: Code,
  lock: Call,
  unlocks: RegExp,
  isSame: (call: Call) => boolean,
  around: (code: Code) => readonly Code[],
  canThrow: boolean,
): boolean {
  let isHeld = true;
  for (const node of everythingIn(body)) {
    if (node.start < lock.end) {
      // `defer mu.Unlock()` may stand before.
      if (node.kind === 'defer' && closesIn(node, unlocks, isSame)) return false;
      // Given back for a while, and taken again.
      if (node.kind === 'call' && unlocks.test(methodOf(node)) && isSame(node)) return false;
      if (node.kind === 'try' && node.finally && closesIn(node.finally, unlocks, isSame))
        return false;
      continue;
    }
    if (node.kind === 'defer' && closesIn(node, unlocks, isSame)) return false;
    if (node.kind === 'try' && node.finally && closesIn(node.finally, unlocks, isSame))
      return false;
    if (node.kind === 'call' && unlocks.test(methodOf(node)) && isSame(node)) isHeld = false;
    // What fails in between leaves it locked.
    else if (node.kind === 'call' && isHeld && canThrow) return true;
    if (
      node.kind === 'return' &&
      isHeld &&
      !node.isImplicit &&
      !around(node).some((one) => one.kind === 'function' && one.start > lock.start)
    ) {
      // What is unlocked behind a return shows that it was to be.
      return true;
    }
  }
  return isHeld;
}

function closesIn(code: Code, unlocks: RegExp, isSame: (call: Call) => boolean): boolean {
  for (const node of everythingIn(code)) {
    if (node.kind === 'call' && unlocks.test(methodOf(node)) && isSame(node)) return true;
  }
  return false;
}
