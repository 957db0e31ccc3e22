import type { AiOrigin } from '../../attribution/origin.ts';
import type { Sha256 } from '../../ports.ts';
import { toLineRanges } from '../../text/range.ts';
import type { FileOrigins } from '../lineOrigin.ts';
import { quoted } from '../quoted.ts';
import {
  type AttestationEntry,
  type AuthorshipLog,
  type FileAttestation,
  SCHEMA_VERSION,
} from './authorshipLog.ts';
import { sessionId, traceId } from './key.ts';
import { whyNotWritable } from './pathLine.ts';
import { NOT_TOLD } from './told.ts';
import { gitAiToolName } from './toolNames.ts';

/** The custom attribute that says how it is known that AI wrote a session's lines. */
export const TIERS_ATTRIBUTE = 'countersign.tiers';

/** A session as it grows with its lines: the newest word on model and person holds. */
interface Session {
  readonly tool: string;
  readonly conversation: string;
  readonly tiers: Set<string>;
  model?: { readonly name: string; readonly at: string };
  human?: { readonly name: string; readonly at: string };
}

/**
 * The authorship log of a commit's lines. Only AI's lines are claimed; all others stay untracked,
 * a person's too, for nobody typed them under git-ai's eyes. Each session says how it is known:
 * what a person stated, or an import told, does not look as if it had been observed.
 */
export function logOfOrigins(
  files: readonly FileOrigins[],
  commit: string,
  sha256: Sha256,
): { readonly log: AuthorshipLog; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const sessions = new Map<string, Session>();
  const attested: FileAttestation[] = [];
  for (const { path, lines } of files) {
    const entries = entriesOf(lines, sessions, sha256);
    const why = whyNotWritable(path);
    if (0 < entries.length && why === undefined) attested.push({ path, entries });
    else if (0 < entries.length) {
      problems.push(`The AI lines of ${quoted(path)} cannot be told in a note: ${why}.`);
    }
  }
  const records = Object.fromEntries([...sessions].map(([id, session]) => [id, record(session)]));
  const metadata = {
    schema_version: SCHEMA_VERSION,
    base_commit_sha: commit,
    prompts: {},
    ...(sessions.size === 0 ? {} : { sessions: records }),
  };
  return { log: { files: attested, metadata }, problems };
}

function entriesOf(
  lines: FileOrigins['lines'],
  sessions: Map<string, Session>,
  sha256: Sha256,
): AttestationEntry[] {
  const edits = new Map<string, { readonly at: string; readonly lines: number[] }>();
  for (const { line, origin } of [...lines].sort((a, b) => a.line - b.line)) {
    if (origin.kind !== 'ai') continue;
    const tool = gitAiToolName(origin.tool ?? NOT_TOLD);
    const conversation = conversationOf(origin);
    const id = sessionId(tool, conversation, sha256);
    const session = sessions.get(id) ?? { tool, conversation, tiers: new Set<string>() };
    sessions.set(id, session);
    addTo(session, origin);
    const key = `${id}::${traceId(`${tool}:${conversation}:${origin.at}`, sha256)}`;
    const edit = edits.get(key) ?? { at: origin.at, lines: [] };
    edits.set(key, edit);
    edit.lines.push(line);
  }
  return [...edits]
    .sort(([a, { at }], [b, other]) => (at === other.at ? order(a, b) : order(at, other.at)))
    .map(([key, edit]) => ({ key, lines: toLineRanges(edit.lines) }));
}

/**
 * The conversation that a session's id is made of. One that nobody told is `unknown`, apart for
 * each model and for what was not observed, so that one record does not speak for all of them.
 */
function conversationOf({ session, tier, model }: AiOrigin): string {
  if (session !== undefined) return session;
  const isObserved = tier !== 'stated' && tier !== 'imported';
  return [NOT_TOLD, isObserved ? undefined : tier, model].filter((part) => part).join(':');
}

function addTo(session: Session, { tier, model, by, at }: AiOrigin): void {
  session.tiers.add(tier);
  if (model !== undefined && (session.model?.at ?? '') <= at) session.model = { name: model, at };
  if (by !== undefined && (session.human?.at ?? '') <= at) session.human = { name: by, at };
}

function record({ tool, conversation, model, human, tiers }: Session): object {
  return {
    agent_id: { tool, id: conversation, model: model?.name ?? NOT_TOLD },
    human_author: human?.name ?? null,
    custom_attributes: { [TIERS_ATTRIBUTE]: [...tiers].sort().join(',') },
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(b < a);
}
