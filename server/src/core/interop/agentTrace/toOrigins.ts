import { asObject, listIn, nameIn } from '../../agentEvents/fields.ts';
import type { AiOrigin } from '../../attribution/origin.ts';
import type { LineRange } from '../../text/range.ts';
import type { FileOrigins, LineOrigin } from '../lineOrigin.ts';
import { quoted } from '../quoted.ts';
import { instantOf } from './instant.ts';
import {
  type ContributorType,
  OWN_METADATA,
  OWN_TOOL,
  type TraceConversation,
  type TraceRange,
  type TraceRecord,
} from './traceRecord.ts';
import { isInRepository } from './writeTraces.ts';

/** AI had to do with a file, and nobody can say with which lines of a commit. Never a line claim. */
export interface FileHint {
  readonly path: string;
  readonly at: string;
  readonly tool?: string;
  readonly model?: string;
}

export interface TracedOrigins {
  readonly files: readonly FileOrigins[];
  readonly hints: readonly FileHint[];
  readonly problems: readonly string[];
}

export interface TracedCommit {
  /** The commit's full id: records of other revisions say nothing of it. */
  readonly commit: string;
  /** How many lines (as git counts) each file of the commit has. */
  readonly nLines: ReadonlyMap<string, number>;
}

/** Paths under which the specification's own hook files what has no file. */
const NO_FILES: readonly string[] = ['.sessions', '.shell-history', '.unknown'];

/** Whose a line is by what was read so far; `unclear` when one record says two things of it. */
type Claim = { readonly record: number; readonly origin: AiOrigin | 'none' | 'unclear' };

/**
 * The lines that records say are AI's at one commit, as origins of tier `imported`. Of two records
 * the newer one holds; what one record gives to AI and to somebody else is nobody's; `human`,
 * `mixed` and `unknown` claim nothing. Records of version `x.y` come from the specification's own
 * hook: it counts lines at the time of an edit, under the commit before it, and calls lines that it
 * did not find the first ones. They give hints about files, and no lines.
 */
export function originsOfTraces(
  records: readonly TraceRecord[],
  { commit, nLines }: TracedCommit,
): TracedOrigins {
  const known: Known = { nLines, claims: new Map(), problems: new Set() };
  const dated = records
    .map((record) => ({ record, at: instantOf(record.timestamp) ?? '' }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  for (const [i, { record, at }] of dated.entries()) {
    const { type, revision } = record.vcs ?? {};
    if (isFromHook(record) || type !== 'git') continue;
    if (revision?.toLowerCase() === commit.toLowerCase()) {
      claimRecord(known, record, { at, number: i });
    }
  }
  const files = [...known.claims].map(([path, ofFile]) => ({ path, lines: linesOf(ofFile) }));
  const hints = dated.flatMap(({ record, at }) => (isFromHook(record) ? hintsOf(record, at) : []));
  return { files, hints, problems: [...known.problems] };
}

/** What was read so far, as it grows. */
interface Known {
  readonly nLines: ReadonlyMap<string, number>;
  readonly claims: Map<string, Map<number, Claim>>;
  readonly problems: Set<string>;
}

function claimRecord(
  { nLines, claims, problems }: Known,
  record: TraceRecord,
  { at, number }: { readonly at: string; readonly number: number },
): void {
  for (const [f, { path, conversations }] of record.files.entries()) {
    const n = isInRepository(path) ? nLines.get(path) : undefined;
    if (n === undefined) {
      problems.add(`A record speaks of ${quoted(path)}, which the commit does not have.`);
      continue;
    }
    const ofFile = claims.get(path) ?? new Map<number, Claim>();
    claims.set(path, ofFile);
    for (const [c, conversation] of conversations.entries()) {
      const own = ownOrigin(record, f, c);
      for (const range of conversation.ranges) {
        if (n < range.end_line) {
          problems.add(`A record names lines of ${quoted(path)} past its end, line ${n}.`);
        }
        const lines = { startLine: range.start_line, endLine: Math.min(range.end_line, n) };
        const origin = originOf({ record, conversation, range, at, own });
        claimLines(ofFile, lines, { record: number, origin });
      }
    }
  }
}

function isFromHook({ version }: TraceRecord): boolean {
  return version.split('.').length < 3;
}

function hintsOf(record: TraceRecord, at: string): FileHint[] {
  return record.files.flatMap(({ path, conversations }) => {
    const ai = conversations.find(({ contributor }) => contributor?.type === 'ai');
    if (!ai || NO_FILES.includes(path) || !isInRepository(path)) return [];
    const tool = toolOf(record);
    const model = ai.contributor?.model_id;
    return [
      {
        path,
        at,
        ...(tool === undefined ? {} : { tool }),
        ...(model === undefined ? {} : { model }),
      },
    ];
  });
}

/** What a record's tool may be called that wrote no line. */
const NO_TOOLS: readonly string[] = ['', 'unknown', OWN_TOOL];

function toolOf({ tool }: TraceRecord): string | undefined {
  return tool?.name === undefined || NO_TOOLS.includes(tool.name) ? undefined : tool.name;
}

interface Claimed {
  readonly record: TraceRecord;
  readonly conversation: TraceConversation;
  readonly range: TraceRange;
  readonly at: string;
  readonly own: OwnOrigin | undefined;
}

function originOf({ record, conversation, range, at, own }: Claimed): AiOrigin | 'none' {
  const contributor = range.contributor ?? conversation.contributor;
  const type: ContributorType = contributor?.type ?? 'unknown';
  if (type !== 'ai') return 'none';
  const tool = own ? own.tool : toolOf(record);
  const session = own?.session ?? conversation.url;
  const model = contributor?.model_id;
  return {
    kind: 'ai',
    tier: 'imported',
    at: own?.at ?? at,
    ...(tool === undefined ? {} : { tool }),
    ...(model === undefined ? {} : { model }),
    ...(session === undefined ? {} : { session }),
  };
}

interface OwnOrigin {
  readonly at: string | undefined;
  readonly tool: string | undefined;
  readonly session: string | undefined;
}

/**
 * What a record of Countersign's own tells beside the fields that Agent Trace has. It speaks by
 * position, so it is silent when the record has not the files and conversations it was made with.
 */
function ownOrigin(
  { files, metadata = {} }: TraceRecord,
  file: number,
  conversation: number,
): OwnOrigin | undefined {
  const own = asObject(metadata[OWN_METADATA]) ?? {};
  const lists = listIn(own, 'conversations');
  const isWhole =
    lists.length === files.length &&
    files.every(({ conversations }, i) => {
      const list = lists[i];
      return Array.isArray(list) && list.length === conversations.length;
    });
  const indexes = isWhole ? lists[file] : undefined;
  const index: unknown = Array.isArray(indexes) ? indexes[conversation] : undefined;
  const origin = typeof index === 'number' ? asObject(listIn(own, 'origins')[index]) : undefined;
  if (!origin) return undefined;
  return {
    at: instantOf(nameIn(origin, 'at') ?? ''),
    tool: nameIn(origin, 'tool'),
    session: nameIn(origin, 'session'),
  };
}

function claimLines(ofFile: Map<number, Claim>, lines: LineRange, claim: Claim): void {
  for (let line = lines.startLine; line <= lines.endLine; line++) {
    const before = ofFile.get(line);
    const isSame = before?.record === claim.record;
    ofFile.set(line, isSame ? agreed(before, claim) : claim);
  }
}

/** AI in both is the later one's; AI and not AI in one record is no word to rely on. */
function agreed(before: Claim, claim: Claim): Claim {
  const isAi = typeof before.origin === 'object';
  if (before.origin === 'unclear' || isAi !== (typeof claim.origin === 'object')) {
    return { record: claim.record, origin: 'unclear' };
  }
  return claim;
}

function linesOf(ofFile: ReadonlyMap<number, Claim>): readonly LineOrigin[] {
  return [...ofFile]
    .flatMap(([line, { origin }]) => (typeof origin === 'object' ? [{ line, origin }] : []))
    .sort((a, b) => a.line - b.line);
}
