import type { Given } from '../../app/questions/answer.ts';
import type { Question } from '../../core/questions/blockQuestions.ts';
import type { Rule } from '../../core/questions/rule.ts';
import type { Answer } from '../../core/records/record.ts';
import type { LineIndex } from '../../core/text/lineIndex.ts';
import type { CliContext } from '../command.ts';
import { ask } from '../person.ts';
import { plain } from '../plain.ts';
import { wrapped } from './wrapped.ts';

/** What became of a question: an answer, or what the person wants to do next. */
export type Reply =
  | { readonly kind: 'answer'; readonly given: Given }
  | { readonly kind: 'later' }
  | { readonly kind: 'block' }
  | { readonly kind: 'quit' };

const KEYS: Readonly<Record<string, Answer | undefined>> = {
  o: 'ok',
  ok: 'ok',
  p: 'problem',
  problem: 'problem',
  n: 'not-applicable',
  na: 'not-applicable',
  u: 'not-useful',
};

const PROMPT = '[o]k [p]roblem [n]ot applicable [?] more:';
const HELP = [
  'o  it is fine as it is       p  there is a problem (the block stays open)',
  'n  it does not arise here    u  the question is not useful',
  'w  why this is asked         l  leave it for later',
  's  skip this block           q  quit; what was answered is kept',
];

/** Asks one question at the terminal; nothing counts as an answer but a person's letter. */
export async function askQuestion(
  context: CliContext,
  question: Question,
  index: LineIndex,
  width: number,
): Promise<Reply> {
  const { hit } = question;
  const required = question.isRequired ? ' (must be answered)' : '';
  for (const line of wrapped(`${plain(hit.text)}${required}`, width)) {
    context.say(context.paint.stdout.bold(line));
  }
  const code = plain(index.lineText(hit.line - 1).trim());
  context.say(context.paint.stdout.dim(`  ${hit.line} | ${cut(code, width - 8)}`));
  for (;;) {
    const said = (await ask(context.host, PROMPT))?.trim().toLowerCase();
    if (said === undefined || said === 'q') return { kind: 'quit' };
    if (said === 's') return { kind: 'block' };
    if (said === 'l') return { kind: 'later' };
    const answer = KEYS[said];
    if (answer !== undefined) {
      const note = answer === 'problem' ? await askNote(context) : undefined;
      return { kind: 'answer', given: { question, answer, note } };
    }
    const lines = said === 'w' ? whyLines(hit.rule, width) : HELP.map((line) => `  ${line}`);
    for (const line of lines) context.say(line);
  }
}

async function askNote({ host }: CliContext): Promise<string | undefined> {
  return (await ask(host, 'What is wrong? (a few words, or Enter)'))?.trim();
}

/** The rule's page as lines of a terminal. */
export function whyLines({ id, page, cwe }: Rule, width: number): string[] {
  return [
    ...wrapped(`${id}: ${page.why}`, width, 2),
    ...wrapped(`Instead: ${page.instead}`, width, 2),
    ...page.sources.flatMap((source) => wrapped(`Source: ${source}`, width, 2)),
    ...(cwe.length === 0 ? [] : [`  ${cwe.map((number) => `CWE-${number}`).join(', ')}`]),
  ];
}

function cut(text: string, width: number): string {
  return [...text].length <= width ? text : `${[...text].slice(0, width - 1).join('')}…`;
}
