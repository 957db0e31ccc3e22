import { decodeLine, signedText } from '../../core/ledger/codec.ts';
import { entryLines } from '../../core/ledger/entry.ts';
import type { LedgerKey } from '../../core/ledger/keys.ts';
import type { BatchRecord } from '../../core/ledger/record.ts';
import { namedByTombstones } from '../../core/ledger/tombstones.ts';
import type { SignatureRecord } from '../../core/records/record.ts';
import type { Problem, Repository } from '../../core/repository.ts';
import { ok, type Result } from '../../core/result.ts';

export const LEDGER_FINDINGS = [
  'batch-forged',
  'batch-renamed',
  'batch-unchecked',
  'signature-forged',
  'signature-unchecked',
  'record-missing',
  'record-unbatched',
] as const;

/** One thing that is wrong, or cannot be checked. */
export interface LedgerFinding {
  readonly code: (typeof LEDGER_FINDINGS)[number];
  /** Where it lies, or would lie. */
  readonly key: LedgerKey | undefined;
  readonly text: string;
}

export interface Verification {
  readonly nRecords: number;
  readonly nBatches: number;
  readonly nSigned: number;
  /** Records that were taken out on purpose (`countersign prune`). */
  readonly nPruned: number;
  readonly findings: readonly LedgerFinding[];
}

interface PlacedBatch {
  readonly key: LedgerKey;
  readonly line: string;
  readonly batch: BatchRecord;
}

/**
 * Checks the whole ledger against its batches: a record that was edited is in none, one that was taken
 * away is missed by the batch that brought it, a batch that was edited does not fit its name or its
 * signature. What cannot be found: the newest batch taken away everywhere, with all it brought.
 */
export async function verifyLedger({
  ledger,
  keys,
  ids,
  signatures,
}: Repository): Promise<Result<Verification, Problem>> {
  const all = await ledger.readAll();
  if (!all.ok) return all;
  const findings: LedgerFinding[] = [];
  const keyOfRecord = new Map<string, LedgerKey>();
  const batches: PlacedBatch[] = [];
  const tombstones: { readonly hash: string; readonly line: string }[] = [];
  const signed = new Map<string, { key: LedgerKey; record: SignatureRecord }>();
  for (const [key, entry] of all.value) {
    for (const line of entryLines(entry)) {
      const record = decodeLine(line);
      if (record?.kind === 'batch') {
        batches.push({ key, line, batch: record });
        continue;
      }
      const hash = ids.sha256(line);
      keyOfRecord.set(hash, key);
      if (record?.kind === 'tombstone') tombstones.push({ hash, line });
      if (record?.kind === 'signature') signed.set(line, { key, record });
    }
  }
  const named = new Set<string>();
  const missing: { readonly hash: string; readonly batch: BatchRecord }[] = [];
  let nSigned = 0;
  for (const { key, line, batch } of batches) {
    if (keys.hash(ids.sha256(line)) !== key) {
      findings.push({
        code: 'batch-renamed',
        key,
        text: `${nameOf(batch)} does not fit its name: it was edited.`,
      });
      continue;
    }
    if (batch.sig !== undefined) {
      nSigned++;
      const by = { signer: batch.by.id, at: batch.at };
      const trust = await signatures.check(signedText(batch), batch.sig, by);
      if (trust.kind !== 'good') {
        const isBad = trust.kind === 'bad';
        findings.push({
          code: isBad ? 'batch-forged' : 'batch-unchecked',
          key,
          text: `The signature of ${nameOf(batch)} ${isBad ? 'is not good' : 'cannot be checked'}: ${trust.why}.`,
        });
        if (isBad) continue;
      }
    }
    for (const hash of batch.detail.records) {
      named.add(hash);
      if (!keyOfRecord.has(hash)) missing.push({ hash, batch });
    }
  }
  // A tombstone that no good batch brought excuses nothing.
  const good = tombstones.filter(({ hash }) => named.has(hash));
  const buried = namedByTombstones(good.map(({ line }) => line));
  const lost = missing.filter(({ hash }) => !buried.has(hash));
  for (const { hash, batch } of lost) {
    findings.push({
      code: 'record-missing',
      key: undefined,
      text: `A record that ${nameOf(batch)} brought (${hash}) is gone, or was edited.`,
    });
  }
  for (const { key, record } of signed.values()) {
    const by = { signer: record.by.id, at: record.at };
    const trust = await signatures.check(signedText(record), record.sig, by);
    if (trust.kind === 'good') continue;
    const isBad = trust.kind === 'bad';
    const whose = `The signature of ${record.by.name ?? record.by.id} at ${record.at}`;
    findings.push({
      code: isBad ? 'signature-forged' : 'signature-unchecked',
      key,
      text: `${whose} on ${record.detail.records.length === 1 ? 'a sign-off' : `${record.detail.records.length} sign-offs`} ${isBad ? 'is not good' : 'cannot be checked'}: ${trust.why}.`,
    });
  }
  for (const [hash, key] of keyOfRecord) {
    if (named.has(hash)) continue;
    findings.push({
      code: 'record-unbatched',
      key,
      text: `A record under ${key} (${hash}) was brought by no batch: it was edited, or written by hand.`,
    });
  }
  return ok({
    nRecords: keyOfRecord.size,
    nBatches: batches.length,
    nSigned,
    nPruned: buried.size,
    findings,
  });
}

function nameOf({ by, at }: BatchRecord): string {
  return `the batch of ${by.name ?? by.id} at ${at}`;
}
