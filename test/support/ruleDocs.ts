import { LANGUAGES, type LanguageId } from '../../server/src/core/questions/languageId.ts';
import { pageOf } from '../../server/src/core/questions/pageOf.ts';
import type { Example, Rule } from '../../server/src/core/questions/rule.ts';
import {
  MAX_FALSE_OF_RULE,
  measured,
  MIN_LABELS,
  readLabels,
} from '../bench/rules/precision/label.ts';
import { TAXONOMY } from './taxonomy.ts';

/** The names of languages as people write them. */
const NAMES: { readonly [L in LanguageId]: string } = {
  typescript: 'TypeScript',
  tsx: 'TSX',
  javascript: 'JavaScript',
  python: 'Python',
  go: 'Go',
  rust: 'Rust',
  java: 'Java',
  csharp: 'C#',
  cpp: 'C++',
  ruby: 'Ruby',
  php: 'PHP',
};

const MARK = ' ⟵';

/** The files of `docs/rules`, by name. */
export function ruleDocs(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', overview(rules)],
    ...rules.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)]),
  ]);
}

function overview(rules: readonly Rule[]): string {
  const header = ['row', 'rule', ...LANGUAGES.map((language) => NAMES[language])];
  const rows = TAXONOMY.flatMap(({ title, instead }, i) => {
    const its = rules.filter(({ row }) => row === i + 1);
    if (its.length === 0) {
      const cells = LANGUAGES.map(() => '·');
      return [[`${i + 1}. ${title}`, instead === undefined ? '' : 'see below', ...cells]];
    }
    return its.map((rule, nth) => [
      nth === 0 ? `${i + 1}. ${title}` : '',
      `[${rule.id}](${rule.id}.md)`,
      ...LANGUAGES.map((language) => (rule.absent[language] === undefined ? '●' : '·')),
    ]);
  });
  const without = TAXONOMY.flatMap(({ title, instead }, i) =>
    instead === undefined ? [] : [`- **${i + 1}. ${title}.** ${instead}`],
  );
  const reasons = rules.flatMap(({ id, absent }) => {
    const empty = LANGUAGES.filter((language) => absent[language] !== undefined);
    if (empty.length === 0) return [];
    return [`- **${id}:** ${groupedReasons(absent, empty).join('; ')}.`];
  });
  return `${[
    '# Rules',
    '',
    'What Countersign looks for in code that AI wrote: one row for each kind of defect, one rule or more',
    'for each, in each language where it makes sense (●). Every empty cell (·) has its reason below. A',
    '*question* is for a person to answer; a *check* needs no opinion and is a diagnostic.',
    '',
    'This folder is written by `UPDATE=1 npm test -- core --grep "docs/rules"` from the rules themselves',
    '(`server/src/core/questions/rules`).',
    '',
    table([header, ...rows]),
    '',
    '## Measured on real code',
    '',
    'Questions that the rules ask of published code, each labelled by two readers who saw the code and the',
    'question, and not the rule; where they disagreed, a third decided. A rule that is called false more than',
    `${MAX_FALSE_OF_RULE} times of a hundred, or has fewer than ${MIN_LABELS} labels, is off until a team names it in`,
    '`questions.rules`. `npm run bench:rules -- --only precision` prints the same of the rules at hand.',
    '',
    table([['rule', 'labels', 'false', 'disagreed', ''], ...rules.map(measuredRow)]),
    '',
    '## Rows without a rule',
    '',
    ...without,
    '',
    '## Why a cell is empty',
    '',
    ...reasons,
  ].join('\n')}\n`;
}

function measuredRow({ id, isOn }: Rule): string[] {
  const { n, nFalse, nDisagreed } = measured(readLabels(id));
  const share = n === 0 ? '' : `${Math.round((100 * nFalse) / n)} %`;
  return [
    id,
    String(n),
    share,
    String(nDisagreed),
    isOn ? '' : n < MIN_LABELS ? 'unmeasured, off' : 'off',
  ];
}

/** Languages with the same reason stand together. */
function groupedReasons(absent: Rule['absent'], empty: readonly LanguageId[]): string[] {
  const reasons = [...new Set(empty.map((language) => absent[language] ?? ''))];
  return reasons.map((reason) => {
    const its = empty.filter((language) => absent[language] === reason);
    return `${its.map((language) => NAMES[language]).join(', ')}: ${reason}`;
  });
}

function rulePage(rule: Rule): string {
  const { kind, severity, concern, weight, row, absent, examples, obligations, isOn } = rule;
  const languages = LANGUAGES.filter((language) => absent[language] === undefined);
  const shown = distinctExamples(examples);
  return `${[
    pageOf(rule),
    '',
    `| | |`,
    `|---|---|`,
    `| kind | ${kind} |`,
    `| severity | ${severity} |`,
    `| weight | ${weight} of 5 (${concern}) |`,
    `| row of the taxonomy | ${row}. ${TAXONOMY[row - 1]?.title ?? ''} |`,
    `| on by default | ${isOn ? 'yes' : 'no: not measured well enough yet (`countersign.questions.rules` turns it on)'} |`,
    `| test cases that would settle it | ${obligations.join(', ') || 'none'} |`,
    `| languages | ${languages.map((language) => NAMES[language]).join(', ')} |`,
    '',
    '## Examples',
    ...shown.flatMap(({ languages: its, asks, quiet }) => {
      const [language] = its;
      if (language === undefined) return [];
      const fence = FENCE[language] ?? language;
      return [
        '',
        `${its.map((one) => NAMES[one]).join(', ')}. Found:`,
        ...fenced(fence, asks.replaceAll(MARK, `  ${COMMENT[language] ?? '//'} ⟵`)),
        '',
        'Not found:',
        ...fenced(fence, quiet),
      ];
    }),
  ].join('\n')}\n`;
}

/** One example of each language, the first of each. */
function distinctExamples(examples: readonly Example[]): readonly Example[] {
  const seen = new Set<LanguageId>();
  return examples.filter(({ languages }) => {
    const isNew = languages.some((language) => !seen.has(language));
    for (const language of languages) seen.add(language);
    return isNew;
  });
}

const FENCE: { readonly [L in LanguageId]?: string } = { csharp: 'cs' };
const COMMENT: { readonly [L in LanguageId]?: string } = { python: '#', ruby: '#' };

function fenced(language: string, code: string): string[] {
  return ['', `\`\`\`\`${language}`, withoutSecrets(code.trimEnd()), '````'];
}

/** What looks like a secret is shown as our own words show one: by its beginning. */
function withoutSecrets(code: string): string {
  return code.replace(SECRET_LIKE, (whole) => `${whole.slice(0, 4)}…`);
}

const SECRET_LIKE =
  /(?<![\w/+.:@-])(?=[\w/+-]*\d)(?=[\w/+-]*[A-Z])(?=[\w/+-]*[a-z])[\w/+-]{24,}={0,2}/g;

function table(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...body.map(line)].join('\n');
}
