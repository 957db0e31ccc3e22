import type { Body, Code, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { isLiteral } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** Languages in which an empty branch goes on with the next one. */
const FALLS: ReadonlySet<LanguageId> = new Set<LanguageId>([
  ...ECMASCRIPT,
  'java',
  'csharp',
  'cpp',
  'php',
]);

/** Whatever a condition says, the same is done. */
export const identicalBranches: Rule = {
  id: 'identical-branches',
  row: 40,
  title: 'Branches that do the same',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [561],
  kind: 'check',
  isOn: true,
  absent: {},
  *find({ view, language }: RuleContext): Iterable<Trigger> {
    for (const one of view.all('if')) {
      const parent = view.parentOf(one);
      if (parent?.kind === 'if' && parent.otherwise === one) continue;
      if (isAllTheSame(view, bodiesOf(one)) || isSameAsNext(view, one))
        yield of(view, one, one.condition);
    }
    for (const one of view.all('conditional')) {
      const { whenTrue, otherwise, condition } = one;
      if (view.flat(whenTrue) === view.flat(otherwise)) yield of(view, one, condition);
    }
    for (const one of view.all('switch')) {
      const { cases, subject } = one;
      const hasDefault = one.isExhaustive || cases.some(({ tests }) => tests.length === 0);
      // One who lists patterns gets another type in each, and Rust has one of several by `#[cfg(…)]`.
      const isOfValues = cases.every(({ tests }) =>
        tests.every((test) => isLiteral(test) || test.kind === 'member' || test.kind === 'name'),
      );
      if (!isOfValues || (language === 'rust' && view.textOf(one).includes('#[cfg'))) continue;
      const bodies = cases
        .map(({ body }) => body)
        .filter(({ statements }) => 0 < statements.length || !FALLS.has(language));
      if (hasDefault && subject && isAllTheSame(view, bodies)) yield of(view, one, subject);
    }
  },
  ask: ({ condition, line }) => `Line ${line}: the same is done whatever ${condition} is.`,
  obligations: ['branch'],
  page: {
    why: 'The condition decides nothing. One of the branches is a copy that was to be changed, or the condition is left from before.',
    instead: 'Write what the other branch is for, or take the condition out.',
    sources: ['CWE-561', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function price(user, base) {\n  if (user.isMember) { ⟵\n    return base * 0.9;\n  } else {\n    return base * 0.9;\n  }\n}\nfunction tax(isFood) {\n  return isFood ? 19 : 19; ⟵\n}',
      quiet:
        'function price(user, base) {\n  if (user.isMember) {\n    return base * 0.9;\n  } else {\n    return base;\n  }\n}\nfunction tax(isFood) {\n  return isFood ? 7 : 19;\n}',
    },
    {
      languages: ['python'],
      asks: 'def price(user, base):\n    if user.is_member: ⟵\n        return base * 0.9\n    else:\n        return base * 0.9\n\ndef tax(food):\n    return 19 if food else 19 ⟵\n',
      quiet:
        'def price(user, base):\n    if user.is_member:\n        return base * 0.9\n    else:\n        return base\n\ndef tax(food):\n    return 7 if food else 19\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc price(member bool, base int) int {\n\tif member { ⟵\n\t\treturn base * 9\n\t} else {\n\t\treturn base * 9\n\t}\n}\n\nfunc ok(e error) bool {\n\tif e != nil { ⟵\n\t\treturn true\n\t}\n\treturn true\n}\n',
      quiet:
        'package a\n\nfunc price(member bool, base int) int {\n\tif member {\n\t\treturn base * 9\n\t} else {\n\t\treturn base * 10\n\t}\n}\n\nfunc ok(e error) bool {\n\tif e != nil {\n\t\treturn false\n\t}\n\treturn true\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn tax(food: bool) -> u32 {\n    if food { ⟵\n        19\n    } else {\n        19\n    }\n}\n',
      quiet:
        'fn tax(food: bool) -> u32 {\n    if food {\n        7\n    } else {\n        19\n    }\n}\n',
    },
    {
      languages: ['java', 'csharp', 'cpp'],
      asks: 'class Taxes {\n  int tax(int kind) {\n    switch (kind) { ⟵\n      case 1:\n        return 19;\n      default:\n        return 19;\n    }\n  }\n  int fee(bool isNew) {\n    return isNew ? 3 : 3; ⟵\n  }\n};\n',
      quiet:
        'class Taxes {\n  int tax(int kind) {\n    switch (kind) {\n      case 1:\n        return 7;\n      default:\n        return 19;\n    }\n  }\n  int fee(bool isNew) {\n    return isNew ? 0 : 3;\n  }\n};\n',
    },
    {
      languages: ['ruby'],
      asks: 'def tax(food)\n  if food ⟵\n    19\n  else\n    19\n  end\nend\n',
      quiet: 'def tax(food)\n  if food\n    7\n  else\n    19\n  end\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction tax($food) {\n  if ($food) { ⟵\n    return 19;\n  } else {\n    return 19;\n  }\n}\n',
      quiet:
        '<?php\nfunction tax($food) {\n  if ($food) {\n    return 7;\n  } else {\n    return 19;\n  }\n}\n',
    },
  ],
};

function of(view: CodeView, at: Code, condition: Code): Trigger {
  return { at, about: { condition: quoted(view, condition) } };
}

/** All branches of a chain; none where it has no `else`. */
function bodiesOf(first: If): readonly Body[] {
  const bodies: Body[] = [];
  let at: If['otherwise'] = first;
  while (at?.kind === 'if') {
    bodies.push(at.whenTrue);
    at = at.otherwise;
  }
  return at ? [...bodies, at] : [];
}

function isAllTheSame(view: CodeView, bodies: readonly Body[]): boolean {
  const [first, ...others] = bodies;
  if (!first || others.length === 0 || first.statements.length === 0) return false;
  const words = wordsOf(view, first);
  return words !== '' && others.every((other) => wordsOf(view, other) === words);
}

/** The text with its comments: where they differ, somebody wrote the branches apart on purpose. */
function wordsOf(view: CodeView, body: Body): string {
  return view
    .flat(body)
    .replace(/^\{\s?|\s?\}$/g, '')
    .replace(/^(?:then|else)?\s?:?\s?/, '')
    .trim();
}

/** `if (a) { return x; } return x;` */
function isSameAsNext(view: CodeView, one: If): boolean {
  const [only, ...more] = one.whenTrue.statements;
  if (one.otherwise || only?.kind !== 'return' || !only.value || 0 < more.length) return false;
  if (view.statementOf(one) !== one) return false;
  const [next] = view.after(one);
  if (next?.kind !== 'return') return false;
  const between = { start: one.start, end: next.start };
  const isExplained = view.comments.some(
    ({ start }) => between.start <= start && start < between.end,
  );
  return !isExplained && view.flat(only) === view.flat(next);
}
