import { createCodeView } from '../../server/src/core/code/codeView.ts';
import type { CodeView } from '../../server/src/core/code/codeView.ts';
import type { Block } from '../../server/src/core/blocks/block.ts';
import type { BlockReader } from '../../server/src/core/ports.ts';
import { findHits } from '../../server/src/core/questions/findHits.ts';
import type { Hit } from '../../server/src/core/questions/hit.ts';
import type { LanguageId } from '../../server/src/core/questions/languageId.ts';
import { createOutline } from '../../server/src/core/questions/outline.ts';
import type { Project } from '../../server/src/core/questions/project.ts';
import { committedBlock } from '../../server/src/core/questions/committedBlock.ts';
import type { RemovedLine, Rule, RuleContext } from '../../server/src/core/questions/rule.ts';
import { judgeRegex } from '../../server/src/node/regex/judgeRegex.ts';
import type { RegexJudge } from '../../server/src/core/regex/regexJudge.ts';
import { isTestPath } from '../../server/src/core/questions/testPath.ts';
import { firstCodeFrom } from '../../server/src/core/text/firstCode.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';

const REGEXES: RegexJudge = { judge: (source, flags) => judgeRegex(source, flags).verdict };

export const EXTENSION: { readonly [L in LanguageId]: string } = {
  typescript: 'ts',
  tsx: 'tsx',
  javascript: 'js',
  python: 'py',
  go: 'go',
  rust: 'rs',
  java: 'java',
  csharp: 'cs',
  cpp: 'cpp',
  ruby: 'rb',
  php: 'php',
};

export interface AskedText {
  readonly reader: BlockReader;
  readonly rules: readonly Rule[];
  readonly language: LanguageId;
  readonly path: string;
  readonly text: string;
  readonly before?: string | undefined;
  readonly removals?: readonly RemovedLine[] | undefined;
  readonly project?: Project | undefined;
}

/** What rules find in all blocks of a text, as if AI had written it all; with its `before`, if any. */
export async function askText(asked: AskedText): Promise<readonly Hit[]> {
  const blocks = await readForRules(asked);
  return blocks.flatMap(({ context }) => findHits(asked.rules, context()));
}

/** A block of a text, and what rules are given of it. */
export interface BlockForRules {
  readonly block: Block;
  readonly context: () => RuleContext;
}

/** The blocks of a text in the order of their beginnings. Throws where no grammar reads it. */
export async function readForRules(
  asked: Omit<AskedText, 'rules'>,
): Promise<readonly BlockForRules[]> {
  const { reader, language, path, text } = asked;
  const map = await reader.read(path, text);
  const tree = map.code();
  if (!tree) throw new Error(`${path} cannot be read as code`);
  const index = createLineIndex(text);
  const outline = createOutline(tree.top);
  const before =
    asked.before === undefined ? undefined : await blocksOf(reader, path, asked.before, text);
  const removalsIn = ({ own }: Block): readonly RemovedLine[] =>
    (asked.removals ?? []).filter(({ line }) => {
      const start = firstCodeFrom(index, line - 1);
      return own.some((piece) => piece.start <= start && start < piece.end);
    });
  return map.blocks.map((block) => ({
    block,
    context: () => ({
      language,
      path,
      isTest: isTestPath(path),
      view: createCodeView({ tree, index, range: block.range, own: block.own }),
      outline,
      before: before?.(block),
      removals: removalsIn(block),
      project: asked.project,
      regexes: REGEXES,
    }),
  }));
}

async function blocksOf(
  reader: BlockReader,
  path: string,
  text: string,
  now: string,
): Promise<(block: Block) => CodeView | undefined> {
  const map = await reader.read(path, text);
  const tree = map.code();
  const index = createLineIndex(text);
  return (block) => {
    const was = committedBlock(block, now, map.blocks, text);
    return was && tree && createCodeView({ tree, index, range: was.range, own: was.own });
  };
}
