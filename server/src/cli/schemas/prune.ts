import * as z from 'zod';

/** `prune --json`. */
export const pruneSchema = z.strictObject({
  schema: z.literal('countersign.prune/1'),
  dryRun: z.boolean().describe('True when nothing was written'),
  records: z
    .record(z.string(), z.int())
    .describe('Records taken out of the ledger, by kind; kinds without any are left out'),
  entries: z.int().describe('Entries that are gone with all their records'),
  others: z
    .int()
    .describe('Records that nothing here refers to, and that others brought lately: they stay'),
  journal: z.strictObject({
    segments: z.int().describe('Segments that were joined'),
    records: z.int(),
    texts: z.int(),
  }),
  remotes: z.array(z.string()).describe("Refs of copies of remotes' ledgers that are gone"),
});

export type PruneJson = z.infer<typeof pruneSchema>;
