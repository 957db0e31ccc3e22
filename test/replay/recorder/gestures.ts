import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What hands do beside pressing keys; performed by `gestures.mjs` in the driver's process. */
export type Gesture =
  | { readonly kind: 'compose'; readonly steps: readonly string[]; readonly text: string }
  | { readonly kind: 'drag'; readonly from: Place; readonly to: Place; readonly isCopy?: boolean }
  | { readonly kind: 'drop'; readonly text: string; readonly to: Place }
  | { readonly kind: 'clickText'; readonly selector: string; readonly text: string }
  | { readonly kind: 'html'; readonly selector: string };

/** A character on screen: `line` is 1-based, `over` the text whose first character is meant. */
export interface Place {
  readonly line: number;
  readonly over?: string;
}

export interface Gestures {
  /** An input method composes these steps and then writes the text. */
  readonly compose: (steps: readonly string[], text: string) => Promise<unknown>;
  readonly drag: (from: Place, to: Place) => Promise<unknown>;
  readonly perform: (gesture: Gesture) => Promise<unknown>;
}

const ANSWER_LIMIT_MS = 30_000;
const POLL_MS = 20;

/** Asks through files, like `test/vscode/driver/keys.ts`. */
export function createGestures(): Gestures {
  const folder = process.env['COUNTERSIGN_GESTURE_BRIDGE'] ?? '';

  async function perform(gesture: Gesture): Promise<unknown> {
    const id = randomUUID();
    const request = join(folder, `req-${id}.json`);
    const response = join(folder, `res-${id}.json`);
    writeFileSync(`${request}.tmp`, JSON.stringify(gesture));
    renameSync(`${request}.tmp`, request);
    for (const since = Date.now(); !existsSync(response); ) {
      if (ANSWER_LIMIT_MS < Date.now() - since) throw new Error(`no answer to ${gesture.kind}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const answer: unknown = JSON.parse(readFileSync(response, 'utf8'));
    rmSync(response);
    if (typeof answer !== 'object' || answer === null || 'error' in answer) {
      throw new Error(`${gesture.kind}: ${JSON.stringify(answer)}`);
    }
    return 'value' in answer ? answer.value : undefined;
  }

  return Object.freeze({
    compose: (steps: readonly string[], text: string) => perform({ kind: 'compose', steps, text }),
    drag: (from: Place, to: Place) => perform({ kind: 'drag', from, to }),
    perform,
  });
}
