import { createOrderJudge } from '../facts/order/orderJudge.ts';
import { orderingsOf, type Ordering } from '../facts/order/orderings.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { lexicalSortExamples } from './examples/lexicalSort.ts';

/** Numbers are put in order as if they were words. */
export const lexicalSort: Rule = {
  id: 'lexical-sort',
  row: 21,
  title: 'Numbers in the order of words',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [682, 843],
  kind: 'question',
  isOn: true,
  absent: {},
  looksAround: true,
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    const judge = createOrderJudge(context);
    for (const one of orderingsOf(context.view, context.language)) {
      if (judge.isWrong(one)) yield hit(context, one);
    }
  },
  ask: ({ code, line }) =>
    `Line ${line}: ${code ?? ''} orders as text, where "10" comes before "9". Are these numbers?`,
  obligations: ['boundary', 'numeric', 'property'],
  page: {
    why: 'As text, 10 comes before 9, and version 1.10 before 1.9. With few and small numbers nobody sees it.',
    instead:
      'Order numbers by their values: give `sort` a function, compare numbers, or use what knows versions.',
    sources: ['CWE-682, CWE-843'],
  },
  examples: lexicalSortExamples,
};

function hit({ view, language }: RuleContext, { kind, at }: Ordering): Trigger {
  const found = { at, about: { code: quoted(view, at) } };
  const isPlain = kind === 'list' && at.kind === 'call' && at.args.length === 0;
  if (!isPlain || !isEcmascript(language) || VERSIONS.test(view.flat(at))) return found;
  const inside = at.end - 1;
  return {
    ...found,
    fix: {
      title: 'Order by value',
      edits: [{ start: inside, end: inside, text: '(a, b) => a - b' }],
    },
  };
}

const VERSIONS = /version/i;
