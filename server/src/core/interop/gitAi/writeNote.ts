import { asObject, type JsonObject } from '../../agentEvents/fields.ts';
import { err, ok, type Result } from '../../result.ts';
import { quoted } from '../quoted.ts';
import { toJson } from '../toJson.ts';
import {
  type AuthorshipLog,
  type Metadata,
  type Records,
  SCHEMA_VERSION,
} from './authorshipLog.ts';
import { formatLineList, MAX_LINE } from './lineList.ts';
import { DIVIDER, formatPathLine, whyNotWritable } from './pathLine.ts';

/** Fields of the metadata in the reference's order; others follow. */
const ORDER = [
  'schema_version',
  'git_ai_version',
  'base_commit_sha',
  'prompts',
  'humans',
  'sessions',
] as const;

/** Fields that a new note must not hold (errata E-002): what was said to an assistant stays out. */
const NOT_IN_PROMPTS: readonly string[] = ['messages'];
const NOT_IN_SESSIONS: readonly string[] = [
  'messages',
  'messages_url',
  'total_additions',
  'total_deletions',
  'accepted_lines',
  'overriden_lines',
];

/**
 * The note to hang on `commit`, byte for byte as the reference writes it: two blanks of indentation,
 * maps by their keys, no line feed at the end. Strict: a log that a reader of the standard would
 * read otherwise is not written, and the sentences say why. Law: the note reads as this log, with
 * `base_commit_sha` this commit.
 */
export function writeNote(
  { files, metadata }: AuthorshipLog,
  commit: string,
): Result<string, readonly string[]> {
  const problems = [...versionProblems(metadata), ...files.flatMap(fileProblems)];
  const paths = new Set(files.map(({ path }) => path));
  if (paths.size < files.length) problems.push('A file stands in the log twice.');
  if (0 < problems.length) return err(problems);
  const lines = files.flatMap(({ path, entries }) => [
    formatPathLine(path),
    ...entries.map((entry) => `  ${entry.key} ${formatLineList(entry.lines)}`),
  ]);
  const json = toJson(ordered({ ...metadata, base_commit_sha: commit }), 2);
  return json.ok
    ? ok([...lines, DIVIDER, json.value].join('\n'))
    : err(['The metadata is nested too deep to be written.']);
}

function versionProblems({ schema_version: version }: Metadata): string[] {
  return version === SCHEMA_VERSION
    ? []
    : [`The log is of version ${quoted(version)}; only ${SCHEMA_VERSION} is written.`];
}

function fileProblems({ path, entries }: AuthorshipLog['files'][number]): string[] {
  const why = whyNotWritable(path);
  const problems =
    why === undefined ? [] : [`The path ${quoted(path)} cannot be written in a note: ${why}.`];
  const tell = (what: string): void =>
    void problems.push(`An attestation of ${quoted(path)} ${what}.`);
  if (entries.length === 0) problems.push(`The file ${quoted(path)} has no attestation.`);
  for (const { key, lines } of entries) {
    if (!/^[^\s\p{Surrogate}]+$/u.test(key)) tell(`has the key ${quoted(key)}, which is none`);
    if (lines.length === 0) tell('names no lines');
    let last = 0;
    for (const { startLine, endLine } of lines) {
      const isRange = Number.isSafeInteger(startLine) && Number.isSafeInteger(endLine);
      if (!isRange || startLine <= last || endLine < startLine) tell('has lines out of order');
      if (MAX_LINE < endLine) tell('has lines past the last that can be counted');
      last = endLine;
    }
  }
  return problems;
}

function ordered(metadata: Metadata): JsonObject {
  const known = ORDER.flatMap((name): [string, unknown][] => {
    const value = metadata[name];
    switch (name) {
      case 'prompts':
        return [[name, sorted(metadata.prompts, NOT_IN_PROMPTS)]];
      case 'humans':
        return isEmpty(value) ? [] : [[name, sorted(metadata.humans ?? {}, [])]];
      case 'sessions':
        return isEmpty(value) ? [] : [[name, sorted(metadata.sessions ?? {}, NOT_IN_SESSIONS)]];
      default:
        return value === undefined ? [] : [[name, value]];
    }
  });
  const others = Object.entries(metadata).filter(([name]) => !ORDER.some((one) => one === name));
  return Object.fromEntries([...known, ...others]);
}

function isEmpty(records: unknown): boolean {
  return Object.keys(asObject(records) ?? {}).length === 0;
}

function sorted(records: Records, left: readonly string[]): Records {
  return Object.fromEntries(
    Object.entries(records)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, record]) => [id, withoutFields(record, left)]),
  );
}

function withoutFields(record: unknown, left: readonly string[]): unknown {
  const fields = asObject(record);
  if (!fields) return record;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !left.includes(name)));
}
