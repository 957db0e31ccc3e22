import { verifyLedger, type Verification } from '../../app/ledger/verify.ts';
import { type CliCommand, EXIT, JSON_OPTION } from '../command.ts';
import { counted, plain } from '../plain.ts';
import type { VerifyJson } from '../schemas/verify.ts';

export const verify: CliCommand = {
  name: 'verify',
  summary: 'check that no record of the ledger was forged, edited or taken away',
  about:
    "Checks the whole ledger: every record against the batch that brought it, every batch against its name and its signature (git's gpg.ssh.allowedSignersFile says who may sign). Exit 1 when something was forged, edited or taken away, 2 when something cannot be checked. It cannot miss the newest batch when that is taken away in every clone.",
  args: [],
  options: [JSON_OPTION],
  examples: ['countersign verify'],
  async run({ host, dir, say, fail }, input) {
    const opened = host.openRepository(dir, false);
    if (!opened.ok) return fail(opened.error);
    const done = await verifyLedger(opened.value);
    if (!done.ok) return fail(done.error);
    const found = done.value;
    if (input.has('json')) say(JSON.stringify(verifyJson(found), null, 2));
    else {
      for (const { text } of found.findings) say(plain(text));
      say(wordsOf(found));
    }
    return exitCodeOf(found);
  },
};

function exitCodeOf({ findings }: Verification): number {
  if (findings.length === 0) return EXIT.ok;
  return findings.every(({ code }) => code.endsWith('-unchecked')) ? EXIT.error : EXIT.refused;
}

function wordsOf({ nRecords, nBatches, nSigned, nPruned, findings }: Verification): string {
  if (nBatches === 0 && nRecords === 0) {
    return 'There is no ledger here yet: it begins with the first commit of AI code, or with `countersign sync`.';
  }
  const what = `${counted(nRecords, 'record')} in ${nBatches} ${nBatches === 1 ? 'batch' : 'batches'}, ${nSigned} of them signed${nPruned === 0 ? '' : `, ${counted(nPruned, 'record')} removed on purpose by prune`}`;
  return findings.length === 0
    ? `${what}: all as they were written.`
    : `${what}: ${counted(findings.length, 'finding')}.`;
}

function verifyJson({ nRecords, nBatches, nSigned, nPruned, findings }: Verification): VerifyJson {
  return {
    schema: 'countersign.verify/1',
    records: nRecords,
    batches: nBatches,
    signed: nSigned,
    pruned: nPruned,
    findings: findings.map(({ code, key, text }) => ({ code, key: key ?? null, text })),
  };
}
