import type { Call, Code, CodeOf } from '../../code/code.ts';
import { doneIn, everythingIn, lastWord, mentions, methodOf, plainText } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';
import { chainOf, rootOf, wordsOf } from './chain.ts';
import { isGuardedBy } from './guardedBy.ts';
import { outsideOf } from './outsideCalls.ts';
import { inner } from './transparent.ts';

/** Something keeps others out, or the database itself does. */
const GUARDED =
  /transaction|atomic|\block\b|[lL]ock\(|_lock|withLock|lockFor|mutex|FOR UPDATE|for_update|SERIALIZABLE|Isolation|upsert|ON CONFLICT|on_conflict|ON DUPLICATE|get_or_create|findOrCreate|find_or_create|firstOrCreate|updateOrCreate|\bunique\b|UniqueConstraint|uniqueness|Duplicate|IntegrityError|P2002|11000|23505|synchronized|Semaphore|BeginTx|\$inc\b|\bF\(['"]|advisory/i;

const READS =
  /^(?:find\w*|get\w*|select\w*|first\w*|First\w*|Find\w*|Get\w*|Any\w*|Count\w*|Single\w*|exists\w*|count\w*|query\w*|Query\w*|fetch\w*|one\w*|filter|where|take|load|scalar\w*|execute|Take|First|scalar)\??!?$/;
const WRITES =
  /^(?:insert\w*|create\w*|save\w*|add|Add\w*|Create\w*|Save\w*|Insert\w*|persist|exec\w*|Exec\w*|execute\w*|query|push|update\w*|Update\w*|bulkCreate|SaveChanges\w*|commit|put|set|flush)!?$/;

/** Looked up, found missing, made: two at once both find nothing. Read, changed, saved: one is lost. */
export function* databaseRaces(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const owner of view.all('function')) {
    if (!owner.body || owner.form === 'block' || owner.form === 'lambda') {
      if (!owner.body || !owner.isAsync) continue;
    }
    if (
      isGuardedBy(view, owner, GUARDED) ||
      owner.decorators.some((one) => /ransaction|atomic/i.test(view.textOf(one)))
    )
      continue;
    yield* loadThenSave(context, owner.body);
    const reads = readsIn(context, owner.body);
    if (reads.length === 0) continue;
    const lost = [...changeThenSave(context, owner.body, reads)];
    yield* lost;
    // One question about one thing that was read is enough.
    if (lost.length === 0) yield* checkThenCreate(context, owner.body, reads);
  }
}

interface Read {
  readonly call: Call;
  readonly name: string;
}

/** Variables that hold what was read of a database. */
function readsIn({ language }: RuleContext, body: Code): readonly Read[] {
  const found: Read[] = [];
  for (const node of doneIn(body)) {
    if ((node.kind !== 'declare' && node.kind !== 'assign') || !node.value) continue;
    const value = inner(node.value);
    if (value.kind !== 'call') continue;
    const isRead =
      isAwaitedSearch(node.value, value) ||
      [value, ...chained(value)].some(
        (call) => outsideOf(call, language) === 'database' && READS.test(methodOf(call)),
      );
    if (!isRead || isWriting(value)) continue;
    const targets = node.target.kind === 'pattern' ? node.target.parts : [node.target];
    for (const target of targets) {
      const name = lastWord(target);
      if (name !== '' && !/^(?:_|err|error|ok)$/.test(name)) found.push({ call: value, name });
    }
  }
  return found;
}

/** `await this.users.findOne(…)`: a search that takes its time. */
function isAwaitedSearch(given: Code, { callee }: Call): boolean {
  if (given.kind !== 'await' || callee.kind !== 'member') return false;
  return (
    callee.object.kind === 'member' &&
    /^(?:find(?:One|First|Unique|By\w+)\w*|exists\w*)$/.test(callee.name)
  );
}

function chained(call: Call): readonly Call[] {
  const calls: Call[] = [];
  let node: Code = call.callee;
  while (
    node.kind === 'member' ||
    node.kind === 'call' ||
    node.kind === 'propagate' ||
    node.kind === 'await'
  ) {
    if (node.kind === 'call') {
      calls.push(node);
      node = node.callee;
    } else node = node.kind === 'member' ? node.object : node.value;
  }
  return calls;
}

/** `existing = find(…); if (existing) …; create(…)`. */
function* checkThenCreate(
  context: RuleContext,
  body: Code,
  reads: readonly Read[],
): Iterable<Trigger> {
  const { view, language } = context;
  for (const read of reads) {
    const check = checkOf(body, read);
    if (!check) continue;
    const isLeft =
      check.whenTrue.statements.some(({ kind }) => kind === 'return' || kind === 'throw') ||
      isAnswering(check.whenTrue);
    const isMissing = isAskedMissing(check.condition, read.name);
    const acting: readonly Code[] = isMissing
      ? [check.whenTrue]
      : isLeft
        ? view.after(check)
        : check.otherwise
          ? [check.otherwise]
          : [];
    for (const code of acting) {
      for (const node of doneIn(code)) {
        if (node.kind !== 'call' || !isCreating(node, read.call)) continue;
        if (outsideOf(node, language) !== 'database' && !sameModel(node, read.call)) continue;
        yield {
          at: node,
          about: {
            what: callWords(view, node),
            asked: callWords(view, read.call),
            from: String(view.lineOf(read.call)),
            how: 'database',
          },
        };
        return;
      }
    }
  }
}

function checkOf(body: Code, { call, name }: Read): CodeOf<'if'> | undefined {
  for (const node of doneIn(body)) {
    if (node.kind === 'if' && call.end < node.start && mentions(node.condition, name)) return node;
  }
  return undefined;
}

/** `!user`, `user is None`, `user == null`, `!$user`, `user.nil?`. */
function isAskedMissing(condition: Code, name: string): boolean {
  for (const node of everythingIn(condition)) {
    if (node.kind === 'unary' && node.operator === '!' && mentions(node.operand, name)) return true;
    if (
      node.kind === 'binary' &&
      /^(?:===?|is|<=?)$/.test(node.operator) &&
      mentions(node.left, name) &&
      (node.right.kind === 'constant' || node.right.kind === 'number')
    )
      return true;
    if (
      node.kind === 'call' &&
      /^(?:nil\?|isEmpty|is_none|empty|is_null|blank\?|none\?|is_empty|isNull)$/.test(
        methodOf(node),
      ) &&
      mentions(node, name)
    )
      return true;
  }
  return false;
}

/** `res.status(409).send()` and then nothing. */
function isAnswering(code: Code): boolean {
  for (const node of doneIn(code))
    if (node.kind === 'call' && /^(?:abort|render|redirect_to|exit)$/.test(methodOf(node)))
      return true;
  return false;
}

function isWriting(call: Call): boolean {
  return /^(?:insert|create|save|update|delete|Insert|Create|Save|Update|Delete)/.test(
    methodOf(call),
  );
}

function isCreating(node: Call, read: Call): boolean {
  if (node === read || !WRITES.test(methodOf(node))) return false;
  const [sql] = node.args;
  const text = plainText(sql) ?? '';
  if (/^(?:exec\w*|Exec\w*|query|Query\w*|execute\w*)$/.test(methodOf(node)))
    return /^\s*(?:insert|update)/i.test(text);
  return /^(?:insert|create|save|add|Add|Create|Save|Insert|persist|bulkCreate|put|set|update)/.test(
    methodOf(node),
  );
}

function sameModel(a: Call, b: Call): boolean {
  const root = rootOf(a.callee);
  if (root === undefined || root !== rootOf(b.callee)) return false;
  if (/^(?:this|self)$/.test(root))
    return wordsOf(a.callee).split('.')[1] === wordsOf(b.callee).split('.')[1];
  return true;
}

/** `account = find(id); account.balance -= sum; account.save()`. */
function* changeThenSave(
  context: RuleContext,
  body: Code,
  reads: readonly Read[],
): Iterable<Trigger> {
  const { view, language } = context;
  for (const node of doneIn(body)) {
    const given = node.kind === 'call' ? givenChange(node, reads) : undefined;
    if (given) {
      const from = String(view.lineOf(given.call));
      const what = callWords(view, node);
      yield { at: node, about: { what, asked: callWords(view, given.call), from, how: 'lost' } };
      return;
    }
    const changed = changedField(node) ?? checkedField(context, body, node);
    if (!changed) continue;
    const read = reads.find(({ name, call }) => name === changed.name && call.end < node.start);
    if (!read || !isSavedAfter(body, node, changed.name, language)) continue;
    const target = node.kind === 'assign' ? node.target : node;
    yield {
      at: node,
      about: {
        what: quoted(view, target),
        asked: callWords(view, read.call),
        from: String(view.lineOf(read.call)),
        how: 'lost',
      },
    };
    return;
  }
}

/** `card.update!(balance: card.balance - sum)`, `update({ data: { stock: item.stock - n } })` */
function givenChange(node: Call, reads: readonly Read[]): Read | undefined {
  if (!/^(?:update\w*|Update\w*)!?$/.test(methodOf(node))) return undefined;
  for (const arg of node.args) {
    for (const one of doneIn(arg)) {
      if (one.kind !== 'binary' || !/^[+\-*]$/.test(one.operator)) continue;
      const field = inner(one.left);
      if (field.kind !== 'member' && field.kind !== 'index' && field.kind !== 'call') continue;
      const root = rootOf(field);
      const read = reads.find(({ name, call }) => name === root && call.end < node.start);
      if (read) return read;
    }
  }
  return undefined;
}

/** `if (seat.status !== 'free') return …; seat.status = 'taken'`: the name `seat`. */
function checkedField(
  { view }: RuleContext,
  body: Code,
  node: Code,
): { readonly name: string } | undefined {
  if (node.kind !== 'assign' || node.operator !== '=' || node.target.kind !== 'member')
    return undefined;
  const { object } = node.target;
  if (object.kind !== 'name' || /^(?:this|self)$/.test(object.name)) return undefined;
  const words = view.flat(node.target);
  for (const one of doneIn(body)) {
    if (one.kind !== 'if' || node.start <= one.start) continue;
    const isInside = node.start < one.whenTrue.end;
    const last = one.whenTrue.statements.at(-1)?.kind;
    if (!isInside && last !== 'return' && last !== 'throw') continue;
    const isAsked = [...doneIn(one.condition)].some(
      (part) =>
        part.kind === 'binary' &&
        /^[!=]==?$/.test(part.operator) &&
        view.flat(part.left) === words &&
        part.right.kind !== 'constant',
    );
    if (isAsked) return { name: object.name };
  }
  return undefined;
}

/** `a.b += c`, `a.b = a.b - c`, `a.setB(a.getB() - c)`: the name `a`. */
function changedField(node: Code): { readonly name: string } | undefined {
  if (node.kind === 'call' && /^set[A-Z]/.test(methodOf(node)) && node.callee.kind === 'member') {
    const name = lastWord(node.callee.object);
    const [given] = node.args;
    const getter = `get${methodOf(node).slice(3)}`;
    if (!given || name === '') return undefined;
    for (const inside of doneIn(given))
      if (inside.kind === 'call' && methodOf(inside) === getter) return { name };
    return undefined;
  }
  if (node.kind !== 'assign' || (node.target.kind !== 'member' && node.target.kind !== 'index'))
    return undefined;
  const { object } = node.target;
  if (object.kind !== 'name' || /^(?:this|self)$/.test(object.name)) return undefined;
  if (/^(?:[+\-*/]=|\+\+|--)$/.test(node.operator)) return { name: object.name };
  const value = node.value;
  if (node.operator !== '=' || value?.kind !== 'binary' || !/^[+\-*/]$/.test(value.operator))
    return undefined;
  return mentions(value.left, object.name) ? { name: object.name } : undefined;
}

function isSavedAfter(
  body: Code,
  at: Code,
  name: string,
  language: RuleContext['language'],
): boolean {
  for (const node of doneIn(body)) {
    if (node.start < at.end || node.kind !== 'call') continue;
    const word = methodOf(node);
    const isOn =
      rootOf(node.callee) === name &&
      /^(?:save\w*|update\w*|Save\w*|store|persist|put)!?$/.test(word);
    const isGiven =
      node.args.some((arg) => mentions(arg, name)) &&
      (/^(?:save|update|persist|put|set|Save|Update|insert|replace|merge)/.test(word) ||
        outsideOf(node, language) === 'database');
    const isAll =
      /^(?:commit|flush|SaveChanges|SaveChangesAsync|Commit)$/.test(word) &&
      /session|db|em|context|Context|conn|entityManager/.test(chainOf(node));
    if (isOn || isGiven || isAll) return true;
  }
  return false;
}

/** `a = accounts.load(id); next = a.balance - sum; accounts.save(id, next)`. */
function* loadThenSave({ view }: RuleContext, body: Code): Iterable<Trigger> {
  const loaded = new Map<string, { readonly call: Call; readonly from: string }>();
  for (const node of doneIn(body)) {
    if (
      (node.kind === 'declare' || node.kind === 'assign') &&
      node.value &&
      node.target.kind === 'name'
    ) {
      const value = inner(node.value);
      const { name } = node.target;
      if (
        value.kind === 'call' &&
        value.callee.kind === 'member' &&
        LOADS.test(value.callee.name)
      ) {
        if (view.parentOf(value)?.kind === 'await')
          loaded.set(`${name} `, { call: value, from: view.flat(value.callee.object) });
      } else if (value.kind === 'binary' && /^[+\-*/]$/.test(value.operator)) {
        for (const [known, read] of loaded)
          if (mentions(value, known.trim())) loaded.set(name, read);
      }
    }
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !SAVES.test(node.callee.name))
      continue;
    const object = view.flat(node.callee.object);
    for (const [name, { call, from }] of loaded) {
      // Only what was counted from it: the loaded value itself has a blank behind its name.
      if (name.endsWith(' ') || from !== object || !node.args.some((arg) => mentions(arg, name)))
        continue;
      yield {
        at: node,
        about: {
          what: callWords(view, node),
          asked: '',
          from: String(view.lineOf(call)),
          how: 'lost',
        },
      };
      return;
    }
  }
}

const LOADS = /^(?:load|get|find|read|fetch)\w*$/i;
const SAVES = /^(?:save|update|put|set|store|write)\w*$/i;
