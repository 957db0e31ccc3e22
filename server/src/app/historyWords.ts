import type { Origin } from '../core/attribution/origin.ts';
import type { Actor, RecordBase } from '../core/records/record.ts';
import { assertNever } from '../core/result.ts';
import type { ChangeSince } from './changeSince.ts';
import type { EditOrigin, HistoryEvent, ReviewStanding } from './history.ts';
import { toolName } from './judge.ts';

/**
 * One thing of a block's history as a line of plain text, without its time. `path` is where the
 * block is now. Names are as records have them: who prints them makes them safe.
 */
export function eventWords(event: HistoryEvent, path: string): string {
  switch (event.kind) {
    case 'written': {
      const { by, tier } = event.origin;
      const accepted = by === undefined ? '' : `, let in by ${by}`;
      return `written by AI · ${toolName(event.origin)} (${tier})${accepted}`;
    }
    case 'edited':
      return `${EDIT_WORDS[event.origin.kind]} · ${nLinesWords(event.nLines)}`;
    case 'removed':
      return `AI took a ${event.what} away`;
    case 'stated':
      return `${nameOf(event.by)} said: ${STATED[event.as]}`;
    case 'committed':
      return `committed${placeWords(event.path, path)} as ${event.codeHash.slice('sha256:'.length, 19)}`;
    case 'signed': {
      const { detail, subject } = event.review;
      const words = detail.note === undefined ? '' : `: ${detail.note}`;
      return `signed${placeWords(subject.path, path)} by ${reviewerWords(event.review)}${STANDING_WORDS[event.standing]}${words}`;
    }
    case 'withdrawn':
      return `${nameOf(event.by)} took the signature back`;
    case 'baseline': {
      const { by, base, detail } = event.baseline;
      const words = detail.note === undefined ? '' : `: ${detail.note}`;
      return `marked as older than the tool by ${nameOf(by)} (commit ${base.slice(0, 12)})${words}`;
    }
    default:
      return assertNever(event);
  }
}

/** What changed since the review that a block had: `+2 −1 lines, typed, AI · github-copilot`. */
export function changeWords({ nAdded, nRemoved, origins }: ChangeSince): string {
  const who = [...new Set(origins.map(handWords))].join(', ');
  return `+${nAdded} −${nRemoved} lines${who === '' ? '' : `, ${who}`}`;
}

/** `Ada Example, 2026-01-02 03:04 UTC (tty)`. */
export function reviewerWords({ by, at, via }: RecordBase): string {
  return `${nameOf(by)}, ${minuteOf(at)} UTC${via === undefined ? '' : ` (${via})`}`;
}

/** `2026-01-02 03:04` of an ISO instant, in UTC. */
export function minuteOf(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

const EDIT_WORDS: Readonly<Record<EditOrigin['kind'], string>> = {
  human: 'typed by hand',
  pasted: 'pasted into from outside',
  editor: 'edited by the editor itself',
  unknown: 'changed by nobody knows whom',
};

function handWords(origin: Origin): string {
  return origin.kind === 'ai' ? `AI · ${toolName(origin)}` : HANDS[origin.kind];
}

const HANDS: Readonly<Record<EditOrigin['kind'], string>> = {
  human: 'typed',
  pasted: 'pasted',
  editor: 'by the editor itself',
  unknown: 'by nobody knows whom',
};

const STANDING_WORDS: Readonly<Record<ReviewStanding, string>> = {
  holds: '',
  same: '',
  other: ', for other code',
  withdrawn: ', taken back since',
};

const STATED = { ai: 'this was AI', human: 'this was me', web: 'this is from the web' } as const;

function placeWords(path: string, here: string): string {
  return path === here ? '' : ` at ${path}`;
}

function nLinesWords(nLines: number): string {
  return nLines === 1 ? '1 line' : `${nLines} lines`;
}

function nameOf({ id, name }: Actor): string {
  return name ?? id;
}
