import type { AnswerRecord } from '../records/record.ts';
import type { Hit } from './hit.ts';
import type { Ignore } from './ignores.ts';
import { ranked } from './rank.ts';
import type { RiskView } from './risk.ts';

/** When a sign-off needs answers: never, in high-risk blocks, wherever a question is asked. */
export type Required = 'none' | 'high' | 'all';

/** A question about a block, with what was answered. */
export interface Question {
  /** Names rule and place by content: the same while the place is. */
  readonly hash: string;
  readonly hit: Hit;
  readonly answer: AnswerRecord | undefined;
  /** Policy wants it answered before the block is signed. */
  readonly isRequired: boolean;
}

/** A hit that a comment in the code ignores. */
export interface IgnoredHit {
  readonly hit: Hit;
  readonly reason: string;
}

/** What a person is asked about one block, and told. */
export interface BlockQuestions extends RiskView {
  /** Defects that need no opinion, in text order. */
  readonly checks: readonly Hit[];
  /** Most valuable first, `max` at most; none where the risk is low. */
  readonly shown: readonly Question[];
  /** The other ones, most valuable first. */
  readonly more: readonly Question[];
  readonly ignored: readonly IgnoredHit[];
}

export const NO_QUESTIONS: BlockQuestions = Object.freeze({
  risk: 'low',
  reasons: [],
  checks: [],
  shown: [],
  more: [],
  ignored: [],
});

export interface AskInput {
  /** Those that touch what AI wrote, was pasted, or was taken away. */
  readonly hits: readonly Hit[];
  readonly ignores: readonly Ignore[];
  readonly risk: RiskView;
  readonly max: number;
  readonly required: Required;
  /** The question's hash for a hit. */
  hashOf(hit: Hit): string;
  /** What people answered to it where it holds, newest first. */
  answersTo(hash: string): readonly AnswerRecord[];
}

export function blockQuestions(input: AskInput): BlockQuestions {
  const { hits, ignores, risk, required } = input;
  const reasonOf = (hit: Hit): string | undefined =>
    ignores.find(({ rule, about }) => rule === hit.rule.id && about === hit.line)?.reason;
  const ignored: IgnoredHit[] = [];
  const open: Hit[] = [];
  for (const hit of hits) {
    const reason = reasonOf(hit);
    if (reason === undefined) open.push(hit);
    else ignored.push({ hit, reason });
  }
  const asked = ranked(open.filter(({ rule }) => rule.kind === 'question'));
  const nShown = risk.risk === 'low' ? 0 : input.max;
  const isRequired = required === 'all' || (required === 'high' && risk.risk === 'high');
  const questions = asked.map((hit, i): Question => {
    const hash = input.hashOf(hit);
    const [answer] = input.answersTo(hash);
    return { hash, hit, answer, isRequired: isRequired && i < nShown };
  });
  return {
    ...risk,
    checks: open.filter(({ rule }) => rule.kind === 'check'),
    shown: questions.slice(0, nShown),
    more: questions.slice(nShown),
    ignored,
  };
}

/** Required questions that nobody has answered. */
export function unanswered({ shown }: BlockQuestions): readonly Question[] {
  return shown.filter(({ isRequired, answer }) => isRequired && answer === undefined);
}

/** Questions to which somebody said that there is a problem: the block waits until the code changes. */
export function problems({ shown, more }: BlockQuestions): readonly Question[] {
  return [...shown, ...more].filter(({ answer }) => answer?.detail.answer === 'problem');
}
