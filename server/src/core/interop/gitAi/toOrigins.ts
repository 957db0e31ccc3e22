import type { AiOrigin } from '../../attribution/origin.ts';
import { assertNever } from '../../result.ts';
import type { LineRange } from '../../text/range.ts';
import type { FileOrigins, LineOrigin } from '../lineOrigin.ts';
import { joined, type LineRanges, upTo, without } from '../lineRanges.ts';
import { quoted } from '../quoted.ts';
import type { AuthorshipLog, FileAttestation } from './authorshipLog.ts';
import { type Author, authorOf } from './author.ts';

export interface ImportedFile extends FileOrigins {
  /**
   * Lines that the log gives to a person. They have no origin: that somebody else's tool saw a
   * person type is not that we saw it, and `unknown` is never silently `human`.
   */
  readonly people: readonly { readonly lines: LineRange; readonly author: string }[];
}

export interface ImportedOrigins {
  readonly files: readonly ImportedFile[];
  readonly problems: readonly string[];
}

export interface CommitFiles {
  /** How many lines (as git counts) each file of the commit has. */
  readonly nLines: ReadonlyMap<string, number>;
  /** When the commit was made, ISO 8601 in UTC: a log has no times of its own. */
  readonly at: string;
}

/**
 * The lines that a log says are AI's, as origins of tier `imported`. Law: nothing is claimed that
 * the log does not say. Where entries overlap the later one holds, also one whose author the log
 * does not tell: an earlier author's text was replaced, so the line is nobody's.
 */
export function originsOfLog(log: AuthorshipLog, commit: CommitFiles): ImportedOrigins {
  const problems = new Set<string>();
  const files = log.files.flatMap((file): ImportedFile[] => {
    const nLines = commit.nLines.get(file.path);
    if (nLines === undefined) {
      problems.add(`The note speaks of ${quoted(file.path)}, which the commit does not have.`);
      return [];
    }
    return [importedFile(file, log, { at: commit.at, nLines }, problems)];
  });
  return { files, problems: [...problems] };
}

function importedFile(
  { path, entries }: FileAttestation,
  { metadata }: AuthorshipLog,
  { at, nLines }: { readonly at: string; readonly nLines: number },
  problems: Set<string>,
): ImportedFile {
  const lines: LineOrigin[] = [];
  const people: { lines: LineRange; author: string }[] = [];
  let taken: LineRanges = [];
  for (const entry of entries.toReversed()) {
    const here = upTo(entry.lines, nLines);
    if (here.isCut) {
      problems.add(`The note names lines of ${quoted(path)} past its end, line ${nLines}.`);
    }
    const author = authorOf(metadata, entry.key);
    const own = without(here.lines, taken);
    taken = joined([...taken, ...own]);
    switch (author.kind) {
      case 'ai':
        for (const line of eachLine(own)) lines.push({ line, origin: imported(author, at) });
        break;
      case 'human':
        for (const range of own) people.push({ lines: range, author: author.name });
        break;
      case 'nobody':
        problems.add(author.why);
        break;
      default:
        return assertNever(author);
    }
  }
  lines.sort((a, b) => a.line - b.line);
  people.sort((a, b) => a.lines.startLine - b.lines.startLine);
  return { path, lines, people };
}

function imported(author: Author & { readonly kind: 'ai' }, at: string): AiOrigin {
  const { tool, model, conversation, human } = author;
  return {
    kind: 'ai',
    tier: 'imported',
    at,
    ...(tool === undefined ? {} : { tool }),
    ...(model === undefined ? {} : { model }),
    ...(conversation === undefined ? {} : { session: conversation }),
    ...(human === undefined ? {} : { by: human }),
  };
}

function* eachLine(ranges: LineRanges): Generator<number> {
  for (const { startLine, endLine } of ranges) {
    for (let line = startLine; line <= endLine; line++) yield line;
  }
}
