import type { CodeView } from '../code/codeView.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { byPlace, type Hit } from './hit.ts';
import type { FileContext, Rule, RuleContext, Trigger } from './rule.ts';

/** More than this of one rule in one block is one thing said too often. */
const MAX_OF_A_RULE = 20;

/** What the rules find in one block, in text order. */
export function findHits(rules: readonly Rule[], context: RuleContext): readonly Hit[] {
  const { language, view } = context;
  // A macro of C or C++ reads as torn text, whatever it is.
  const part: Part = language === 'cpp' ? { ...view, isTorn: () => false } : view;
  return rules
    .filter(({ absent }) => absent[language] === undefined)
    .flatMap((rule) => hitsOf(rule, rule.find(context), part))
    .sort(byPlace);
}

/** The same in a file that is no code, or a part of it. */
export function findHitsInFile(rules: readonly Rule[], file: FileContext): readonly Hit[] {
  const index = createLineIndex(file.text);
  const part: Part = {
    isOwn: ({ start }) => file.own.some((own) => own.start <= start && start < own.end),
    isTorn: () => false,
    lineOf: ({ start }) => index.lineAt(start) + 1,
  };
  return rules.flatMap((rule) => hitsOf(rule, rule.findInFile?.(file) ?? [], part)).sort(byPlace);
}

type Part = Pick<CodeView, 'isOwn' | 'isTorn' | 'lineOf'>;

function hitsOf(rule: Rule, triggers: Iterable<Trigger>, part: Part): readonly Hit[] {
  const hits: Hit[] = [];
  const seen = new Set<string>();
  for (const trigger of triggers) {
    // What stands in a block inside this one is that block's; torn text is still being written.
    if (!part.isOwn(trigger.at) || part.isTorn(trigger.at)) continue;
    const hit = hitOf(rule, trigger, part.lineOf(trigger.at));
    const key = `${hit.line} ${hit.text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    hits.push(hit);
    if (MAX_OF_A_RULE <= hits.length) break;
  }
  return hits;
}

function hitOf(rule: Rule, trigger: Trigger, line: number): Hit {
  const { at, about, severity, fix, key = '' } = trigger;
  const range: Range = { start: at.start, end: at.end };
  return {
    rule,
    at: range,
    line,
    severity: severity ?? rule.severity,
    about,
    key,
    text: rule.ask({ ...about, line: String(line) }),
    fix,
  };
}
