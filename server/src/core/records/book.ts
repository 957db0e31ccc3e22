import { hasAi } from '../attribution/span.ts';
import type { HintRecord, LedgerRecord, LinesRecord, PointerRecord } from '../ledger/record.ts';
import { fileOfPath } from '../notebook/notebookPath.ts';
import { diagnosedKey } from './diagnosed.ts';
import type {
  AgentRecord,
  AnswerRecord,
  BaselineRecord,
  CorrectionRecord,
  DiagnosedRecord,
  JournalRecord,
  RemovalRecord,
  ReviewRecord,
  RevokeRecord,
  SignatureRecord,
  SnapshotRecord,
  TroubleRecord,
  WithdrawalRecord,
} from './record.ts';
import { assertNever } from '../result.ts';
import { canonicalJson } from '../text/canonicalJson.ts';

/**
 * The fold of all records: what is asked of them, by key. Adding the same records in any order
 * gives the same answers (order is by time, never by arrival).
 */
export interface RecordBook {
  add(record: JournalRecord): void;
  /** A record of the ledger: one that clones share. */
  addShared(record: LedgerRecord): void;
  /** Whose the lines of this blob are, as clones shared it; any order. */
  linesOf(blob: string): readonly LinesRecord[];
  /** Blocks that were AI's at a path, as clones shared it; any order. */
  pointersOf(path: string): readonly PointerRecord[];
  /** What messages of commits that hold this tree say of assistants; any order. */
  hintsOf(tree: string): readonly HintRecord[];
  /** Baselines that nobody ended, newest first. */
  baselines(): readonly BaselineRecord[];
  /** All that people said of baselines, ended ones too; any order. */
  baselineRecords(): readonly (BaselineRecord | WithdrawalRecord)[];
  /** The time of the oldest record of the journal's; undefined where there is none. */
  firstAt(): string | undefined;
  /** The record with the latest time; undefined where there is none. */
  newest(): JournalRecord | undefined;
  /** What people withdrew, newest first. */
  revokes(): readonly RevokeRecord[];
  /** All reviews that nobody withdrew; any order. */
  reviews(): readonly ReviewRecord[];
  /** Reviews that somebody withdrew; any order. */
  withdrawn(): readonly ReviewRecord[];
  /** Snapshots of a path, newest first. */
  snapshotsOf(path: string): readonly SnapshotRecord[];
  /** The newest snapshot with this blob id, at any path. */
  snapshotOfBlob(blob: string): SnapshotRecord | undefined;
  /** The newest snapshot with this text (SHA-256 hex of its UTF-8 form). */
  snapshotOfText(text: string): SnapshotRecord | undefined;
  /** Reviews under a codeHash or an aiHash that nobody withdrew, newest first. */
  reviewsOf(hash: string): readonly ReviewRecord[];
  /** What people last answered to a question (by its hash), each person once, newest first. */
  answersTo(question: string): readonly AnswerRecord[];
  /** All answers that were not taken back; any order. */
  answers(): readonly AnswerRecord[];
  /** Whether somebody answered "problem" to a question at a path, which may be settled by now. */
  hasProblemAt(path: string): boolean;
  /** All that was answered, also what was taken back; any order. */
  answerRecords(): readonly AnswerRecord[];
  /** Signatures that name a review by the SHA-256 of its line in the ledger; any order. */
  signaturesOf(lineHash: string): readonly SignatureRecord[];
  /** All reviews at a path that nobody withdrew, newest first. */
  reviewsAt(path: string): readonly ReviewRecord[];
  /** What agents told of a path, newest first, each call once. */
  agentRecordsOf(path: string): readonly AgentRecord[];
  /** The same of all paths. */
  agentRecords(): readonly AgentRecord[];
  /** The newest call that left this blob, at any path. */
  agentRecordOfBlob(blob: string): AgentRecord | undefined;
  /** What people stated of a path's lines, newest first. */
  correctionsOf(path: string): readonly CorrectionRecord[];
  /** What AI took out of a path, newest first. */
  removalsOf(path: string): readonly RemovalRecord[];
  /** Files of which people stated something, or AI took something out; any order. */
  statedPaths(): readonly string[];
  /** Whether clones shared a statement or a removal of that time for this very text. */
  isStatedIn(blob: string, at: string): boolean;
  /** What other extensions told of a block with this exact text, each once, oldest first. */
  diagnosedOf(textHash: string): readonly DiagnosedRecord[];
  /** What came from outside and could not be used, newest first. */
  troubles(): readonly TroubleRecord[];
  /** Paths that hold or held AI text by a snapshot, an agent's word or a statement, sorted. */
  aiPaths(): readonly string[];
  /** Whether any record speaks of a path's text. */
  knows(path: string): boolean;
  /** The cells of a notebook that snapshots or reviews name, by path. */
  cellsOf(notebook: string): readonly string[];
  /** Whether AI text is or was at a path, or in a text with this blob id. */
  hasAiAt(path: string): boolean;
  hasAiBlob(blob: string): boolean;
}

/** `personOf` gives the same for all ids of one person: the ledger may hold a hash in place of one. */
export function createRecordBook(personOf: (id: string) => string = (id) => id): RecordBook {
  const snapshotsByPath = new Map<string, SnapshotRecord[]>();
  const snapshotsByBlob = new Map<string, SnapshotRecord>();
  const snapshotsByText = new Map<string, SnapshotRecord>();
  const reviewsByHash = new Map<string, ReviewRecord[]>();
  const reviewsByPath = new Map<string, ReviewRecord[]>();
  const problemPaths = new Set<string>();
  const answersByQuestion = new Map<string, AnswerRecord[]>();
  const signaturesByLine = new Map<string, SignatureRecord[]>();
  const agentsByPath = new Map<string, AgentRecord[]>();
  const correctionsByPath = new Map<string, CorrectionRecord[]>();
  const removalsByPath = new Map<string, RemovalRecord[]>();
  const diagnosedByText = new Map<string, Map<string, DiagnosedRecord>>();
  const troubles: TroubleRecord[] = [];
  const agentsByBlob = new Map<string, AgentRecord>();
  const calls = new Set<string>();
  const revokes = new Map<string, RevokeRecord>();
  const aiPaths = new Set<string>();
  const aiBlobs = new Set<string>();
  const cellsByNotebook = new Map<string, Set<string>>();
  const linesByBlob = new Map<string, LinesRecord[]>();
  const pointersByPath = new Map<string, PointerRecord[]>();
  const hintsByTree = new Map<string, HintRecord[]>();
  const shared = new Set<string>();
  const baselines: BaselineRecord[] = [];
  const withdrawals: WithdrawalRecord[] = [];
  const ended = new Set<string>();
  const statedInBlob = new Set<string>();
  let firstAt: string | undefined;
  let newest: JournalRecord | undefined;

  /** A person withdraws what they said of one content, wherever it stands. */
  const revokeKey = ({ by, subject }: ReviewRecord | RevokeRecord): string =>
    `${personOf(by.id)}\n${subject.codeHash}`;
  const stands = (review: ReviewRecord): boolean => {
    const revoke = revokes.get(revokeKey(review));
    return revoke === undefined || revoke.at < review.at;
  };
  /** Each person's newest word, where that is an answer. */
  const standingAnswers = (records: readonly AnswerRecord[]): AnswerRecord[] => {
    const heard = new Set<string>();
    return records.filter(({ by, detail }) => {
      const person = personOf(by.id);
      const isNewest = !heard.has(person);
      heard.add(person);
      return isNewest && detail.answer !== 'withdrawn';
    });
  };
  const book: RecordBook = {
    addShared(record: LedgerRecord): void {
      switch (record.kind) {
        case 'provenance': {
          if (isKnown(shared, record)) return;
          listOf(linesByBlob, record.subject.blob).push(record);
          if (record.detail.origins.some(({ kind }) => kind === 'ai')) {
            aiBlobs.add(record.subject.blob);
          }
          break;
        }
        case 'pointer':
          if (isKnown(shared, record)) return;
          listOf(pointersByPath, record.subject.path).push(record);
          break;
        case 'hint':
          if (!isKnown(shared, record)) listOf(hintsByTree, record.detail.tree).push(record);
          break;
        case 'batch':
        case 'tombstone':
          break;
        case 'correction':
        case 'removal':
          statedInBlob.add(`${record.subject.blob ?? ''} ${record.at}`);
          book.add(record);
          break;
        case 'review':
        case 'signature':
        case 'revoke':
        case 'answer':
        case 'baseline':
        case 'withdrawal':
          book.add(record);
          break;
        default:
          assertNever(record);
      }
    },
    add(record: JournalRecord): void {
      // What others told of a text is no word about where it comes from, nor about who saw it.
      if (record.kind === 'diagnosed') {
        const { textHash } = record.subject;
        const its = diagnosedByText.get(textHash) ?? new Map();
        const key = diagnosedKey(record);
        if (!its.has(key)) diagnosedByText.set(textHash, its.set(key, record));
        return;
      }
      if (firstAt === undefined || record.at < firstAt) firstAt = record.at;
      if (newest === undefined || newest.at < record.at) newest = record;
      const { path } = record.subject;
      const notebook = fileOfPath(path);
      if (notebook !== path) {
        const cells = cellsByNotebook.get(notebook) ?? new Set();
        cellsByNotebook.set(notebook, cells.add(path));
      }
      switch (record.kind) {
        case 'snapshot':
          insertNewestFirst(listOf(snapshotsByPath, record.subject.path), record);
          keepNewest(snapshotsByBlob, record.subject.blob, record);
          keepNewest(snapshotsByText, record.detail.text, record);
          if (hasAi(record.detail.spans)) {
            aiPaths.add(record.subject.path);
            aiBlobs.add(record.subject.blob);
          }
          break;
        case 'review':
          insertNewestFirst(listOf(reviewsByHash, record.subject.codeHash), record);
          if (record.subject.aiHash !== undefined) {
            insertNewestFirst(listOf(reviewsByHash, record.subject.aiHash), record);
          }
          insertNewestFirst(listOf(reviewsByPath, record.subject.path), record);
          break;
        case 'signature':
          if (isKnown(shared, record)) break;
          for (const line of record.detail.records) listOf(signaturesByLine, line).push(record);
          break;
        case 'revoke':
          keepNewest(revokes, revokeKey(record), record);
          break;
        case 'answer':
          insertNewestFirst(listOf(answersByQuestion, record.detail.question), record);
          if (record.detail.answer === 'problem') problemPaths.add(path);
          break;
        case 'agent': {
          const key = callKey(record);
          if (calls.has(key)) break;
          calls.add(key);
          insertNewestFirst(listOf(agentsByPath, record.subject.path), record);
          if (record.subject.blob !== undefined) {
            keepNewest(agentsByBlob, record.subject.blob, record);
          }
          aiPaths.add(record.subject.path);
          break;
        }
        case 'correction':
          insertNewestFirst(listOf(correctionsByPath, record.subject.path), record);
          if (record.detail.as === 'ai') aiPaths.add(record.subject.path);
          break;
        case 'removal':
          insertNewestFirst(listOf(removalsByPath, record.subject.path), record);
          aiPaths.add(record.subject.path);
          break;
        case 'baseline':
          insertNewestFirst(baselines, record);
          break;
        case 'withdrawal':
          insertNewestFirst(withdrawals, record);
          for (const { commit, at } of record.detail.baselines) ended.add(`${commit}\n${at}`);
          break;
        case 'trouble':
          insertNewestFirst(troubles, record);
          break;
        case 'provenance':
          break;
      }
    },
    snapshotsOf: (path: string) => snapshotsByPath.get(path) ?? [],
    snapshotOfBlob: (blob: string) => snapshotsByBlob.get(blob),
    snapshotOfText: (text: string) => snapshotsByText.get(text),
    reviewsOf: (hash: string) => (reviewsByHash.get(hash) ?? []).filter(stands),
    answersTo: (question: string) => standingAnswers(answersByQuestion.get(question) ?? []),
    answers: () => [...answersByQuestion.values()].flatMap(standingAnswers),
    hasProblemAt: (path: string) => problemPaths.has(path),
    answerRecords: () => [...answersByQuestion.values()].flat(),
    signaturesOf: (lineHash: string) => signaturesByLine.get(lineHash) ?? [],
    reviewsAt: (path: string) => (reviewsByPath.get(path) ?? []).filter(stands),
    agentRecordsOf: (path: string) => agentsByPath.get(path) ?? [],
    agentRecords: () => [...agentsByPath.values()].flat(),
    agentRecordOfBlob: (blob: string) => agentsByBlob.get(blob),
    correctionsOf: (path: string) => correctionsByPath.get(path) ?? [],
    removalsOf: (path: string) => removalsByPath.get(path) ?? [],
    statedPaths: () => [
      ...new Set([...correctionsByPath.keys(), ...removalsByPath.keys()].map(fileOfPath)),
    ],
    isStatedIn: (blob: string, at: string) => statedInBlob.has(`${blob} ${at}`),
    diagnosedOf: (textHash: string) => [...(diagnosedByText.get(textHash)?.values() ?? [])],
    troubles: () => troubles,
    aiPaths: () => [...aiPaths].sort(),
    cellsOf: (notebook: string) => [...(cellsByNotebook.get(notebook) ?? [])],
    hasAiAt: (path: string) => aiPaths.has(path) || pointersByPath.has(path),
    hasAiBlob: (blob: string) => aiBlobs.has(blob) || agentsByBlob.has(blob),
    knows: (path: string) =>
      snapshotsByPath.has(path) ||
      agentsByPath.has(fileOfPath(path)) ||
      correctionsByPath.has(path) ||
      correctionsByPath.has(fileOfPath(path)),
    linesOf: (blob: string) => linesByBlob.get(blob) ?? [],
    pointersOf: (path: string) => pointersByPath.get(path) ?? [],
    hintsOf: (tree: string) => hintsByTree.get(tree) ?? [],
    baselines: () => baselines.filter(({ base, at }) => !ended.has(`${base}\n${at}`)),
    baselineRecords: () => [...baselines, ...withdrawals],
    firstAt: () => firstAt,
    newest: () => newest,
    revokes: () => [...revokes.values()],
    reviews: () => [...reviewsByPath.values()].flat().filter(stands),
    withdrawn: () => [...reviewsByPath.values()].flat().filter((review) => !stands(review)),
  };
  return Object.freeze(book);
}

/** A ledger entry is read again when the ledger has moved on. */
function isKnown(shared: Set<string>, record: LedgerRecord | SignatureRecord): boolean {
  const line = canonicalJson(record);
  if (shared.has(line)) return true;
  shared.add(line);
  return false;
}

/** Several hooks may tell of one call (agents run each other's), and a record may be read twice. */
function callKey({ subject, detail }: AgentRecord): string {
  const { call, changes, content, cell, found } = detail;
  return JSON.stringify([subject.path, call, changes, content, cell, found]);
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}

/** Records arrive nearly in order, so the place is near the front. */
function insertNewestFirst<T extends JournalRecord>(list: T[], record: T): void {
  let i = 0;
  for (let other = list[i]; other && record.at < other.at; other = list[i]) i++;
  for (let j = i, other = list[j]; other && other.at === record.at; other = list[++j]) {
    if (isSameRecord(other, record)) return;
  }
  list.splice(i, 0, record);
}

/** A record that was moved or compacted is read a second time; times are unique per writer. */
function isSameRecord(a: JournalRecord, b: JournalRecord): boolean {
  return (
    a.by.id === b.by.id &&
    a.subject.path === b.subject.path &&
    a.subject.blob === b.subject.blob &&
    a.subject.codeHash === b.subject.codeHash &&
    (a.kind !== 'answer' || b.kind !== 'answer' || a.detail.question === b.detail.question)
  );
}

function keepNewest<T extends JournalRecord>(map: Map<string, T>, key: string, record: T): void {
  const known = map.get(key);
  if (!known || known.at <= record.at) map.set(key, record);
}
