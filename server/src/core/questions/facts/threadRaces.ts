import type { Code, FunctionCode } from '../../code/code.ts';
import { everythingIn, lastWord, mentions, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { boundaryOf } from './boundaries.ts';
import { chainOf, rootOf } from './chain.ts';
import { contains } from '../../text/range.ts';

const GUARDS =
  /^(?:lock|Lock|RLock|acquire|synchronize|synchronized|lock_guard|unique_lock|scoped_lock|Enter|WaitAsync|AddInt\w*|StoreInt\w*|CompareAndSwap\w*|LoadOrStore|Do|withLock|mutex|with_lock|blockingGet)$/;

/** Where code runs beside other code, by language. */
const BESIDE: { readonly [language: string]: RegExp } = {
  java: /^(?:Thread|.*\.(?:submit|execute|invokeAll|scheduleAtFixedRate)|CompletableFuture\.\w+Async|.*(?:parallelStream\(\)|parallel\(\)).*\.forEach)$/,
  csharp:
    /^(?:Parallel\.(?:For|ForEach|Invoke|ForEachAsync)|Task\.(?:Run|Factory\.StartNew)|Thread|ThreadPool\.QueueUserWorkItem)$/,
  cpp: /^(?:thread|jthread|async|std\.thread|std\.async)$|\.emplace_back$/,
  ruby: /^(?:Thread|Thread\.(?:new|start|fork)|Parallel\.(?:each|map))$/,
  python: /^(?:threading\.Thread|Thread)$/,
};

/** Many threads change one variable, and nothing keeps them apart. */
export function* threadRaces(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  if (language === 'go') {
    for (const { value } of view.all('spawn')) {
      const work =
        value.kind === 'call' && value.callee.kind === 'function' ? value.callee : undefined;
      if (work) yield* inWork(context, work, work);
    }
    for (const owner of view.all('function')) yield* inHandler(context, owner);
    yield* filledOnce(context);
    return;
  }
  yield* filledOnce(context);
  const names = BESIDE[language];
  for (const call of names ? view.all('call') : []) {
    if (!names?.test(chainOf(call))) continue;
    for (const arg of call.args) if (arg.kind === 'function') yield* inWork(context, arg, call);
  }
  for (const owner of view.all('function')) {
    if (language === 'python') yield* globals(context, owner);
    else if (language === 'java' || language === 'csharp') yield* fields(context, owner);
    else if (language === 'rust') yield* statics(context, owner);
  }
}

/** `if (!map.containsKey(k)) map.put(k, …)` of a map that many threads use at once. */
function* filledOnce(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('if')) {
    const map = askedMap(one.condition);
    if (
      !map ||
      !/Concurrent|DashMap|sync\.Map|sync::Map/.test(declarationOf(context, lastWord(map)))
    )
      continue;
    const what = view.flat(map);
    const places = one.whenTrue.statements.some(({ kind }) => kind === 'return')
      ? [one.whenTrue, ...view.after(one)]
      : [one.whenTrue];
    const write = places
      .flatMap((place) => [...everythingIn(place)])
      .find((node) => isFilling(view, node, what));
    if (write) {
      yield { at: write, about: { what: inBackticks(shortened(what)), from: '', how: 'thread' } };
    }
  }
}

function askedMap(condition: Code): Code | undefined {
  for (const node of everythingIn(condition)) {
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      /^(?:containsKey|ContainsKey|contains_key|contains|get|TryGetValue)$/.test(node.callee.name)
    )
      return node.callee.object;
  }
  return undefined;
}

function isFilling(view: RuleContext['view'], node: Code, map: string): boolean {
  if (node.kind === 'assign')
    return node.target.kind === 'index' && view.flat(node.target.object) === map;
  return (
    node.kind === 'call' &&
    node.callee.kind === 'member' &&
    /^(?:put|insert|Add|TryAdd|Store|set)$/.test(node.callee.name) &&
    view.flat(node.callee.object) === map
  );
}

/** What a function that runs beside others changes of the function around it. */
function* inWork(context: RuleContext, work: FunctionCode, at: Code): Iterable<Trigger> {
  const { view, language } = context;
  if (!work.body || isGuarded(context, work.body)) return;
  const seen = new Set<string>();
  for (const node of everythingIn(work.body)) {
    const changed = changedIn(node);
    if (changed === undefined) continue;
    const root = rootOf(changed);
    if (root === undefined || isLocal(work, root) || !isChange(context, node, root, at)) continue;
    const what = view.flat(changed);
    if (seen.has(what)) continue;
    seen.add(what);
    // Each goroutine that is started once has no other beside it.
    if (
      language === 'go' &&
      !view.enclosing(at, 'loop') &&
      node.kind === 'assign' &&
      node.target.kind === 'name' &&
      node.operator === '=' &&
      !/append/.test(view.textOf(node))
    )
      continue;
    if (language === 'go' && changed.kind === 'name' && isAlone(context, work, at, root)) continue;
    yield { at: node, about: { what: inBackticks(shortened(what)), from: '', how: 'thread' } };
  }
}

/** Started once, and waited for: nobody else writes meanwhile. */
function isAlone({ view }: RuleContext, work: FunctionCode, at: Code, name: string): boolean {
  const owner = view.around(at).find((one) => one.kind === 'function');
  if (owner?.kind !== 'function' || !owner.body || view.enclosing(work, 'loop')) return false;
  const behind = view.text.slice(work.end, owner.end);
  if (!/^\s*<-\w|\.Wait\(\)/m.test(behind)) return false;
  let nSpawns = 0;
  for (const node of everythingIn(owner.body)) {
    if (node.kind === 'spawn' && mentions(node, name)) nSpawns++;
    const isInside = contains(work, node);
    if (!isInside && node.kind === 'assign' && work.end <= node.start)
      if (rootOf(node.target) === name) return false;
  }
  return nSpawns === 1;
}

function changedIn(node: Code): Code | undefined {
  if (node.kind === 'assign')
    return node.target.kind === 'index' ? node.target.object : node.target;
  if (node.kind === 'call' && node.callee.kind === 'member' && COLLECTS.test(node.callee.name))
    return node.callee.object;
  if (node.kind === 'binary' && node.operator === '<<') return node.left;
  return undefined;
}

const COLLECTS = /^(?:add|Add|put|push|push_back|emplace_back|append|insert|Enqueue|addAll)$/;

/** A count that goes up or down, or a list or map that grows. */
function isChange(context: RuleContext, node: Code, root: string, at: Code): boolean {
  const { view, language, outline } = context;
  if (node.kind === 'assign') {
    if (/^(?:\+\+|--|[+\-*|]=)$/.test(node.operator))
      return !/atomic/i.test(declarationOf(context, root));
    if (node.target.kind === 'index') {
      const text = declarationOf(context, root);
      return language === 'go'
        ? /\bmap\[/.test(text)
        : /\b(?:HashMap|Dictionary|map)\b/.test(text) && !/Concurrent/.test(text);
    }
    return language === 'go' && /\bappend\(/.test(view.textOf(node));
  }
  if (language === 'go' || language === 'ruby')
    return language === 'ruby' && !/Queue/.test(declarationOf(context, root));
  const text = declarationOf(context, root);
  if (at.kind === 'call' && /^Thread$/.test(methodOf(at)) && outline.variables.length === 0)
    return false;
  return (
    /\b(?:ArrayList|HashMap|HashSet|LinkedList|List<|Dictionary<|vector<|map<|set<|StringBuilder)/.test(
      text,
    ) && !/Concurrent|synchronized|Blocking|CopyOnWrite/.test(text)
  );
}

/** The text of the declaration of a variable or a field. */
function declarationOf({ view, outline }: RuleContext, name: string): string {
  const isIt = (one: Code): boolean =>
    (one.kind === 'declare' || one.kind === 'assign') && lastWord(one.target) === name;
  const found = view.all('declare', 'assign').find(isIt) ?? outline.variables.find(isIt);
  if (!found) return '';
  const type = found.kind === 'declare' ? (found.type ?? '') : '';
  return `${type} ${view.textOf(found).slice(0, 200)}`;
}

function isLocal(work: FunctionCode, name: string): boolean {
  if (work.params.some((param) => param.name === name)) return true;
  for (const node of work.body ? everythingIn(work.body) : []) {
    if (node.kind === 'declare') {
      for (const inside of everythingIn(node.target))
        if (inside.kind === 'name' && inside.name === name) return true;
    }
    if (
      node.kind === 'assign' &&
      node.operator === '=' &&
      node.target.kind === 'name' &&
      node.target.name === name &&
      node.value
    ) {
      // Ruby's and Python's first one declares.
      if (node.value.kind === 'list' || node.value.kind === 'number' || node.value.kind === 'dict')
        return true;
    }
    if (node.kind === 'loop' && node.variable && lastWord(node.variable) === name) return true;
    if (
      node.kind === 'function' &&
      node !== work &&
      node.params.some((param) => param.name === name)
    )
      return true;
  }
  return false;
}

/** A lock, a once, an atomic change, a channel. */
function isGuarded({ view }: RuleContext, body: Code): boolean {
  for (const node of everythingIn(body)) {
    if (
      node.kind === 'call' &&
      (GUARDS.test(methodOf(node)) || chainOf(node).startsWith('Interlocked.'))
    )
      return true;
    if (node.kind === 'defer' && node.form === 'with') return true;
    if (node.kind === 'declare' && /lock|guard/.test(node.type ?? view.flat(node).slice(0, 60)))
      return true;
  }
  return false;
}

/** Python's `global count; count += 1` in a module that has threads, or in a handler. */
function* globals(context: RuleContext, owner: FunctionCode): Iterable<Trigger> {
  const { view, outline } = context;
  if (!owner.body || owner.isAsync || isGuarded(context, owner.body)) return;
  const hasThreads = outline.imports.some(({ module }) =>
    /^(?:threading|concurrent|_thread|multiprocessing\.(?:dummy|pool))/.test(module),
  );
  if (!hasThreads && boundaryOf(context, owner) !== 'handler') return;
  const said = view
    .all('other')
    .filter((one) => one.type === 'global_statement' && contains(owner, one));
  const names = new Set(said.flatMap((one) => one.children.map(lastWord)));
  for (const node of everythingIn(owner.body)) {
    if (node.kind !== 'assign' || node.target.kind !== 'name' || !names.has(node.target.name))
      continue;
    const { name } = node.target;
    const isCount =
      /^[+\-*|]=$/.test(node.operator) ||
      (node.value?.kind === 'binary' && rootOf(node.value.left) === name);
    if (isCount) yield { at: node, about: { what: inBackticks(name), from: '', how: 'thread' } };
  }
}

/** A field that each request counts up: all of them share the one object, or the class. */
function* fields(context: RuleContext, owner: FunctionCode): Iterable<Trigger> {
  const { language } = context;
  if (
    !owner.body ||
    owner.modifiers.includes('synchronized') ||
    boundaryOf(context, owner) !== 'handler'
  )
    return;
  if (isGuarded(context, owner.body)) return;
  for (const node of everythingIn(owner.body)) {
    if (node.kind !== 'assign' || !/^(?:\+\+|--|[+\-*]=)$/.test(node.operator)) continue;
    const root = rootOf(node.target);
    const isOwn = node.target.kind === 'member' && root === 'this';
    const name = lastWord(node.target);
    if (root === undefined || (!isOwn && isLocal(owner, root))) continue;
    const text = fieldText(context, name);
    // A controller of C# lives as long as its request: only what is static is shared.
    const isShared = language === 'csharp' ? /\bstatic\b/.test(text) : text !== '';
    if (isShared && !/Atomic|volatile|final/.test(text))
      yield { at: node, about: { what: inBackticks(name), from: '', how: 'thread' } };
  }
}

/** The line of a field's declaration, with its modifiers. */
function fieldText({ view, outline }: RuleContext, name: string): string {
  const found = outline.variables.find(
    (one) => one.kind === 'declare' && lastWord(one.target) === name,
  );
  if (!found) return '';
  const from = view.text.lastIndexOf('\n', found.start) + 1;
  return view.text.slice(from, found.end);
}

/** Go serves each request in a goroutine of its own: what the file holds is shared by all of them. */
function* inHandler(context: RuleContext, owner: FunctionCode): Iterable<Trigger> {
  if (!owner.body || boundaryOf(context, owner) !== 'handler' || isGuarded(context, owner.body))
    return;
  const names = new Set(
    context.outline.variables.flatMap((one) =>
      one.kind === 'declare' ? [lastWord(one.target)] : [],
    ),
  );
  for (const node of everythingIn(owner.body)) {
    if (node.kind !== 'assign') continue;
    const isIndex = node.target.kind === 'index';
    const name =
      isIndex && node.target.kind === 'index'
        ? lastWord(node.target.object)
        : lastWord(node.target);
    const isCount = /^(?:\+\+|--|[+\-*|]=)$/.test(node.operator);
    const isPlain =
      node.target.kind === 'name' ||
      (node.target.kind === 'index' && node.target.object.kind === 'name');
    const field = isIndex && node.target.kind === 'index' ? node.target.object : node.target;
    // All requests share the one object that a handler is a method of.
    const isOfReceiver =
      field.kind === 'member' &&
      field.object.kind === 'name' &&
      owner.receiver?.name === field.object.name;
    if (isOfReceiver && (isCount || isIndex)) {
      const what = inBackticks(shortened(context.view.flat(field)));
      yield { at: node, about: { what, from: '', how: 'thread' } };
      continue;
    }
    if (!isPlain || !names.has(name) || (!isCount && !isIndex) || isLocal(owner, name)) continue;
    yield { at: node, about: { what: inBackticks(name), from: '', how: 'thread' } };
  }
}

/** Rust's `static mut`. */
function* statics(context: RuleContext, owner: FunctionCode): Iterable<Trigger> {
  const { outline, view } = context;
  const names = new Set(
    outline.variables.flatMap((one) =>
      one.kind === 'declare' && /^(?:pub(?:\([^)]*\))?\s+)?static\s+mut\b/.test(view.textOf(one))
        ? [lastWord(one.target)]
        : [],
    ),
  );
  if (names.size === 0 || !owner.body) return;
  for (const node of everythingIn(owner.body)) {
    if (node.kind !== 'assign') continue;
    const root = rootOf(node.target);
    if (root !== undefined && names.has(root))
      yield { at: node, about: { what: inBackticks(root), from: '', how: 'thread' } };
  }
}
