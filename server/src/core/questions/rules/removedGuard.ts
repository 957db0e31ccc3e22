import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';
import { withoutFormat } from '../../text/formatting.ts';
import type { Range } from '../../text/range.ts';
import { compare, type Comparison, keyOf, missing } from '../compare.ts';
import { isAboutAccess, isCheckName, mayCheck } from '../facts/checkNames.ts';
import { areAkin, type Atom, isExit, testsMade } from '../facts/conditions.ts';
import {
  checkCalls,
  checkMarks,
  type Guard,
  guardsOf,
  handedChecks,
  type NamedCheck,
} from '../facts/guards.ts';
import { helperKeys } from '../facts/helpers.ts';
import { openRemovals } from '../facts/openRemovals.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A check that the committed code made is not made any more. */
export const removedGuard: Rule = {
  id: 'removed-guard',
  row: 44,
  title: 'A check that was there and is gone',
  severity: 'normal',
  concern: 'logic',
  weight: 5,
  cwe: [754, 862, 20],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, before, isTest } = context;
    // What a test asserts is asked about by the rules for tests.
    if (isTest) return;
    if (before) {
      const both = compare(before, view);
      const places = new Map<string, { readonly at: Range; readonly all: Gone[] }>();
      for (const one of gone(context, before, both)) {
        const at = both.placeOf(one.at);
        const place = places.get(String(at.start)) ?? { at, all: [] };
        places.set(String(at.start), place);
        place.all.push(one);
      }
      for (const { at, all } of places.values()) {
        const isHigh = all.some(({ was }) => isAboutAccess(was));
        yield { at, about: { is: wordsOf(all) }, ...(isHigh ? { severity: 'high' } : {}) };
      }
    }
    for (const { at, kind, n } of openRemovals(context, ['guard', 'check'])) {
      const what = kind === 'guard' ? 'a condition that kept something out' : 'a check';
      yield {
        at,
        about: { is: n === 1 ? `AI took ${what} away here` : `AI took ${n} checks away here` },
      };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}. Is the code still safe without it?`,
  obligations: ['error', 'auth', 'nullish'],
  page: {
    why: 'A condition, a validation or a permission check that stood in the committed code is gone. Nothing fails because of it: what it kept out simply comes in.',
    instead:
      'Put it back, or make sure that every caller makes the check. Where it could never hold, say so in the commit.',
    sources: [
      'CWE-754, CWE-862, CWE-20',
      'Tambon et al. 2024: non-prompted consideration (changes that nobody asked for)',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      before:
        'function remove(user, id) {\n  if (!user.isAdmin) {\n    throw new Error("no");\n  }\n  if (!id) return;\n  store.remove(id);\n}',
      asks: 'function remove(user, id) {\n  if (!id) return; ⟵\n  store.remove(id);\n}',
      quiet:
        'function remove(user, key) {\n  if (!key) return;\n  if (user.isAdmin) {\n    store.remove(key);\n  }\n}',
    },
    {
      languages: [...ECMASCRIPT],
      before:
        'async function pay(req) {\n  validateOrder(req.body);\n  const total = sum(req.body.items);\n  if (total <= 0 || total > LIMIT) {\n    throw new RangeError("total");\n  }\n  return charge(total);\n}',
      asks: 'async function pay(req) {\n  const total = sum(req.body.items); ⟵\n  if (total <= 0) { ⟵\n    throw new RangeError("total");\n  }\n  return charge(total);\n}',
      quiet:
        'async function pay(req) {\n  validateOrder(req.body);\n  const total = sum(req.body.items);\n  if (total > LIMIT) throw new RangeError("total");\n  if (0 >= total) throw new RangeError("total");\n  return charge(total);\n}',
    },
    {
      languages: [...ECMASCRIPT],
      before: 'router.post("/refund", requireAdmin, refund);\nrouter.get("/health", health);',
      asks: 'router.post("/refund", refund); ⟵\nrouter.get("/health", health);',
      quiet: 'router.get("/health", health);\nrouter.post("/refund", requireAdmin, refund);',
    },
    {
      languages: [...ECMASCRIPT],
      before:
        'function load(id) {\n  if (id === null) throw new Error("id");\n  return read(id);\n}',
      asks: 'function load(id) {\n  return read(id); ⟵\n}',
      quiet:
        'function load(id) {\n  needed(id);\n  return read(id);\n}\nfunction needed(value) {\n  if (value === null) throw new Error("id");\n}',
    },
    {
      languages: [...ECMASCRIPT],
      before:
        'function load() {\n  try {\n    return read();\n  } catch (error) {\n    throw new LoadError(error);\n  }\n}',
      asks: 'function load() {\n  return read(); ⟵\n}',
      quiet:
        'function load() {\n  try {\n    return read();\n  } catch (cause) {\n    throw new LoadError(cause);\n  }\n}',
    },
    {
      languages: ['python'],
      before:
        '@login_required\ndef remove(user, key):\n    if not user.is_admin:\n        raise PermissionError("no")\n    store.remove(key)\n',
      asks: 'def remove(user, key): ⟵\n    store.remove(key) ⟵\n',
      quiet:
        '@login_required\ndef remove(user, key):\n    if user.is_admin:\n        store.remove(key)\n    else:\n        raise PermissionError("no")\n',
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc load(path string) ([]byte, error) {\n\tdata, err := read(path)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn data, nil\n}\n',
      asks: 'package a\n\nfunc load(path string) ([]byte, error) {\n\tdata, err := read(path)\n\treturn data, nil ⟵\n}\n',
      quiet:
        'package a\n\nfunc load(path string) ([]byte, error) {\n\tdata, failure := read(path)\n\tif failure != nil {\n\t\treturn nil, failure\n\t}\n\treturn data, nil\n}\n',
    },
    {
      languages: ['rust'],
      before:
        'fn pay(total: i64) -> Result<(), Error> {\n    if total <= 0 {\n        return Err(Error::Total);\n    }\n    charge(total)\n}\n',
      asks: 'fn pay(total: i64) -> Result<(), Error> {\n    charge(total) ⟵\n}\n',
      quiet:
        'fn pay(total: i64) -> Result<(), Error> {\n    if 0 >= total { return Err(Error::Total); }\n    charge(total)\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  void remove(String id) {\n    Objects.requireNonNull(id);\n    store.remove(id);\n  }\n}\n',
      asks: 'class Orders {\n  void remove(String id) { ⟵\n    store.remove(id); ⟵\n  }\n}\n',
      quiet:
        'class Orders {\n  @PreAuthorize("hasRole(\'ADMIN\')")\n  void remove(String key) {\n    Objects.requireNonNull(key);\n    store.remove(key);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      before:
        'class Orders {\n  [Authorize]\n  public void Remove(string id) {\n    if (id == null) throw new ArgumentNullException(nameof(id));\n    store.Remove(id);\n  }\n}\n',
      asks: 'class Orders {\n  public void Remove(string id) { ⟵\n    store.Remove(id); ⟵\n  }\n}\n',
      quiet:
        'class Orders {\n  [Authorize]\n  public void Remove(string id) {\n    if (id is null)\n    {\n      throw new ArgumentNullException(nameof(id));\n    }\n    store.Remove(id);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before:
        'int at(const Buffer* buffer, int i) {\n  if (buffer == nullptr || i < 0) {\n    return -1;\n  }\n  return buffer->data[i];\n}\n',
      asks: 'int at(const Buffer* buffer, int i) {\n  if (buffer == nullptr) { ⟵\n    return -1;\n  }\n  return buffer->data[i];\n}\n',
      quiet:
        'int at(const Buffer* buffer, int i) {\n  if (i < 0) return -1;\n  if (buffer == nullptr) return -1;\n  return buffer->data[i];\n}\n',
    },
    {
      languages: ['ruby'],
      before: 'def remove(user, id)\n  raise Denied unless user.admin?\n  store.remove(id)\nend\n',
      asks: 'def remove(user, id)\n  store.remove(id) ⟵\nend\n',
      quiet:
        'def remove(user, id)\n  if user.admin?\n    store.remove(id)\n  else\n    raise Denied\n  end\nend\n',
    },
    {
      languages: ['php'],
      before:
        '<?php\nfunction remove($user, $id) {\n  if (!$user->isAdmin()) {\n    throw new Denied();\n  }\n  $this->store->remove($id);\n}\n',
      asks: '<?php\nfunction remove($user, $id) {\n  $this->store->remove($id); ⟵\n}\n',
      quiet:
        '<?php\nfunction remove($user, $id) {\n  if ($user->isAdmin()) {\n    $this->store->remove($id);\n    return;\n  }\n  throw new Denied();\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function open(path) {\n  return read(path); ⟵\n}',
      removals: [{ kind: 'guard', line: 2, textHash: '' }],
      quiet: 'function open(path) {\n  if (!path) return null;\n  return read(path);\n}',
    },
  ],
};

function wordsOf(all: readonly Gone[]): string {
  const [first, second] = all.map(({ words }) => inBackticks(shortened(words)));
  if (second === undefined) return `${first} was checked before this and is not any more`;
  const others = all.length === 2 ? second : `${all.length - 1} other conditions`;
  return `${first} and ${others} were checked before this and are not any more`;
}

interface Gone {
  /** In the committed block. */
  readonly at: Range;
  /** Its whole text, to see what it is about. */
  readonly was: string;
  readonly words: string;
}

function* gone(context: RuleContext, before: CodeView, both: Comparison): Iterable<Gone> {
  const { view } = context;
  const inHelpers = helperKeys(context, (text) => blankKey(conditionKey(text)));
  const newCalls = missing(
    view.all('call').filter((call) => mayCheck(methodOf(call))),
    (call) => both.renamedKey('now', keyOf(view, call)),
    before.all('call').map((call) => both.renamedKey('before', keyOf(before, call))),
  );
  const taken = new Set<Call>();
  /** A check that was written out may be made by a function now. */
  const isMadeBy = (subjects: ReadonlySet<string>): boolean => {
    const call = newCalls.find((one) => !taken.has(one) && isAbout(view, one, subjects));
    if (call) taken.add(call);
    return call !== undefined;
  };
  const lines = new Set<Code>();
  for (const guard of goneGuards(before, view, both)) {
    if (lines.has(guard.statement) || isMadeBy(guard.atom.subjects)) continue;
    if (inHelpers.has(blankKey(conditionKey(before.textOf(guard.atom.code))))) continue;
    if (isStillWritten(before, view, guard.atom.code)) continue;
    lines.add(guard.statement);
    yield {
      at: guard.statement,
      was: before.textOf(guard.isLeaving ? guard.statement : guard.atom.code),
      words: before.flat(guard.atom.code),
    };
  }
  for (const call of goneCalls(before, view)) {
    // `Debug.Assert(false)` says that a place is not reached.
    if (0 < call.args.length && call.args.every((arg) => arg.kind === 'constant')) continue;
    if (isStillWritten(before, view, call)) continue;
    const statement = before.statementOf(call);
    if (lines.has(statement)) continue;
    const subjects = new Set(call.args.map((arg) => before.flat(arg)));
    if (isMadeBy(subjects) || inHelpers.has(methodOf(call))) continue;
    lines.add(statement);
    yield { at: call, was: before.textOf(call), words: before.flat(call) };
  }
  for (const one of [
    ...goneNamed(checkMarks(before), checkMarks(view)),
    ...goneNamed(handedChecks(before), handedChecks(view)),
  ]) {
    yield { at: one, was: one.text, words: one.text };
  }
  yield* goneCatches(before, view, both);
}

/** The same question is asked in another statement (`assert` for `if`), or its answer has a name now. */
function isStillWritten(before: CodeView, now: CodeView, code: Code): boolean {
  const words = plainly(before.flat(code));
  const isName = code.kind === 'name' || code.kind === 'member' || code.kind === 'unary';
  if (!isName) return plainly(now.flat(now.range)).includes(words);
  const named = now.all('declare').some(({ value }) => value && plainly(now.flat(value)) === words);
  return named || (code.kind === 'member' && conditionsSay(now, words));
}

function conditionsSay(view: CodeView, words: string): boolean {
  return view
    .all('if', 'conditional')
    .some((one) => plainly(view.flat(one.condition)).includes(words));
}

/** `a?.b` asks for `a` on its way to `b`. */
function plainly(words: string): string {
  return words.replaceAll('?.', '.').replace(/\s+/g, '');
}

/** Guards whose test is not made any more, and no other test of the same has come for it. */
function goneGuards(before: CodeView, now: CodeView, both: Comparison): Guard[] {
  const old = guardsOf(before);
  if (old.length === 0) return [];
  const oldTests = testsMade(before);
  const newTests = testsMade(now);
  const oldKey = (key: string): string => both.renamedKey('before', key);
  const newKey = (key: string): string => both.renamedKey('now', key);
  const nMissing = new Map<string, number>();
  for (const { key } of oldTests) nMissing.set(oldKey(key), (nMissing.get(oldKey(key)) ?? 0) + 1);
  const fresh: Atom[] = [];
  for (const atom of newTests) {
    const key = newKey(atom.key);
    const n = nMissing.get(key) ?? 0;
    if (0 < n) nMissing.set(key, n - 1);
    else fresh.push(atom);
  }
  // Of several equal conditions it is the one that is gone whose neighbour is not followed by it any more.
  const candidates = missing(
    old,
    ({ placeKey }) => oldKey(placeKey),
    guardsOf(now).map(({ placeKey }) => newKey(placeKey)),
  );
  const changed = new Set<Atom>();
  return candidates.filter((guard) => {
    const { atom } = guard;
    const key = oldKey(atom.key);
    const n = nMissing.get(key) ?? 0;
    if (n === 0) return false;
    nMissing.set(key, n - 1);
    const other = fresh.find((one) => !changed.has(one) && areAkin(one, atom));
    if (other) {
      changed.add(other);
      return false;
    }
    return isStillUsed(before, now, both, guard);
  });
}

/** What it kept safe is still there: without it there is nothing to guard. */
function isStillUsed(
  before: CodeView,
  now: CodeView,
  both: Comparison,
  { guarded, atom, statement, isLeaving }: Guard,
): boolean {
  // Without PHP's sigils, which names go without.
  const text = ` ${both.renamedKey('now', keyOf(now, now.range)).replaceAll('$', '')} `;
  const isThere = (key: string): boolean => text.includes(` ${key.replaceAll('$', '')} `);
  const isMeant = [...atom.subjects].some((subject) => isThere(subject.split('.')[0] ?? ''));
  const was = before.textOf(statement);
  const isForOthers = isAboutAccess(was) || /valid/i.test(was);
  if (0 < atom.subjects.size && !isMeant && !isForOthers) return false;
  if (guarded.some((one) => isThere(both.renamedKey('before', keyOf(before, one))))) return true;
  const isNamed = [...atom.subjects].some((subject) => isThere(subject.replaceAll('.', ' . ')));
  return isLeaving && isNamed && MIN_KEPT <= both.keptShare;
}

/** In a block with less left than this, what became of a check can only be read. */
const MIN_KEPT = 0.5;

/** Checking calls that are made fewer times now, by their names. */
function goneCalls(before: CodeView, now: CodeView): Call[] {
  return missing(
    checkCalls(before),
    (call) => methodOf(call),
    checkCalls(now).map((call) => methodOf(call)),
  );
}

function isAbout(view: CodeView, call: Call, subjects: ReadonlySet<string>): boolean {
  if (subjects.size === 0 || call.args.length === 0) return isCheckName(methodOf(call));
  const text = view.flat(call);
  return [...subjects].some((subject) => text.includes(subject.split('.')[0] ?? subject));
}

function goneNamed(old: readonly NamedCheck[], now: readonly NamedCheck[]): readonly NamedCheck[] {
  const left = missing(
    old,
    ({ name }) => name,
    now.map(({ name }) => name),
  );
  // As many have come as have gone: one was put in the other's place.
  return now.length < old.length ? left : [];
}

/** What catches errors and does something about them, around calls that are still made. */
function* goneCatches(before: CodeView, now: CodeView, both: Comparison): Iterable<Gone> {
  const old = before.all('try').filter(({ catches }) => catches.some(isHandling));
  if (old.length <= now.all('try').filter(({ catches }) => 0 < catches.length).length) return;
  const text = both.renamedKey('now', keyOf(now, now.range));
  const kept = new Set(now.all('try').map(({ body }) => keyOf(now, body)));
  for (const one of old) {
    if (kept.has(keyOf(before, one.body))) continue;
    const isThere = one.body.statements.some((statement) =>
      text.includes(both.renamedKey('before', keyOf(before, statement))),
    );
    const [handler] = one.catches;
    if (!isThere || !handler) continue;
    const words = before.flat({ start: handler.start, end: handler.body.start });
    yield { at: one, was: '', words: words.replace(/\s*[{:]$/, '') };
  }
}

function isHandling({
  body,
}: {
  readonly body: { readonly statements: readonly Code[] };
}): boolean {
  return body.statements.some((one) => isExit(one) || one.kind === 'assign' || one.kind === 'if');
}

/** A condition as it is written, apart from its format and a `!` before it. */
function conditionKey(text: string): string {
  return withoutFormat(text).replace(/^(?:! |not )+/, '');
}

/** The same test with any names. */
function blankKey(key: string): string {
  return key.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, '§');
}
