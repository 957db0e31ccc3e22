import type { Origin } from '../../server/src/core/attribution/origin.ts';
import type { SnapshotRecord } from '../../server/src/core/records/record.ts';
import { sha256Hex } from '../../server/src/node/git/contentIds.ts';

export const AI_ORIGIN: Origin = {
  kind: 'ai',
  tier: 'platform',
  tool: 'sample.assistant',
  at: '2026-01-02T03:04:05.000Z',
};

/** A snapshot of a text that is AI's from end to end. */
export function snapshotRecord(path: string, text: string, at: string): SnapshotRecord {
  return {
    v: 1,
    hashVersion: 0,
    kind: 'snapshot',
    subject: { path, blob: sha256Hex(`blob ${text}`).slice(0, 40) },
    by: { type: 'human', id: 'ada@example.org', name: 'Ada Example' },
    at,
    detail: {
      text: sha256Hex(text),
      cause: 'accept',
      spans: text === '' ? [] : [{ start: 0, end: text.length, origin: AI_ORIGIN }],
    },
  };
}
