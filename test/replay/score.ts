import { originAt } from '../../server/src/core/attribution/span.ts';
import type { Owner, RecordedSession } from './recorder/session.ts';
import type { ReplayedText, ReplayMode } from './replay.ts';

export const OWNERS: readonly Owner[] = ['ai', 'human', 'pasted', 'editor', 'unknown'];

/** Characters by who wrote them (first key) and whom we say (second). */
export type Counts = ReadonlyMap<Owner, ReadonlyMap<Owner, number>>;

/** A character of a token that we call another's. */
export interface Mistake {
  readonly session: string;
  readonly token: string;
  readonly truth: Owner;
  readonly said: Owner;
}

/** What is told of the AI text of a session, by whom. */
export const EVIDENCE = ['accept', 'chat edit', 'agent hook', 'nothing'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export interface Score {
  readonly counts: Map<Owner, Map<Owner, number>>;
  /** AI characters by what is told of them: how many there are, are called AI, are called unknown. */
  readonly told: Map<Evidence, { nTrue: number; nSaid: number; nUnknown: number }>;
  readonly mistakes: Mistake[];
}

export function createScore(): Score {
  return { counts: new Map(), told: new Map(), mistakes: [] };
}

/** What anybody says of the AI text in a session, as far as the mode lets us hear it. */
function evidenceOf({ events }: RecordedSession, mode: ReplayMode): Evidence {
  const types = events.map(({ type }) => type);
  const sources = events.map((event) =>
    event.type === 'change' ? event.detailedReason?.['source'] : undefined,
  );
  if (types.includes('hook')) return 'agent hook';
  if (mode === 'shapes') return 'nothing';
  if (mode === 'platform') {
    const isChat = sources.some(
      (source) => source === 'inlineChat.applyEdits' || source === 'Chat.applyEdits',
    );
    if (isChat) return 'chat edit';
    const isAccept = sources.some(
      (source) => typeof source === 'string' && source.startsWith('inlineCompletion'),
    );
    if (isAccept) return 'accept';
  }
  return types.includes('accepted') ? 'accept' : 'nothing';
}

/** Counts the characters of the session's tokens; all others have no known truth. */
export function scoreSession(
  score: Score,
  mode: ReplayMode,
  session: RecordedSession,
  texts: readonly ReplayedText[],
): void {
  const { tokens, parts = {} } = session.truth;
  const evidence = evidenceOf(session, mode);
  const told = score.told.get(evidence) ?? { nTrue: 0, nSaid: 0, nUnknown: 0 };
  score.told.set(evidence, told);
  for (const { text, spans } of texts) {
    for (const match of text.matchAll(/[\p{L}\p{N}_$]+/gu)) {
      const token = match[0];
      const owners = ownersOf(token, tokens, parts);
      if (!owners) continue;
      const wrong = new Set<Owner>();
      owners.forEach((truth, i) => {
        const said = originAt(spans, match.index + i)?.kind ?? 'unknown';
        const row = score.counts.get(truth) ?? new Map<Owner, number>();
        row.set(said, (row.get(said) ?? 0) + 1);
        score.counts.set(truth, row);
        if (truth === 'ai') {
          told.nTrue++;
          if (said === 'ai') told.nSaid++;
          if (said === 'unknown') told.nUnknown++;
        }
        if (said !== truth && !wrong.has(said)) {
          wrong.add(said);
          score.mistakes.push({ session: session.name, token, truth, said });
        }
      });
    }
  }
}

/** Who wrote each character of a token; undefined for words that are no token. */
function ownersOf(
  token: string,
  tokens: RecordedSession['truth']['tokens'],
  parts: NonNullable<RecordedSession['truth']['parts']>,
): readonly Owner[] | undefined {
  const shared = Object.hasOwn(parts, token) ? parts[token] : undefined;
  if (shared) return shared.flatMap(([start, end, owner]) => Array<Owner>(end - start).fill(owner));
  const owner = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  return owner && Array<Owner>(token.length).fill(owner);
}

/** AI text in one mode, by what is told of it. */
export interface ToldRow {
  readonly mode: ReplayMode;
  readonly evidence: Evidence;
  readonly nTrue: number;
  readonly recall: number;
  readonly unknown: number;
}

export function toldRowsOf(mode: ReplayMode, { told }: Score): readonly ToldRow[] {
  return EVIDENCE.flatMap((evidence) => {
    const row = told.get(evidence);
    if (!row || row.nTrue === 0) return [];
    const { nTrue, nSaid, nUnknown } = row;
    return [{ mode, evidence, nTrue, recall: nSaid / nTrue, unknown: nUnknown / nTrue }];
  });
}

export interface Row {
  readonly mode: ReplayMode;
  readonly owner: Owner;
  readonly nTrue: number;
  readonly nClaimed: number;
  /** Of what we say is theirs, the share that is; 1 when we say nothing. */
  readonly precision: number;
  /** Of what is theirs, the share that we say. */
  readonly recall: number;
  /** Of what is theirs, the share that we call unknown. */
  readonly unknown: number;
}

export function rowsOf(mode: ReplayMode, { counts }: Score): readonly Row[] {
  return OWNERS.map((owner) => {
    const truth = counts.get(owner) ?? new Map<Owner, number>();
    const nTrue = sum(truth.values());
    const nClaimed = sum([...counts.values()].map((row) => row.get(owner) ?? 0));
    const nRight = truth.get(owner) ?? 0;
    return {
      mode,
      owner,
      nTrue,
      nClaimed,
      precision: nClaimed === 0 ? 1 : nRight / nClaimed,
      recall: nTrue === 0 ? 1 : nRight / nTrue,
      unknown: nTrue === 0 ? 0 : (truth.get('unknown') ?? 0) / nTrue,
    };
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}
