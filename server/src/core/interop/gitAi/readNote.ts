import { asObject, type JsonObject } from '../../agentEvents/fields.ts';
import { parseLenient } from '../../agentEvents/lenientJson.ts';
import { quoted } from '../quoted.ts';
import type {
  AttestationEntry,
  AuthorshipLog,
  FileAttestation,
  Metadata,
  Records,
} from './authorshipLog.ts';
import { parseLineList } from './lineList.ts';
import { DIVIDER, isOpenQuote, parsePathLine } from './pathLine.ts';

/** No path has more line feeds than this; a quote left open is not looked for any further. */
const MAX_PATH_LINES = 16;

/** What a note says. `problems` are sentences for people; what they are about claims nothing. */
export type NoteReading =
  | { readonly kind: 'log'; readonly log: AuthorshipLog; readonly problems: readonly string[] }
  /** The standard tells nothing of other versions and asks not to process them. */
  | { readonly kind: 'other-version'; readonly version: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads a note of `refs/notes/ai`. Total: any text has a reading. Lenient as the reference is with
 * blanks and line ends, and beyond it where one wrong line would else hide all others. Unknown
 * fields are kept.
 */
export function readNote(text: string): NoteReading {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines[0]?.startsWith('\uFEFF')) lines[0] = lines[0].slice(1);
  // No JSON holds such a line, so a divider that is not the last is a file of that name.
  const divider = lines.lastIndexOf(DIVIDER);
  if (divider === -1) return unreadable('It has no line `---` between attestations and metadata.');
  if (isJoined(lines, divider)) return unreadable('Git joined two notes in it.');
  const json = parseLenient(lines.slice(divider + 1).join('\n'));
  const fields = json.ok ? asObject(json.value) : undefined;
  if (!fields) return unreadable('What follows its line `---` is no JSON object.');
  const version = fields['schema_version'];
  if (typeof version !== 'string') return unreadable('Its metadata names no `schema_version`.');
  if (!/^authorship\/3\.\d+\.\d+$/.test(version)) return { kind: 'other-version', version };
  const problems: string[] = [];
  const files = readAttestations(lines.slice(0, divider), problems);
  const metadata = readMetadata(fields, version, problems);
  return { kind: 'log', log: { files, metadata }, problems };
}

/**
 * With `notes.rewriteRef` git joins the note of a commit to the one of the commit that it became; their
 * lines are those of two commits, so none may be claimed. Behind a file called `---` stand its lines.
 */
function isJoined(lines: readonly string[], divider: number): boolean {
  return lines.some(
    (line, i) => line === DIVIDER && i < divider && lines[i + 1]?.startsWith('{') === true,
  );
}

function unreadable(why: string): NoteReading {
  return { kind: 'unreadable', why };
}

function readAttestations(lines: readonly string[], problems: string[]): FileAttestation[] {
  const files = new Map<string, AttestationEntry[]>();
  let entries: AttestationEntry[] | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trimEnd();
    const tell = (what: string): void => void problems.push(`Line ${i + 1} of the note ${what}.`);
    if (line === '') continue;
    if (!/^[ \t]/.test(line)) {
      const path = readPath(lines, i);
      i = path.line;
      entries = files.get(path.text);
      if (entries) tell(`names ${quoted(path.text)} again; both places are read`);
      else files.set(path.text, (entries = []));
      if (line === DIVIDER) tell('is `---`, read as a file of that name');
      continue;
    }
    const [, key, list] = /^\s+(\S+)(?:\s+(.*))?$/.exec(line) ?? [];
    if (key === undefined || list === undefined) tell('is no attestation: it names no lines');
    else if (!entries) tell('is an attestation without a file');
    else {
      const { lines: ranges, wrong } = parseLineList(list);
      for (const part of wrong) tell(`names lines that cannot be: ${quoted(part)}`);
      if (0 < ranges.length) entries.push({ key, lines: ranges });
      else if (wrong.length === 0) tell('is no attestation: it names no lines');
    }
  }
  return [...files]
    .filter(([, found]) => 0 < found.length)
    .map(([path, found]) => ({ path, entries: found }));
}

/** The path at a line, and the last line that is part of it: a quoted path may hold line feeds. */
function readPath(lines: readonly string[], at: number): { text: string; line: number } {
  const first = (lines[at] ?? '').trimEnd();
  const alone = { text: parsePathLine(first), line: at };
  if (!isOpenQuote(first)) return alone;
  const parts = [lines[at] ?? ''];
  const end = Math.min(lines.length, at + MAX_PATH_LINES);
  for (let line = at + 1; line < end; line++) {
    const part = lines[line] ?? '';
    if (/^ {2}\S+ \d/.test(part)) break;
    parts.push(part);
    if (part.trimEnd().endsWith('"')) {
      return { text: parsePathLine(parts.join('\n').trimEnd()), line };
    }
  }
  return alone;
}

function readMetadata(fields: JsonObject, version: string, problems: string[]): Metadata {
  const { humans: _, sessions: __, ...rest } = fields;
  const tell = (what: string): void => void problems.push(`The metadata ${what}.`);
  const commit = fields['base_commit_sha'];
  if (typeof commit !== 'string') tell('names no `base_commit_sha`');
  const prompts = asObject(fields['prompts']);
  if (!prompts) tell('has no object `prompts`');
  const humans = recordsIn(fields, 'humans', tell);
  const sessions = recordsIn(fields, 'sessions', tell);
  return {
    ...rest,
    schema_version: version,
    base_commit_sha: typeof commit === 'string' ? commit : '',
    prompts: prompts ?? {},
    ...(humans ? { humans } : {}),
    ...(sessions ? { sessions } : {}),
  };
}

/** An optional map; an empty one and none are the same. */
function recordsIn(
  fields: JsonObject,
  name: string,
  tell: (what: string) => void,
): Records | undefined {
  const value = fields[name];
  const records = asObject(value);
  if (value !== undefined && !records) tell(`has a \`${name}\` that is no object`);
  return records && 0 < Object.keys(records).length ? records : undefined;
}
