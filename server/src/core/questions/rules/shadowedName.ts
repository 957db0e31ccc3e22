import { shadowsInBlocks, shadowsInLoops, type Shadow } from '../facts/shadowedBlocks.ts';
import {
  shadowsInClosures,
  shadowsOfFields,
  shadowsOfGlobals,
  shadowsOfOwn,
} from '../facts/shadowedScopes.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks } from '../words.ts';
import { shadowedNameExamples } from './examples/shadowedNameExamples.ts';

/** A name is declared anew where the one outside was to be set, or is still needed. */
export const shadowedName: Rule = {
  id: 'shadowed-name',
  row: 40,
  title: 'A new variable in place of the one outside',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [665, 1109],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find({ view, language, outline, isTest }: RuleContext): Iterable<Trigger> {
    // Tests make their own of everything.
    for (const shadow of isTest ? [] : shadowsInBlocks(view, language))
      yield of(view, 'block', shadow);
    for (const shadow of shadowsInLoops(view, language)) yield of(view, 'loop', shadow);
    for (const shadow of isTest ? [] : shadowsOfFields(view, language))
      yield of(view, 'field', shadow);
    for (const shadow of shadowsInClosures(view, language)) yield of(view, 'closure', shadow);
    if (language === 'python')
      for (const shadow of shadowsOfGlobals(view, outline)) yield of(view, 'closure', shadow);
    for (const { at, name } of shadowsOfOwn(view, language))
      yield { at, about: { what: 'own', name: inBackticks(name) }, severity: 'low' };
  },
  ask: ({ what, name, line, first }) => {
    switch (what) {
      case 'loop':
        return `Line ${line}: the inner loop counts with ${name}, as the outer one of line ${first} does. Is that meant?`;
      case 'field':
        return `Line ${line} makes a variable ${name}, and the field of that name keeps its value. Was the field to be set?`;
      case 'closure':
        return `Line ${line} sets a ${name} of the function's own, and the one of line ${first} keeps its value. Was that one to be set?`;
      case 'own':
        return `Line ${line} makes ${name} something else than the language's own from here on. Is that meant?`;
      default:
        return `Line ${line} makes a new ${name}, and the one of line ${first} keeps its value. Was that one to be set?`;
    }
  },
  obligations: ['branch', 'nullish'],
  page: {
    why: 'Inside, the new variable has the value; outside of it the old one is read, and is as it was before.',
    instead: 'Assign without declaring, or give the inner variable another name.',
    sources: ['CWE-665, CWE-1109', 'Tambon et al. 2024: silly mistake'],
  },
  examples: shadowedNameExamples,
};

function of(view: CodeView, what: string, { at, name, outer }: Shadow): Trigger {
  return { at, about: { what, name: inBackticks(name), first: String(view.lineOf(outer)) } };
}
