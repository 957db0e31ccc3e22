import { join } from 'node:path';
import type { FileStatus } from '../../app/fileStatus.ts';
import type { JudgedBlock } from '../../app/judge.ts';
import { isTouchedByAi } from '../../core/evidence/blockFacts.ts';
import { isOpen } from '../../core/evidence/status.ts';
import { isExcluded } from '../../core/policy/effective.ts';
import type { Problem } from '../../core/repository.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { kindOf } from '../paths.ts';
import { listed, plain } from '../plain.ts';
import { PROBLEM } from '../words.ts';
import type { Work } from '../work.ts';

export type JudgedFile = Extract<FileStatus, { kind: 'judged' }>;

/** Blocks of one file that were named. */
export interface Selection {
  readonly path: string;
  readonly file: JudgedFile;
  readonly blocks: readonly JudgedBlock[];
}

/**
 * The blocks of one file that are named, each once: those at the lines; where no line is given
 * (undefined), all that wait for a person. The file is read once, so they are of one text.
 */
export async function selectBlocks(
  work: Work,
  path: string,
  lines: readonly (number | undefined)[],
): Promise<Result<Selection, Problem>> {
  const shown = work.shownPath(path);
  const status = await work.statusOf(path);
  if (status.kind === 'binary') return err(PROBLEM.binary(shown));
  if (status.kind === 'missing') {
    const isFolder = kindOf(join(work.repository.place.topLevel, path)) === 'folder';
    return err(isFolder ? PROBLEM.folder(shown) : PROBLEM.noFile(shown));
  }
  if (isExcluded(path, status.policy)) return err(PROBLEM.excluded(shown));
  const withAi = status.blocks.filter(({ facts }) => isTouchedByAi(facts));
  if (withAi.length === 0) {
    return err(0 < status.nUnread ? PROBLEM.textsLost(shown) : PROBLEM.noAi(shown));
  }
  const chosen = new Set<JudgedBlock>();
  for (const line of lines) {
    if (line === undefined) {
      for (const judged of withAi) if (isOpen(judged.status)) chosen.add(judged);
      continue;
    }
    const nLines = nLinesOf(status);
    if (line < 1 || nLines < line) return err(PROBLEM.pastEnd(shown, line, nLines));
    const judged = blockAt(status.blocks, line);
    if (!judged || !isTouchedByAi(judged.facts)) {
      return err(PROBLEM.noBlockAt(shown, line, placesOf(withAi)));
    }
    chosen.add(judged);
  }
  const blocks = withAi.filter((judged) => chosen.has(judged));
  return ok({ path, file: status, blocks });
}

/** `src/price.ts:3`, as the person would type it. */
export function placeOf(work: Work, path: string, { block }: JudgedBlock): string {
  return `${plain(work.shownPath(path))}:${block.lines.startLine}`;
}

/** The innermost block with this line: child blocks stand behind their parents. */
function blockAt(blocks: readonly JudgedBlock[], line: number): JudgedBlock | undefined {
  return blocks.findLast(
    ({ block }) => block.lines.startLine <= line && line <= block.lines.endLine,
  );
}

/** The empty rest behind the last line end is no line to a person. */
function nLinesOf({ index }: JudgedFile): number {
  return index.nLines - (index.lineText(index.nLines - 1) === '' ? 1 : 0);
}

function placesOf(blocks: readonly JudgedBlock[]): string {
  const places = blocks.map(({ block: { symbol, lines } }) => {
    const range = lines.startLine === lines.endLine ? '' : `-${lines.endLine}`;
    return `${lines.startLine}${range} (${plain(symbol)})`;
  });
  return `lines ${listed(places, 6)}`;
}
