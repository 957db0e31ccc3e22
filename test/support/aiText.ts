import { openJournal } from '../../server/src/app/journal.ts';
import { type SignedText, writeSnapshot } from '../../server/src/app/sign.ts';
import { fillUnknown } from '../../server/src/core/attribution/attribute.ts';
import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { Spans } from '../../server/src/core/attribution/span.ts';
import type { Repository } from '../../server/src/core/repository.ts';
import { createLineIndex } from '../../server/src/core/text/lineIndex.ts';
import { findRepository } from '../../server/src/node/git/place.ts';
import { createClock, openRepository } from '../../server/src/node/repository.ts';

export interface AiTextOptions {
  /** Undefined as tier C has it: the evidence names no tool. */
  readonly tool?: string | undefined;
  readonly model?: string;
  readonly tier?: 'platform' | 'agent' | 'command';
  readonly at?: string;
  /** What others did inside those lines, in order. */
  readonly others?: Spans;
}

/** First and last line, 1-based. */
export type Lines = readonly [number, number];

const clock = createClock();

/** The real ports of the repository at a folder, as the language server has them. */
export function repositoryAt(dir: string): Repository {
  const place = findRepository(dir);
  if (!place.ok) throw new Error(place.error.message);
  return openRepository(place.value, { writer: 'test', mayWrite: true, mayRunGit: true });
}

/**
 * Records that AI wrote these lines of a text, as the language server does at accept and save.
 * The file itself is not written.
 */
export function recordAi(
  dir: string,
  path: string,
  text: string,
  aiLines: readonly Lines[],
  options: AiTextOptions = {},
): void {
  const repository = repositoryAt(dir);
  const { tool = 'github.copilot', model, tier = 'platform', at = clock.now() } = options;
  const origin: Origin = {
    kind: 'ai',
    tier,
    at,
    ...('tool' in options && options.tool === undefined ? {} : { tool }),
    ...(model === undefined ? {} : { model }),
    by: 'Ada Example <ada@example.org>',
  };
  const index = createLineIndex(text);
  const written: SignedText['spans'] = aiLines.map(([first, last]) => ({
    start: index.startOf(first - 1),
    end: index.startOf(last),
    origin,
  }));
  const spans = fillUnknown(options.others ?? [], written);
  const done = writeSnapshot(
    { repository, journal: openJournal(repository.journal), clock },
    { path, text, blob: repository.ids.blobId(path, text), spans },
    { type: 'human', id: 'ada@example.org', name: 'Ada Example' },
    'save',
  );
  if (!done.ok) throw new Error(done.error.message);
}

/** A function of so many lines, for AI to have written. */
export function aiFunction(name: string): string {
  return `export function ${name}(text: string): number {
  const cents = Math.round(Number(text) * 100);
  if (Number.isNaN(cents)) throw new Error('not a price');
  return cents;
}
`;
}
