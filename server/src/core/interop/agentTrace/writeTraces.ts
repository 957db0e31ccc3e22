import { err, ok, type Result } from '../../result.ts';
import { quoted } from '../quoted.ts';
import { toJson } from '../toJson.ts';
import { instantOf } from './instant.ts';
import {
  CONTRIBUTOR_TYPES,
  type TraceContributor,
  type TraceRecord,
  VCS_TYPES,
} from './traceRecord.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Agent Trace records as JSON Lines, one record a line (`application/vnd.agent-trace.record+json`).
 * Strict: what the specification's schema refuses is not written, nor what it lets pass and no
 * reader can use (reversed lines, an empty path); the sentences say why.
 */
export function writeTraces(records: readonly TraceRecord[]): Result<string, readonly string[]> {
  const lines: string[] = [];
  const problems = records.flatMap((record, i) => {
    const json = toJson(record);
    const wrong = [
      ...whatIsWrong(record),
      ...(json.ok ? [] : ['is nested too deep to be written']),
    ];
    if (json.ok) lines.push(`${json.value}\n`);
    return wrong.map((what) => `Record ${i + 1} ${what}.`);
  });
  return 0 < problems.length ? err(problems) : ok(lines.join(''));
}

function* whatIsWrong(record: TraceRecord): Generator<string> {
  const { version, id, timestamp, vcs, files } = record;
  if (!/^\d+\.\d+\.\d+$/.test(version)) yield `has the version ${quoted(version)}, not x.y.z`;
  if (!UUID.test(id)) yield `has the id ${quoted(id)}, which is no UUID`;
  if (instantOf(timestamp) === undefined || !timestamp.includes('T')) {
    yield `has the time ${quoted(timestamp)}, which is not RFC 3339`;
  }
  if (vcs && !VCS_TYPES.includes(vcs.type)) yield 'names a version control that is not known';
  for (const { path, conversations } of files) {
    if (!isInRepository(path)) yield `names the path ${quoted(path)}, which is not in a repository`;
    for (const { url, contributor, ranges } of conversations) {
      if (url !== undefined && !isUri(url)) yield `names ${quoted(url)}, which is no address`;
      if (contributor) yield* contributorProblems(contributor);
      for (const { start_line: start, end_line: end, contributor: other } of ranges) {
        const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end);
        if (!isRange || start < 1 || end < start)
          yield `has lines that cannot be in ${quoted(path)}`;
        if (other) yield* contributorProblems(other);
      }
    }
  }
}

function* contributorProblems({ type, model_id: model }: TraceContributor): Generator<string> {
  if (!CONTRIBUTOR_TYPES.includes(type)) yield 'names a contributor of no type that is known';
  if (model !== undefined && 250 < model.length) yield 'names a model with over 250 characters';
}

/** Whether a path is relative to the repository's top, stays below it, and is written with `/`. */
export function isInRepository(path: string): boolean {
  const parts = path.split('/');
  return (
    path !== '' &&
    !path.includes('\0') &&
    !/^[a-z]:[\\/]/i.test(path) &&
    !path.startsWith('\\') &&
    parts.every((part) => part !== '' && part !== '..' && part !== '.')
  );
}

/** Whether a text is an address that can stand in a field for addresses. */
export function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}]+$/i.test(text) && /^[!-~]*$/.test(text);
}
