import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cut } from '../core/attribution/moved.ts';
import { decodeSpans, encodeSpans } from '../core/records/codec.ts';
import type { MoveStore } from '../core/repository.ts';

/** A clipboard holds one text; a few more are for slow hands. */
const KEPT = 20;
/** What was copied yesterday is no move any more. */
const MAX_AGE_MS = 24 * 60 * 60 * 1_000;

/**
 * Cuts and copies of AI text in `folder`, a file each, for the other windows of this machine. What
 * cannot be written or read only means that a paste there has no known origin.
 */
export function createMoveStore(folder: string): MoveStore {
  const newestFirst = (): readonly { readonly file: string; readonly at: number }[] =>
    namesIn(folder)
      .map((name) => join(folder, name))
      .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.at - a.at);
  return Object.freeze({
    save({ text, spans }: Cut): void {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const name = createHash('sha256').update(text).digest('hex');
        const json = JSON.stringify({ text, ...encodeSpans(spans) });
        writeFileSync(join(folder, `${name}.json`), json, { mode: 0o600 });
        for (const { file } of newestFirst().slice(KEPT)) rmSync(file, { force: true });
      } catch {
        // Nobody else will know of it.
      }
    },
    load: () =>
      newestFirst()
        .filter(({ at }) => Date.now() - at < MAX_AGE_MS)
        .map(({ file }) => readCut(file))
        .filter((cut) => cut !== undefined),
  });
}

function readCut(file: string): Cut | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof json !== 'object' || json === null || !('text' in json)) return undefined;
    const { text } = json;
    const spans = 'spans' in json && 'origins' in json && decodeSpans(json.origins, json.spans);
    const isWhole = typeof text === 'string' && spans && (spans.at(-1)?.end ?? 0) <= text.length;
    return isWhole ? { text, spans } : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
