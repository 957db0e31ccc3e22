import { blobsNamed, placedLines } from '../../core/ledger/garbage.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import { plain } from '../plain.ts';
import { type Check, fine, warning } from './check.ts';

/** Of a large ledger so many entries stand for all. */
const ENTRIES_ASKED = 2_000;

/** Entries about texts that git has no more: they cost a little, and may be dropped. */
export const leftovers: Check = {
  name: 'leftovers',
  async run({ repository }) {
    if (repository?.ledger.tip() === undefined) return undefined;
    const { git, ledger, ids } = repository;
    const lacks = git.lacks();
    if (lacks !== undefined) {
      return fine(`not looked at: a ${lacks} clone cannot tell what is out of reach`);
    }
    const keys = await ledger.list();
    if (!keys.ok) return warning(plain(keys.error.message), 'Look at it with git.');
    const asked = sampleOf(keys.value);
    const entries = await ledger.read(asked);
    if (!entries.ok) return warning(plain(entries.error.message), 'Look at it with git.');
    const blobs = [...blobsNamed(placedLines(entries.value, ids.sha256))];
    const known = await git.knownObjects(blobs);
    const nGone = known.ok ? blobs.filter((blob) => !known.value.has(blob)).length : 0;
    const isSample = asked.length < keys.value.length;
    const scale = isSample ? keys.value.length / asked.length : 1;
    const about = isSample ? 'about ' : '';
    if (nGone === 0) {
      return fine(`all texts that ${isSample ? 'a sample of ' : ''}the ledger tells of are in git`);
    }
    const n = Math.round(nGone * scale);
    return warning(
      `${about}${n} of ${about}${Math.round(blobs.length * scale)} texts that the ledger tells of are not in this clone`,
      'They may be on branches of others. Run `countersign prune --dry-run` to see what could go, then `countersign prune`.',
    );
  },
};

/** Evenly from the whole: keys are hashes. */
function sampleOf(keys: readonly LedgerKey[]): readonly LedgerKey[] {
  const step = Math.max(1, keys.length / ENTRIES_ASKED);
  const nAsked = Math.min(keys.length, ENTRIES_ASKED);
  return Array.from({ length: nAsked }, (_, i) => keys[Math.floor(i * step)] ?? '');
}
