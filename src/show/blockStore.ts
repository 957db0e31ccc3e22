import type { BlocksParams, BlockView } from '../../server/src/protocol/index.ts';
import { createEmitter, type Disposable, type Schedule } from '../lifetime.ts';

/** Older answers of one document, so that a lens of a moment ago can still be understood. */
const KEPT_VERSIONS = 8;

/** The text of a block in the version it belongs to, where that version is at hand. */
export type TextOfBlock = (block: BlockView) => string | undefined;

/** What the server said last about each open document. */
export interface BlockStore {
  readonly accept: (params: BlocksParams, textOf: TextOfBlock) => void;
  /** The document was closed: its versions start anew. */
  readonly forget: (uri: string) => void;
  /** The server went away: what it said is no longer kept up to date. */
  readonly clear: () => void;
  readonly latest: (uri: string) => BlocksParams | undefined;
  /** The blocks of exactly that version, if it is not too long ago. */
  readonly at: (uri: string, version: number) => BlocksParams | undefined;
  /** The text that a block had when it was shown: what a person who signs it has seen. */
  readonly shownText: (uri: string, version: number, blockId: string) => string | undefined;
  readonly all: () => readonly BlocksParams[];
  /** Tells the document that changed; `undefined` when all did. */
  readonly onDidChange: (listener: (uri: string | undefined) => void) => Disposable;
  /** The blocks of that version or a later one, once they are here. */
  readonly until: (uri: string, version: number, ms: number) => Promise<BlocksParams | undefined>;
}

interface Answer {
  readonly params: BlocksParams;
  readonly texts: ReadonlyMap<string, string>;
}

export function createBlockStore(schedule: Schedule): BlockStore {
  const answers = new Map<string, readonly Answer[]>();
  const changed = createEmitter<string | undefined>();

  function latest(uri: string): BlocksParams | undefined {
    return answers.get(uri)?.at(-1)?.params;
  }

  function accept(params: BlocksParams, textOf: TextOfBlock): void {
    const known = answers.get(params.uri) ?? [];
    const newest = known.at(-1)?.params;
    if (newest !== undefined && params.version < newest.version) return;
    const others = known.filter((answer) => answer.params.version !== params.version);
    const answer = { params, texts: textsOf(params.blocks, textOf) };
    answers.set(params.uri, [...others, answer].slice(-KEPT_VERSIONS));
    changed.fire(params.uri);
  }

  function answerAt(uri: string, version: number): Answer | undefined {
    return answers.get(uri)?.find(({ params }) => params.version === version);
  }

  function until(uri: string, version: number, ms: number): Promise<BlocksParams | undefined> {
    const reached = () => {
      const answer = latest(uri);
      return answer !== undefined && version <= answer.version ? answer : undefined;
    };
    const now = reached();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve) => {
      const finish = () => {
        cancel();
        subscription.dispose();
        resolve(reached());
      };
      const cancel = schedule(ms, finish);
      const subscription = changed.on(() => {
        if (reached() !== undefined) finish();
      });
    });
  }

  return Object.freeze({
    accept,
    forget: (uri: string) => {
      if (answers.delete(uri)) changed.fire(uri);
    },
    clear: () => {
      if (answers.size === 0) return;
      answers.clear();
      changed.fire(undefined);
    },
    latest,
    at: (uri: string, version: number) => answerAt(uri, version)?.params,
    shownText: (uri: string, version: number, blockId: string) =>
      answerAt(uri, version)?.texts.get(blockId),
    all: () => [...answers.keys()].flatMap((uri) => latest(uri) ?? []),
    onDidChange: changed.on,
    until,
  });
}

/** Only of blocks that can be signed or unsigned: the texts of all others are never asked for. */
function textsOf(blocks: readonly BlockView[], textOf: TextOfBlock): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const block of blocks) {
    const text = waitsForPerson(block) || block.signed ? textOf(block) : undefined;
    if (text !== undefined) texts.set(block.id, text);
  }
  return texts;
}

/** A block that a commit will ask for. */
export function waitsForPerson(block: BlockView): boolean {
  return block.status === 'unverified' || block.status === 'outdated';
}

/** The innermost block around a line that fits; nested blocks start later than their parents. */
export function blockAtLine(
  blocks: readonly BlockView[],
  line: number,
  fits: (block: BlockView) => boolean = () => true,
): BlockView | undefined {
  const around = blocks.filter(
    (block) => block.startLine <= line && line <= block.endLine && fits(block),
  );
  return around.sort((a, b) => a.endLine - a.startLine - (b.endLine - b.startLine))[0];
}

/** The waiting block after (or before) a line; past the last one it starts over at the first. */
export function neighborBlock(
  blocks: readonly BlockView[],
  line: number,
  direction: 'next' | 'previous',
): BlockView | undefined {
  const waiting = blocks.filter(waitsForPerson).sort((a, b) => a.startLine - b.startLine);
  if (direction === 'next') return waiting.find((block) => line < block.startLine) ?? waiting[0];
  return waiting.findLast((block) => block.startLine < line) ?? waiting.at(-1);
}
