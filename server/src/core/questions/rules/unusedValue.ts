import type { Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks } from '../words.ts';

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/** What works by being there: it is released where it ends. */
const HELD =
  /^_|guard|lock|scope|handle|timer|permit|span|keep|dummy|unused|ignore|tracer?|sub(?:scription)?$|tmp_?dir|temp_?dir/i;
/** Calls by which variables are read by their names. */
const BY_NAME =
  /^(?:compact|extract|eval|locals|vars|binding|get_defined_vars|exec|include|include_once|require|require_once|render|erb|import|importlib|global|static)$/;
const PLAIN_TYPE =
  /^(?:const )?(?:auto|bool|char|short|int|long|float|double|unsigned|size_t|(?:u?int\d+_t)|std::string|String|string)(?: int| long)?(?: const)?$/;

/** A variable gets a value that nothing reads. */
export const unusedValue: Rule = {
  id: 'unused-value',
  row: 40,
  title: 'A value that nothing reads',
  severity: 'low',
  concern: 'readability',
  weight: 2,
  cwe: [563],
  kind: 'check',
  isOn: true,
  looksAround: true,
  absent: { go: 'its compiler refuses a variable that nothing reads' },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view } = context;
    if (context.isTest) return;
    const counted = new Map<FunctionCode, Words>();
    for (const one of view.all('declare', 'assign')) {
      const { target, value } = one;
      if (target.kind !== 'name' || !value || HELD.test(target.name)) continue;
      if (value.kind === 'function' || value.kind === 'class') continue;
      if (one.kind === 'assign' && one.operator !== '=') continue;
      const scope = scopeOf(context, one);
      if (!scope?.body || !isLocal(context, scope, one)) continue;
      const words = counted.get(scope) ?? wordsOf(view, scope);
      counted.set(scope, words);
      const nWrites = words.writes.get(target.name) ?? 0;
      if (words.isReadByName || words.all.get(target.name) !== nWrites) continue;
      yield { at: one, about: { name: inBackticks(target.name) } };
    }
  },
  ask: ({ name, line }) =>
    `Line ${line} gives ${name} a value, and nothing in the function reads it.`,
  obligations: [],
  page: {
    why: 'What is worked out and then not used was to go somewhere: into the answer, a condition, a call. Or it is left from a version before.',
    instead: 'Use it where it was meant to be used, or take it out.',
    sources: ['CWE-563', 'Tambon et al. 2024: incomplete generation'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function total(items) {\n  const tax = rateOf(items) * 2; ⟵\n  let sum = 0;\n  for (const item of items) sum += item.price;\n  return sum;\n}\n',
      quiet:
        'function total(items) {\n  const tax = rateOf(items) * 2;\n  const { id, ...others } = items;\n  let sum = tax;\n  for (const item of items) sum += item.price;\n  return [sum, others];\n}\n',
    },
    {
      languages: ['python'],
      asks: 'def total(items):\n    tax = rate_of(items) * 2 ⟵\n    return sum(i.price for i in items)\n',
      quiet:
        'def total(items):\n    tax = rate_of(items) * 2\n    _ = log(items)\n    global last\n    last = items\n    return sum(i.price for i in items) + tax\n\ndef page(items):\n    title = "a"\n    return render(locals())\n',
    },
    {
      languages: ['rust'],
      asks: 'fn total(items: &[Item]) -> u32 {\n    let tax = rate_of(items) * 2; ⟵\n    items.iter().map(|i| i.price).sum()\n}\n',
      quiet:
        'fn total(items: &[Item]) -> u32 {\n    let tax = rate_of(items) * 2;\n    let _guard = lock();\n    log!("{tax}");\n    items.iter().map(|i| i.price).sum()\n}\n',
    },
    {
      languages: ['java', 'csharp', 'cpp'],
      asks: 'class Cart {\n  int total(int count) {\n    int tax = count * 2; ⟵\n    return count * 3;\n  }\n};\n',
      quiet:
        'class Cart {\n  int total(int count) {\n    int tax = count * 2;\n    return count * 3 + tax;\n  }\n};\n',
    },
    {
      languages: ['cpp'],
      asks: 'int total(const Items& items) {\n  auto tax = items.size() * 2; ⟵\n  return items.sum();\n}\n',
      quiet:
        'int total(const Items& items) {\n  std::lock_guard<std::mutex> held(items.mutex);\n  Timer timed = start();\n  return items.sum();\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def total(items)\n  tax = rate_of(items) * 2 ⟵\n  items.sum(&:price)\nend\n',
      quiet:
        'def total(items)\n  tax = rate_of(items) * 2\n  items.sum { |i| i.price + tax }\n  last = items\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction total($items) {\n  $tax = rate_of($items) * 2; ⟵\n  return array_sum($items);\n}\n',
      quiet:
        '<?php\nfunction total($items) {\n  $tax = rate_of($items) * 2;\n  $title = "a";\n  return compact("tax", "title");\n}\n',
    },
  ],
};

/** The function whose variable it is, as far as its text tells: all of it is searched for a reader. */
function scopeOf({ view, language }: RuleContext, code: Code): FunctionCode | undefined {
  const functions = view.around(code).filter((one) => one.kind === 'function');
  const isOwnScope = language === 'python' || language === 'php';
  return isOwnScope ? functions[0] : functions.at(-1);
}

function isLocal({ view, language }: RuleContext, scope: FunctionCode, one: Code): boolean {
  if (one.kind !== 'declare' && one.kind !== 'assign') return false;
  // A field of a class in the function; what is closed at the end.
  if (view.enclosing(one, 'class') || isClosed(view, one)) return false;
  switch (language) {
    case 'python':
      return true;
    case 'php':
      return true;
    case 'ruby':
      // The last one is what the method gives.
      return (
        !isLast(scope, view.statementOf(one)) &&
        !isInBlock(view, scope, one) &&
        isStatement(view, one)
      );
    case 'cpp':
      return (
        one.kind === 'declare' &&
        !/^(?:struct|class|union|enum)\b/.test(scope.returns ?? '') &&
        PLAIN_TYPE.test(one.type ?? '') &&
        !isStatic(view, one)
      );
    default:
      return one.kind === 'declare';
  }
}

function isClosed(view: CodeView, one: Code): boolean {
  const parent = view.parentOf(one);
  return parent?.kind === 'try' || parent?.kind === 'defer' || parent?.kind === 'other';
}

function isStatement(view: CodeView, one: Code): boolean {
  const parent = view.parentOf(one);
  return parent?.kind === 'expression' || parent?.kind === 'body';
}

function isLast({ body }: FunctionCode, statement: Code): boolean {
  return (
    body !== undefined &&
    body.end - 1 <= statement.end + 8 &&
    body.statements.at(-1)?.start === statement.start
  );
}

/** Also an `if` at the end gives what its branches give. */
function isInBlock(view: CodeView, scope: FunctionCode, one: Code): boolean {
  const bodies = view
    .around(one)
    .filter(({ kind, start }) => kind === 'body' && scope.start < start);
  return bodies.some((body) => {
    const last = body.kind === 'body' ? body.statements.at(-1) : undefined;
    return last !== undefined && last.start <= one.start && one.end <= last.end;
  });
}

function isStatic(view: CodeView, one: Code): boolean {
  return /\b(?:static|thread_local|volatile|extern)\b|maybe_unused/.test(
    view.textOf(view.statementOf(one)).slice(0, 200),
  );
}

interface Words {
  readonly all: ReadonlyMap<string, number>;
  readonly writes: ReadonlyMap<string, number>;
  readonly isReadByName: boolean;
}

/** How often each word stands in a function, texts included, and how often as what is written to. */
function wordsOf(view: CodeView, scope: FunctionCode): Words {
  const all = new Map<string, number>();
  const writes = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const [word] of view.textOf(scope).matchAll(WORD)) count(all, word.replace(/^\$+/, ''));
  let isReadByName = false;
  const seen = new Set<number>();
  for (const node of everythingIn(scope)) {
    if (node.kind === 'call')
      isReadByName ||= BY_NAME.test(methodOf(node)) || view.textOf(node.callee).startsWith('$');
    if (node.kind !== 'declare' && node.kind !== 'assign') continue;
    const { target } = node;
    // Without a value it may be what a grammar took for a declaration: C#'s `a * b` as an argument.
    const isWrite = node.kind === 'declare' ? node.value !== undefined : node.operator === '=';
    if (!isWrite || target.kind !== 'name' || seen.has(target.start)) continue;
    seen.add(target.start);
    count(writes, target.name);
  }
  return { all, writes, isReadByName };
}
