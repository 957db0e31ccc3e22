import type { FunctionCode, Param } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { withoutFormat } from '../../text/formatting.ts';
import { functionOf, headerEnd } from '../facts/header.ts';
import { isPublic } from '../facts/publicity.ts';
import { areSameTypes } from '../facts/sameTypes.ts';
import { isWrapped, wideningOf } from '../facts/types.ts';
import type { LanguageId } from '../languageId.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A function that others call takes or gives something else than it did. */
export const changedSignature: Rule = {
  id: 'changed-signature',
  row: 44,
  title: 'A public function that is called another way than before',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [628],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, before, isTest } = context;
    if (!before || isTest) return;
    for (const pair of pairsOf(before, view)) yield* compared(context, before, pair);
  },
  ask: ({ name, is, line }) => `Line ${line}: ${name} ${is}. Do all its callers know?`,
  obligations: ['happy'],
  page: {
    why: 'What others call was changed along with something else. Callers in this repository may not be checked by a compiler, and those outside it are not seen at all.',
    instead:
      'Keep the old way of calling it, or look at every caller and say in the change log what they must do.',
    sources: [
      'CWE-628',
      'Tambon et al. 2024: non-prompted consideration (changes that nobody asked for)',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      before:
        'export function charge(user, amount, currency) {\n  return pay(user, amount, currency);\n}\nexport function refund(user, amount) {\n  return pay(user, -amount);\n}\nfunction inner(a, b) {\n  return a + b;\n}',
      asks: "export function charge(user, amount) { ⟵\n  return pay(user, amount, 'EUR');\n}\nexport function refund(amount, user) { ⟵\n  return pay(user, -amount);\n}\nfunction inner(a) {\n  return a;\n}",
      quiet:
        "export function charge(\n  customer,\n  amount,\n  currency,\n  note = '',\n) {\n  return pay(customer, amount, currency, note);\n}\nexport function refund(user, amount) {\n  return pay(user, -amount);\n}\nfunction inner(b, a) {\n  return a + b;\n}",
    },
    {
      languages: ['typescript', 'tsx'],
      before: 'export function total(cart: Cart): number {\n  return cart.sum;\n}',
      asks: 'export function total(cart: Cart): string { ⟵\n  return String(cart.sum);\n}',
      quiet:
        'export function total(cart: Cart, rate?: number): number {\n  return cart.sum * (rate ?? 1);\n}',
    },
    {
      languages: ['python'],
      before: "def charge(user, amount, currency='EUR'):\n    return pay(user, amount, currency)\n",
      asks: 'def charge(user, amount, currency): ⟵\n    return pay(user, amount, currency)\n',
      quiet:
        "def charge(user, amount, currency='EUR', *, note=None):\n    return pay(user, amount, currency, note)\n",
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc Charge(user User, amount int) error {\n\treturn pay(user, amount)\n}\n',
      asks: 'package a\n\nfunc Charge(user User, amount int) (Receipt, error) { ⟵\n\treturn pay(user, amount)\n}\n',
      quiet:
        'package a\n\nfunc Charge(customer User, amount int) error {\n\treturn pay(customer, amount)\n}\n',
    },
    {
      languages: ['rust'],
      before:
        'pub fn charge(user: &User, amount: i64) -> Result<Receipt, Error> {\n    pay(user, amount)\n}\n',
      asks: 'pub fn charge(amount: i64, user: &User) -> Result<Receipt, Error> { ⟵\n    pay(user, amount)\n}\n',
      quiet:
        'pub fn charge(customer: &User, amount: i64) -> Result<Receipt, Error> {\n    pay(customer, amount)\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class Till {\n  public Receipt charge(User user, int amount) {\n    return pay(user, amount);\n  }\n}\n',
      asks: 'class Till {\n  public void charge(User user, int amount) { ⟵\n    pay(user, amount);\n  }\n}\n',
      quiet:
        'class Till {\n  public Receipt charge(final User customer, int amount) {\n    return pay(customer, amount);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      before:
        'class Till {\n  public Receipt Charge(User user, int amount, string currency) {\n    return Pay(user, amount, currency);\n  }\n}\n',
      asks: 'class Till {\n  public Receipt Charge(User user, int amount) { ⟵\n    return Pay(user, amount, "EUR");\n  }\n}\n',
      quiet:
        'class Till {\n  public Receipt Charge(User user, int amount, string currency, bool isTest = false) {\n    return Pay(user, amount, currency);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before: 'Receipt charge(const User& user, int amount) {\n  return pay(user, amount);\n}\n',
      asks: 'Receipt charge(int amount, const User& user) { ⟵\n  return pay(user, amount);\n}\n',
      quiet:
        'Receipt charge(const User& customer, int amount) {\n  return pay(customer, amount);\n}\n',
    },
    {
      languages: ['ruby'],
      before: 'def charge(user, amount, currency)\n  pay(user, amount, currency)\nend\n',
      asks: "def charge(user, amount) ⟵\n  pay(user, amount, 'EUR')\nend\n",
      quiet:
        'def charge(customer, amount, currency, note = nil)\n  pay(customer, amount, currency, note)\nend\n',
    },
    {
      languages: ['php'],
      before:
        '<?php\nfunction charge($user, $amount, $currency) {\n  return pay($user, $amount, $currency);\n}\n',
      asks: "<?php\nfunction charge($user, $amount) { ⟵\n  return pay($user, $amount, 'EUR');\n}\n",
      quiet:
        '<?php\nfunction charge($customer, $amount, $currency, $note = null) {\n  return pay($customer, $amount, $currency, $note);\n}\n',
    },
    {
      languages: ['rust'],
      before: 'pub fn reserve(item: &mut Item) -> bool {\n    true\n}\n',
      asks: 'pub fn reserve(item: &mut Item) -> Option<bool> { ⟵\n    Some(true)\n}\n',
      quiet: 'pub fn reserve(thing: &mut Item) -> bool {\n    true\n}\n',
    },
    {
      languages: ['java'],
      before:
        'public interface Orders {\n  List<Order> search(Query query, Sort sort);\n  void cancel(String number);\n}\n',
      asks: 'public interface Orders {\n  List<Order> search(Query query); ⟵\n  void cancel(String number);\n}\n',
      quiet:
        'public interface Orders {\n  long count(Query query);\n  List<Order> search(Query query, Sort sort);\n  void cancel(String number);\n}\n',
    },
    {
      languages: ['php'],
      before:
        '<?php\nclass Renderer {\n  public static function render(Invoice $invoice): string {\n    return make($invoice);\n  }\n}\n',
      asks: '<?php\nclass Renderer {\n  public function render(Invoice $invoice): string { ⟵\n    return make($invoice);\n  }\n}\n',
      quiet:
        '<?php\nclass Renderer {\n  final public static function render(Invoice $bill): string {\n    return make($bill);\n  }\n}\n',
    },
    {
      languages: ['ruby'],
      before: 'def find(term, scope:, limit: 20)\n  scope.where(title: term).limit(limit)\nend\n',
      asks: 'def find(term, scope, limit: 20) ⟵\n  scope.where(title: term).limit(limit)\nend\n',
      quiet: 'def find(term, limit: 20, scope:)\n  scope.where(title: term).limit(limit)\nend\n',
    },
    {
      languages: ['python'],
      before: 'def find(term, *, scope, limit=20):\n    return scope.find(term)[:limit]\n',
      asks: 'def find(term, scope, *, limit=20): ⟵\n    return scope.find(term)[:limit]\n',
      quiet: 'def find(term, *, scope, limit=20, page=1):\n    return scope.find(term)[:limit]\n',
    },
    {
      languages: ['tsx'],
      before:
        'export default function Item({ item, level }: Props): JSX.Element {\n  return <li>{item.label}{level}</li>;\n}',
      asks: 'export default function Item(level: number, props: Props): JSX.Element { ⟵\n  return <li>{props.item.label}{level}</li>;\n}',
      quiet:
        'export default function Item(props: Props): JSX.Element {\n  return <li>{props.item.label}</li>;\n}',
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc Get(key string) (value interface{}, ok bool) {\n\treturn find(key)\n}\n',
      asks: 'package a\n\nfunc Get(key string) (string, bool) { ⟵\n\treturn find(key)\n}\n',
      quiet: 'package a\n\nfunc Get(key string) (any, bool) {\n\treturn find(key)\n}\n',
    },
    {
      languages: ['python'],
      before:
        'def finish(rv: t.Union[Reply, Failure], n: Optional[int]) -> AbstractPage:\n    return make(rv, n)\n',
      asks: 'def finish(rv: Reply, n: str | None) -> str: ⟵\n    return make(rv, n)\n',
      quiet:
        'def finish(rv: Reply | Failure, n: int | None) -> PlainPage:\n    return make(rv, n)\n',
    },
    {
      languages: ['csharp'],
      before:
        'class Till {\n  public Task Flush(Token token) {\n    return Task.CompletedTask;\n  }\n}\n',
      asks: 'class Till {\n  public Task Flush() { ⟵\n    return Task.CompletedTask;\n  }\n}\n',
      quiet:
        'class Till {\n  public async Task Flush(Token token) {\n    await Write(token);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before: 'void advance(Context& ctx, Iterator it) {\n  ctx.set(it);\n}\n',
      asks: 'void advance(Context& ctx) { ⟵\n  ctx.set(0);\n}\n',
      quiet: 'void advance(Context& ctx, Iterator) {\n  ctx.set(0);\n}\n',
    },
  ],
};

interface Pair {
  readonly was: FunctionCode;
  readonly now: FunctionCode;
}

/** The function that the block is; of an interface, each that it asks for. */
function pairsOf(before: CodeView, view: CodeView): readonly Pair[] {
  const [was, now] = [functionOf(before), functionOf(view)];
  if (was && now) return was.name === now.name ? [{ was, now }] : [];
  const old = bodiless(before);
  return bodiless(view).flatMap((one) => {
    const [same, ...others] = old.filter(({ name }) => name === one.name);
    return same && others.length === 0 ? [{ was: same, now: one }] : [];
  });
}

function bodiless(view: CodeView): readonly FunctionCode[] {
  return view.all('function').filter((one) => one.body === undefined && view.isOwn(one));
}

function* compared(
  { view, language, outline }: RuleContext,
  before: CodeView,
  { was, now }: Pair,
): Iterable<Trigger> {
  const { name } = now;
  // Of overloads it is not known which was which; what nobody else could call may change.
  if (name === undefined || 1 < outline.functionsNamed(name).length) return;
  if (!isPublic(before, was, language)) return;
  if (isOverride(now)) return;
  const old = { view: before, code: was };
  const [first, second] = changesOf(old, { view, code: now }, language);
  if (first === undefined) return;
  const from = Math.max(now.start, ...now.decorators.map(({ end }) => end));
  const named = view.text.indexOf(name, from);
  const start = named < 0 || now.end < named ? now.start : named;
  const is = second === undefined ? first : `${first}, and ${second}`;
  const at = { start, end: headerEnd(now) };
  // Where a compiler looks at every caller in the repository, only those outside it are left.
  const severity = IS_CHECKED.has(language) ? 'low' : 'normal';
  yield { at, severity, about: { name: inBackticks(shortened(name)), is } };
}

/** Callers go by the one that it stands for, which says what it is given. */
function isOverride({ name = '', modifiers, decorators }: FunctionCode): boolean {
  return (
    modifiers.includes('override') ||
    decorators.some((one) => /^override$/i.test(one.kind === 'name' ? one.name : '')) ||
    /^(?:(?:UNSAFE_)?component(?:Did|Will)\w+|shouldComponentUpdate|getSnapshotBeforeUpdate|getDerivedStateFrom\w+)$/.test(
      name,
    )
  );
}

/** Languages whose compiler refuses a call that does not fit. */
const IS_CHECKED: ReadonlySet<LanguageId> = new Set([
  ...(['typescript', 'tsx', 'go', 'rust', 'java', 'csharp', 'cpp'] as const),
]);

interface Signed {
  readonly view: CodeView;
  readonly code: FunctionCode;
}

function changesOf(was: Signed, now: Signed, language: LanguageId): readonly string[] {
  return [...paramChanges(was, now, language), ...resultChanges(was.code, now.code, language)];
}

function paramChanges(was: Signed, now: Signed, language: LanguageId): readonly string[] {
  const old = named(was.code);
  const fresh = named(now.code);
  const oldNames = old.map(({ name }) => name);
  const newNames = fresh.map(({ name }) => name);
  // One that came in the place of another is the same, called something else.
  const isRenamed = (i: number): boolean =>
    i < Math.min(oldNames.length, newNames.length) &&
    !newNames.includes(oldNames[i] ?? '') &&
    !oldNames.includes(newNames[i] ?? '');
  const isGone = (name: string, i: number): boolean =>
    !newNames.includes(name) && !isRenamed(i) && !isUnnamed(name);
  const dropped = oldNames.filter(isGone);
  const added = fresh.filter(
    ({ name }, i) => !oldNames.includes(name) && !isRenamed(i) && !isUnnamed(name),
  );
  const found: string[] = [];
  // As many came as went: they may only be called something else.
  const nDropped = dropped.length - added.length;
  if (0 < nDropped)
    found.push(`does not take ${listed(dropped.slice(0, Math.max(1, nDropped)))} any more`);
  const needed = nDropped < 0 ? added.filter(({ param }) => isNeeded(param)) : [];
  if (0 < needed.length) found.push(`needs ${listed(needed.map(({ name }) => name))} now`);
  // The order of what is given by its name is nobody's matter.
  const byPlace = (side: Signed, all: typeof old, others: readonly string[]): readonly string[] =>
    all
      .filter(({ name, param }) => others.includes(name) && !isOnlyByName(side, param, language))
      .map(({ name }) => name);
  const kept = byPlace(was, old, newNames);
  const inNew = byPlace(now, fresh, oldNames);
  if (kept.length === inNew.length && kept.join() !== inNew.join())
    found.push('takes its parameters in another order');
  for (const { name, param } of fresh) {
    const before = old.find((one) => one.name === name)?.param;
    if (!before) continue;
    const isNamed = isOnlyByName(now, param, language);
    if (isOnlyByName(was, before, language) !== isNamed) {
      found.push(`takes ${listed([name])} by its ${isNamed ? 'name' : 'place'} now`);
    } else if (!isNeeded(before) && isNeeded(param)) found.push(`needs ${listed([name])} now`);
    else if (!IS_CHECKED.has(language) && isOther(before.type, param.type, language)) {
      found.push(`takes ${listed([name])} as ${type(param.type)} and took ${type(before.type)}`);
    }
  }
  return found;
}

function resultChanges(
  was: FunctionCode,
  now: FunctionCode,
  language: LanguageId,
): readonly string[] {
  if (isOther(was.returns, now.returns, language)) {
    return [`gives ${type(now.returns)} and gave ${type(was.returns)}`];
  }
  if (was.modifiers.includes('static') && !now.modifiers.includes('static')) {
    return ['is called on an object now, and was called on its class'];
  }
  const wasAwaited = /\b(?:Value)?Task\b|Promise|Future|Awaitable|Coroutine/.test(
    was.returns ?? '',
  );
  return !was.isAsync && now.isAsync && !wasAwaited ? ['must be awaited now'] : [];
}

/** Other by what it says; what only became wider is another rule's. */
function isOther(was: string | undefined, now: string | undefined, language: LanguageId): boolean {
  if (was === undefined || now === undefined) return false;
  if (said(was) === said(now) || areSameTypes(was, now, language)) return false;
  return isWrapped(was, now) || wideningOf(was, now, language) === undefined;
}

/** Without its format and what it is qualified with. */
function said(written: string): string {
  return withoutFormat(written)
    .replace(/\b\w+ (?:: : |\. )/g, '')
    .replace(/\b(?:final|const|readonly|mut) /g, '');
}

function type(written: string | undefined): string {
  return inBackticks(shortened((written ?? '').replace(/\s+/g, ' ')));
}

function listed(names: readonly string[]): string {
  return names.slice(0, 3).map(inBackticks).join(', ');
}

/** Ruby's `scope:`, and what stands behind Python's `*`. */
function isOnlyByName({ view, code }: Signed, param: Param, language: LanguageId): boolean {
  switch (language) {
    case 'ruby':
      return /^\w+\s*:/.test(view.textOf(param));
    case 'python':
      return /[(,]\s*\*\s*\w*\s*,[^*]*$/.test(view.text.slice(code.start, param.start));
    default:
      return false;
  }
}

function isNeeded({ value, isOptional, isRest }: Param): boolean {
  return value === undefined && !isOptional && !isRest;
}

/** The parameters that callers give; one without a name, or one that is taken apart, goes by its place. */
function named({
  params,
}: FunctionCode): readonly { readonly name: string; readonly param: Param }[] {
  return params
    .filter(({ name }) => name === undefined || !/^(?:self|cls|this)$/.test(name))
    .map((param, i) => ({ name: param.name ?? `${UNNAMED}${i}`, param }));
}

const UNNAMED = '{';

function isUnnamed(name: string): boolean {
  return name.startsWith(UNNAMED);
}
