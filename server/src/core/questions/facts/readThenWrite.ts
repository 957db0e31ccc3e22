import type { Call, Code } from '../../code/code.ts';
import { doneIn, lastWord, mentions, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';
import { isGuardedBy } from './guardedBy.ts';

/** Something does it in one step, or keeps others out. */
const GUARDED =
  /\b[lL]ock\b|[lL]ock\(|_lock|mutex|Mutex|synchronized|transaction|\bmulti\(|\bwatch\(|\bWATCH\b|compareAnd|compare_exchange|CompareAndSwap|Semaphore|runExclusive|\bcas\(/;
/** What is shared with other processes, by the names of what holds it. */
const STORES = /redis|cache|\bkv\b|memcache|\brdb\b|storage|counters?\b|\bstore\b|bucket/i;
const READS =
  /^(?:get|Get|load|read|fetch|StringGet|StringGetAsync|getItem|GetAsync|GetString|GetStringAsync|Load\w*)$/;
const WRITES =
  /^(?:set|Set|put|store|write|setex|set_ex|setEx|StringSet|StringSetAsync|setItem|SetAsync|SetString|SetStringAsync|lazySet|forever|Store\w*)$/;

interface Read {
  readonly call: Call;
  /** What it is read from, and under which key. */
  readonly from: string;
}

/** `n = cache.get(key); cache.set(key, n + 1)`: a change that others make in between is lost. */
export function* readThenWrite(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const owner of view.all('function')) {
    if (!owner.body || isGuardedBy(view, owner, GUARDED)) continue;
    const held = new Map<string, Read>();
    for (const node of doneIn(owner.body)) {
      if ((node.kind === 'declare' || node.kind === 'assign') && node.value) {
        const read = readIn(context, node.value);
        if (read && node.target.kind === 'name') held.set(node.target.name, read);
      }
      if (node.kind !== 'call' || !WRITES.test(methodOf(node))) continue;
      const read = lostBy(context, node, held);
      if (!read) continue;
      const about = { what: callWords(view, node), from: String(view.lineOf(read.call)) };
      yield { at: node, about: { ...about, asked: '', how: 'lost' } };
      break;
    }
  }
}

function readIn(context: RuleContext, code: Code): Read | undefined {
  for (const node of doneIn(code)) {
    if (node.kind !== 'call' || !READS.test(methodOf(node))) continue;
    const from = placeOf(context, node);
    if (from !== undefined) return { call: node, from };
  }
  return undefined;
}

/** What a write puts back was counted from what was read at the same place. */
function lostBy(
  context: RuleContext,
  write: Call,
  held: ReadonlyMap<string, Read>,
): Read | undefined {
  const place = placeOf(context, write);
  if (place === undefined) return undefined;
  for (const arg of write.args) {
    for (const one of doneIn(arg)) {
      if (one.kind !== 'binary' || !/^[+\-*|]$/.test(one.operator)) continue;
      const direct = readIn(context, one);
      if (direct?.from === place) return direct;
      for (const [name, read] of held) if (read.from === place && mentions(one, name)) return read;
    }
  }
  return undefined;
}

/** The atomic variable, or the store and the key in it. */
function placeOf({ view, outline, language }: RuleContext, call: Call): string | undefined {
  const { callee, args } = call;
  if (callee.kind !== 'member') return undefined;
  const object = view.flat(callee.object);
  const [first] = args;
  if (language === 'go' && object === 'atomic') return first && `atomic ${view.flat(first)}`;
  if (/^(?:load|store)$/.test(callee.name) && (language === 'rust' || language === 'cpp')) {
    const isAtomic =
      language === 'cpp' ||
      args.some((arg) => /Ordering|Relaxed|SeqCst|Acquire|Release/.test(view.flat(arg)));
    return isAtomic ? object : undefined;
  }
  const declared = outline.variables.find(
    (one) => one.kind === 'declare' && lastWord(one.target) === lastWord(callee.object),
  );
  if (declared?.kind === 'declare' && declared.type?.startsWith('Atomic') === true) return object;
  return STORES.test(object) && first ? `${object} ${view.flat(first)}` : undefined;
}
