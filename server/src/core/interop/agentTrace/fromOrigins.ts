import type { AiOrigin } from '../../attribution/origin.ts';
import type { Sha256 } from '../../ports.ts';
import { type LineRange, toLineRanges } from '../../text/range.ts';
import type { FileOrigins } from '../lineOrigin.ts';
import { quoted } from '../quoted.ts';
import {
  OWN_METADATA,
  OWN_TOOL,
  TRACE_VERSION,
  type TraceConversation,
  type TraceFile,
  type TraceRecord,
} from './traceRecord.ts';
import { isInRepository, isUri } from './writeTraces.ts';

export interface TraceOptions {
  readonly commit: string;
  /** When the record is made, ISO 8601 in UTC. */
  readonly at: string;
  /** Who makes the record: Countersign's own version. */
  readonly version: string;
  readonly sha256: Sha256;
}

/** What Countersign knows of a conversation and Agent Trace has no field for. */
interface OwnOrigin {
  readonly tier: AiOrigin['tier'];
  readonly at: string;
  readonly tool?: string;
  readonly session?: string;
}

/** The longest name of a model that the specification allows. */
const MAX_MODEL = 250;

/**
 * The Agent Trace record of a commit's lines, undefined when none is AI's. Only AI's lines are
 * claimed: no range says `human`, for that nobody saw AI is not that a person wrote it. Tool, tier,
 * time and session stand in the record's metadata, one entry for each conversation of each file;
 * a model is told as it is known, without a provider that nobody named. People are not named.
 * Law: equal lines of equal commits give a record with the same id.
 */
export function traceOfOrigins(
  files: readonly FileOrigins[],
  { commit, at, version, sha256 }: TraceOptions,
): { readonly record: TraceRecord | undefined; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const origins: OwnOrigin[] = [];
  const conversations: number[][] = [];
  const traced: TraceFile[] = [];
  for (const { path, lines } of files) {
    const edits = editsOf(lines);
    if (edits.length === 0) continue;
    if (!isInRepository(path)) {
      problems.push(`The AI lines of ${quoted(path)} cannot be told: it is not in the repository.`);
      continue;
    }
    conversations.push(edits.map(({ origin }) => indexOf(ownOrigin(origin), origins)));
    traced.push({ path, conversations: edits.map(conversation) });
  }
  if (traced.length === 0) return { record: undefined, problems };
  const content = {
    vcs: { type: 'git', revision: commit },
    tool: { name: OWN_TOOL, version },
    files: traced,
    metadata: { [OWN_METADATA]: { origins, conversations } },
  } as const;
  const id = uuidOf(sha256(JSON.stringify(content)));
  return { record: { version: TRACE_VERSION, id, timestamp: at, ...content }, problems };
}

interface Edit {
  readonly origin: AiOrigin;
  readonly ranges: readonly LineRange[];
}

/** Lines of the same edit by the same AI, edits in the order of time. */
function editsOf(lines: FileOrigins['lines']): readonly Edit[] {
  const edits = new Map<string, { readonly origin: AiOrigin; readonly lines: number[] }>();
  for (const { line, origin } of [...lines].sort((a, b) => a.line - b.line)) {
    if (origin.kind !== 'ai') continue;
    const { by: _, ...told } = origin;
    const key = `${origin.at} ${JSON.stringify([told.tier, told.tool, told.model, told.session])}`;
    const edit = edits.get(key) ?? { origin, lines: [] };
    edits.set(key, edit);
    edit.lines.push(line);
  }
  return [...edits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, edit]) => ({ origin: edit.origin, ranges: toLineRanges(edit.lines) }));
}

function conversation({ origin: { session, model }, ranges }: Edit): TraceConversation {
  return {
    ...(session !== undefined && isAddress(session) ? { url: session } : {}),
    contributor: {
      type: 'ai',
      ...(model === undefined || MAX_MODEL < model.length ? {} : { model_id: model }),
    },
    ranges: ranges.map(({ startLine, endLine }) => ({ start_line: startLine, end_line: endLine })),
  };
}

/** A session that others can look up; one on this machine is a bare id. */
function isAddress(session: string): boolean {
  return /^https?:/i.test(session) && isUri(session);
}

function ownOrigin({ tier, at, tool, session }: AiOrigin): OwnOrigin {
  return {
    tier,
    at,
    ...(tool === undefined ? {} : { tool }),
    ...(session === undefined ? {} : { session }),
  };
}

function indexOf(own: OwnOrigin, origins: OwnOrigin[]): number {
  const key = JSON.stringify(own);
  const found = origins.findIndex((other) => JSON.stringify(other) === key);
  return found === -1 ? origins.push(own) - 1 : found;
}

/** A UUID of version 8 (RFC 9562), whose digits are those of a hash. */
function uuidOf(hash: string): string {
  const digits = hash.replace(/^sha256:/, '').padEnd(32, '0');
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
