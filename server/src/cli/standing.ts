import { minuteOf, reviewerWords } from '../app/historyWords.ts';
import { type JudgedBlock, toolName } from '../app/judge.ts';
import { whyOpen } from '../app/questions/whyOpen.ts';
import type { AiOrigin, Origin } from '../core/attribution/origin.ts';
import type { StatusName } from '../core/evidence/status.ts';
import type { RecordBase } from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

/** `2026-01-02 03:04` of an ISO instant, in UTC. */
export function when(at: string): string {
  return plain(minuteOf(at));
}

/** Who wrote it, in one word: the tool for AI, else the kind. */
export function authorOf(origin: Origin): string {
  return origin.kind === 'ai' ? `AI · ${plain(toolName(origin))}` : origin.kind;
}

/** `Ada Example, 2026-01-02 03:04 (tty)`. */
export function reviewerOf(review: RecordBase): string {
  return plain(reviewerWords(review));
}

/** A status with what a person should know beside it. */
export function statusWords(judged: Pick<JudgedBlock, 'status' | 'questions'>): string {
  const { status } = judged;
  switch (status.name) {
    case 'verified':
      return `verified by ${reviewerOf(status.review)}${status.changedSince ? '; lines around the AI lines changed since' : ''}`;
    case 'outdated':
      return `outdated: changed since the review by ${reviewerOf(status.review)}`;
    case 'baseline':
      return `baseline: older than the tool, marked by ${reviewerOf(status.baseline)}`;
    case 'unverified':
      return plain([status.name, whyOpen(judged) ?? []].flat().join(': '));
    case 'exempt':
      return 'exempt: too few AI lines';
    default:
      return assertNever(status);
  }
}

export function paintStatus(paint: Paint, name: StatusName, words: string): string {
  switch (name) {
    case 'verified':
      return paint.green(words);
    case 'unverified':
    case 'outdated':
      return paint.yellow(words);
    default:
      return paint.dim(words);
  }
}

/** How an AI origin is known and who let it in, for a person who is about to sign. */
export function provenanceWords(origin: AiOrigin): string {
  const model = origin.model === undefined ? '' : ` (${plain(origin.model)})`;
  const by = origin.by === undefined ? '' : ` by ${plain(origin.by)}`;
  return `${plain(toolName(origin))}${model}, accepted${by} on ${when(origin.at)} UTC; ${TIER_WORDS[origin.tier]}`;
}

const TIER_WORDS: Readonly<Record<AiOrigin['tier'], string>> = {
  platform: 'the editor itself named the source',
  agent: 'the agent told of its edit',
  command: 'the accept command was observed',
  stated: 'a person said so',
  imported: 'imported',
};
