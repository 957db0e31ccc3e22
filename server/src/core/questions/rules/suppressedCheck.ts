import { missing } from '../compare.ts';
import { type Suppression, suppressionsIn } from '../facts/suppressions.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Severity, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** A tool that would have complained was told not to look. */
export const suppressedCheck: Rule = {
  id: 'suppressed-check',
  row: 44,
  title: 'A warning that was switched off',
  severity: 'normal',
  concern: 'errors',
  weight: 3,
  cwe: [1127],
  kind: 'question',
  isOn: true,
  absent: {},
  *find({ view, before, language, isTest }: RuleContext): Iterable<Trigger> {
    const old = before ? suppressionsIn(before, language).map(({ key }) => key) : [];
    const said = new Set<string>();
    for (const one of missing(suppressionsIn(view, language), ({ key }) => key, old)) {
      // A reason is an answer already, and the look of code is a formatter's matter.
      if (one.isStyle || (one.hasReason && !one.isSecurity)) continue;
      const severity = severityOf(one);
      // Tests do on purpose what code should not; and the same is said once in a block.
      if ((isTest && severity === 'low') || said.has(one.key)) continue;
      if (!one.isSecurity && MAX_OF_A_FILE < timesIn(view.text, one.key)) continue;
      said.add(one.key);
      yield {
        at: one.at,
        about: { words: inBackticks(shortened(one.words)) },
        severity,
      };
    }
  },
  ask: ({ words, line }) =>
    `Line ${line}: ${words} keeps a tool from complaining. Is what it would say known, and wrong?`,
  obligations: [],
  page: {
    why: 'The quickest way to make a linter or a type checker content is to tell it not to look. What it saw is still there, and what it would see later is hidden too.',
    instead:
      'Mend what the tool says. Where it is wrong, name the one rule and write the reason beside it.',
    sources: ['CWE-1127', 'Tambon et al. 2024: non-prompted consideration'],
  },
  examples: [
    {
      languages: ['python'],
      asks: 'def read(row):\n    return row.total  # type: ignore ⟵\n',
      quiet:
        'def one(row):\n    return row.a  # type: ignore\n\ndef two(row):\n    return row.b  # type: ignore\n\ndef three(row):\n    return row.c  # type: ignore\n\ndef four(row):\n    return row.d  # type: ignore\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function run(code) {\n  // eslint-disable-next-line no-eval ⟵\n  return eval(code);\n}',
      quiet:
        'function run(code) {\n  // eslint-disable-next-line no-undef -- set by the page that loads us\n  return context.run(code);\n}',
    },
    {
      languages: ['typescript', 'tsx'],
      asks: 'function read(row) {\n  // @ts-ignore ⟵\n  return row.total;\n}\nfunction save(row) {\n  // @ts-expect-error ⟵\n  return row.save();\n}',
      quiet:
        "function read(row) {\n  // We do not use ts-ignore here.\n  return row.total;\n}\nfunction save(row) {\n  // @ts-expect-error: the library's types lack this method\n  return row.save();\n}",
    },
    {
      languages: ['python'],
      asks: 'def run(code):\n    total = eval(code)  # nosec ⟵\n    return total.sum()  # type: ignore ⟵\n',
      quiet:
        'def run(code):\n    total = parse(code)  # noqa: E501\n    return total.sum()  # type: ignore[attr-defined]  # the stubs lack this method\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc run(name string) error {\n\tcmd := exec.Command(name) // #nosec ⟵\n\treturn cmd.Run() //nolint:errcheck ⟵\n}\n',
      quiet:
        'package a\n\nfunc run(name string) error {\n\tcmd := exec.Command(name)\n\treturn cmd.Run() //nolint:errcheck // the caller looks at the output instead\n}\n',
    },
    {
      languages: ['rust'],
      asks: '#[allow(clippy::unwrap_used)] ⟵\nfn read(text: &str) -> i64 {\n    text.parse().unwrap()\n}\n',
      quiet:
        '#[allow(clippy::too_many_arguments)]\nfn read(text: &str) -> Option<i64> {\n    text.parse().ok()\n}\n',
    },
    {
      languages: ['java'],
      asks: 'class Reader {\n  @SuppressWarnings("unchecked") ⟵\n  List<Order> read(Object rows) {\n    return (List<Order>) rows; // NOSONAR ⟵\n  }\n}\n',
      quiet:
        'class Reader {\n  List<Order> read(Object rows) {\n    return List.copyOf(rows); // NOSONAR - rows are checked by the caller above\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      asks: 'class Reader {\n  public int Read(string text) {\n#pragma warning disable CS8602 ⟵\n    return text.Length;\n  }\n  [SuppressMessage("Security", "CA2100")] ⟵\n  public void Save(string sql) {\n    Run(sql);\n  }\n}\n',
      quiet: 'class Reader {\n  public int Read(string text) {\n    return text.Length;\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'int read(const char* text) {\n#pragma GCC diagnostic ignored "-Wformat-security" ⟵\n  return printf(text); // NOLINT ⟵\n}\n',
      quiet:
        'int read(const char* text) {\n  return printf("%s", text); // NOLINT(readability-magic-numbers)\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def run(code)\n  eval(code) # rubocop:disable Security/Eval ⟵\nend\n',
      quiet: 'def run(code)\n  parse(code) # rubocop:disable Layout/LineLength\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction read($row) {\n  // @phpstan-ignore-next-line ⟵\n  return $row->total;\n}\n',
      quiet:
        '<?php\nfunction read($row) {\n  return $row->total; // phpcs:ignore Generic.Files.LineLength\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      before: 'function a(row) {\n  // eslint-disable-next-line no-undef\n  one(row);\n}',
      asks: 'function a(row) {\n  // eslint-disable-next-line no-undef\n  one(row);\n  // eslint-disable-next-line no-eval ⟵\n  two(row);\n}',
      quiet:
        'function a(row) {\n  two(row);\n  // eslint-disable-next-line   no-undef\n  one(row);\n}',
    },
    {
      languages: ['javascript'],
      asks: 'export function load(text) {\n  // eslint-disable-next-line no-unsafe-finally ⟵\n  return run(text);\n}',
      quiet:
        'export function load(text) {\n  // The caller looks at what comes back.\n  // eslint-disable-next-line no-unsafe-finally\n  return run(text);\n}\n/* istanbul ignore next */\nexport function more() {}',
    },
    {
      languages: ['csharp'],
      asks: 'class A {\n#pragma warning disable 612 ⟵\n  int n;\n}',
      quiet: 'class A {\n#pragma warning disable 612 // Deprecated\n  int n;\n}',
    },
  ],
};

/** What a file says more often than this is agreed on in it. */
const MAX_OF_A_FILE = 3;

function timesIn(text: string, words: string): number {
  const [directive = words] = words.split(/[\s[(]/);
  return text.slice(0, 200_000).split(directive).length - 1;
}

function severityOf({ isSecurity, isWide }: Suppression): Severity {
  return isSecurity || isWide ? 'normal' : 'low';
}
