import type { ToldProblem } from '../app/diagnosed.ts';
import type { DocumentView } from '../app/openDocument.ts';
import { minuteOf } from '../app/historyWords.ts';
import { type JudgedBlock, toolName } from '../app/judge.ts';
import type { AiOrigin, Tier } from '../core/attribution/origin.ts';
import { isTouchedByAi } from '../core/evidence/blockFacts.ts';
import { answerWords } from '../app/questions/answerWords.ts';
import { whyOpen } from '../app/questions/whyOpen.ts';
import type { BlockQuestions } from '../core/questions/blockQuestions.ts';
import type { RecordBase, ReviewRecord } from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import { nameOfTold } from './diagnosed.ts';

/**
 * Markdown for the AI block at a 0-based line, or undefined where there is none. `historyCommand`
 * is what its link runs, in a client that can; `toldOf` is what other extensions tell of a block.
 */
export function hoverText(
  { uri, version, judged }: DocumentView,
  line: number,
  historyCommand: string | undefined,
  toldOf: (judged: JudgedBlock) => readonly ToldProblem[],
): string | undefined {
  const found = judged.blocks.filter(
    ({ block, facts }) =>
      isTouchedByAi(facts) && block.lines.startLine - 1 <= line && line <= block.lines.endLine - 1,
  );
  // The innermost one: child blocks come after their parents.
  const innermost = found.at(-1);
  if (!innermost) return undefined;
  const target = [{ uri, version, line, symbol: innermost.block.symbol }];
  const link =
    historyCommand === undefined
      ? []
      : ['', `[$(history) History](${commandLink(historyCommand, target)} "Show its history")`];
  return [blockText(innermost), ...toldTexts(toldOf(innermost)), ...link].join('\n');
}

/** The same for clients that show Markdown as it is written: its marks are gone, code stays in backticks. */
export function plainHover(markdown: string): string {
  return markdown.replace(
    /(`[^`]*`)|\\([\\`*_{}[\]#|<>~&.:@+()-])|\*\*/g,
    (_, code: string | undefined, sign: string | undefined) => code ?? sign ?? '',
  );
}

/** A parenthesis in a name would end the link. */
function commandLink(command: string, args: readonly unknown[]): string {
  const encoded = encodeURIComponent(JSON.stringify(args));
  return `command:${command}?${encoded.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

function blockText(judged: JudgedBlock): string {
  const { block, facts, status } = judged;
  const nAi = facts.aiLines.length;
  const share = `${nAi} of ${facts.nNonBlankLines} ${facts.nNonBlankLines === 1 ? 'line' : 'lines'} by AI`;
  return [
    `**Countersign** · ${escaped(block.symbol)} · **${status.name}**`,
    ...facts.aiOrigins.map((origin) => `- ${originText(origin)}`),
    `- ${share}`,
    ...facts.removals.map(
      ({ kind, line }) => `- AI took a ${kind} away at line ${line + 1}, and it is not back`,
    ),
    ...riskText(judged.questions),
    ...statusText(judged),
    ...questionTexts(judged.questions),
  ].join('\n');
}

function originText(origin: AiOrigin): string {
  const model = origin.model === undefined ? '' : ` (${escaped(origin.model)})`;
  const by = origin.by === undefined ? '' : ` by ${escaped(origin.by)}`;
  return `Written by AI: ${escaped(toolName(origin))}${model}, accepted${by} on ${when(origin.at)}; ${TIER_WORDS[origin.tier]}`;
}

const TIER_WORDS: { readonly [K in Tier]: string } = {
  platform: 'the editor itself named the source',
  agent: 'the agent told of its edit',
  command: 'the accept command was observed',
  stated: 'a person said so',
  imported: 'imported',
};

function statusText(judged: JudgedBlock): readonly string[] {
  const { status } = judged;
  switch (status.name) {
    case 'verified':
      return [
        `- Reviewed by ${reviewer(status.review)}`,
        ...(status.changedSince ? ['- Lines around the AI lines changed since'] : []),
      ];
    case 'outdated':
      return [
        `- Changed since the review by ${reviewer(status.review)}`,
        '- Missing: a review of the block as it is now',
      ];
    case 'baseline':
      return [`- Older than the tool: marked by ${actor(status.baseline)}`];
    case 'unverified':
      return [`- Missing: ${escaped(whyOpen(judged) ?? 'a review')}`];
    case 'exempt':
      return ['- Too few AI lines to ask for a review'];
    default:
      return assertNever(status);
  }
}

function riskText({ risk, reasons }: BlockQuestions): readonly string[] {
  if (reasons.length === 0) return [];
  return [`- Risk: ${risk} (${reasons.map(escaped).join('; ')})`];
}

/** What is asked and told, in text order. */
function questionTexts({ checks, shown, more }: BlockQuestions): readonly string[] {
  const told = checks.map(({ text, line }) => ({ line, words: text }));
  const asked = shown.map(({ hit, answer }) => ({
    line: hit.line,
    words: `${hit.text}${answer === undefined ? '' : ` — ${answerWords(answer.detail.answer)}, ${actor(answer)}`}`,
  }));
  const lines = [...told, ...asked].sort((a, b) => a.line - b.line);
  return [
    ...lines.map(({ words }) => `- ${codeKept(words)}`),
    ...(0 < more.length && 0 < shown.length ? [`- and ${more.length} more`] : []),
  ];
}

/** What other extensions tell, in text order. */
function toldTexts(told: readonly ToldProblem[]): readonly string[] {
  const lines = told.slice(0, MAX_TOLD).map((one) => {
    const since =
      one.recordedAt === undefined ? '' : `, told on ${when(one.recordedAt)} and not again since`;
    const who = unlinked(nameOfTold(one));
    return `- ${who} at line ${one.line + 1}: ${unlinked(one.message)}${since}`;
  });
  const nMore = told.length - lines.length;
  return nMore === 0 ? lines : [...lines, `- and ${nMore} more by other extensions`];
}

/** Others may name addresses, which Markdown would make links of. */
function unlinked(text: string): string {
  return escaped(text).replace(/(?<!\\)[:@]/g, '\\$&');
}

/** More would push the rest out of sight; the editor lists them all. */
const MAX_TOLD = 8;

function reviewer(review: ReviewRecord): string {
  const how = review.via === undefined ? '' : ` (${review.via})`;
  return `${actor(review)}${how}`;
}

function actor({ by, at }: RecordBase): string {
  return `${escaped(by.name ?? by.id)} on ${when(at)}`;
}

/** `2026-01-02T03:04:05.678Z` as `2026-01-02 03:04 UTC`. */
function when(at: string): string {
  return `${minuteOf(at)} UTC`;
}

/** The rule's words, whose code in backticks stays code. */
function codeKept(words: string): string {
  return words
    .split('`')
    .map((part, i) => (i % 2 === 0 ? escaped(part) : `\`${part}\``))
    .join('');
}

/**
 * Names come from extensions, git and code: in Markdown they are text and nothing else. No more is marked
 * than could mean something, for some editors show the marks.
 */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(MARKS, '\\$&').replace(LIST_START, '$&\\');
}

/** A dot or a colon where it could make a link by itself, `$(` as it draws an icon; the rest wherever it stands. */
const MARKS = /[\\`*_{}[\]#|<>~&]|\.(?=\S)|:(?=\/\/)|(?<=\$)\(/g;
const LIST_START = /^ ?(?:\d+(?=[.)] )|(?=[-+] ))/;
