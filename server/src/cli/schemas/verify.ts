import * as z from 'zod';
import { LEDGER_FINDINGS } from '../../app/ledger/verify.ts';

/** `verify --json`. */
export const verifySchema = z.strictObject({
  schema: z.literal('countersign.verify/1'),
  records: z.int(),
  batches: z.int(),
  signed: z.int().describe('Batches with a signature'),
  pruned: z.int().describe('Records that were removed on purpose, as signed tombstones say'),
  findings: z.array(
    z.strictObject({
      code: z.enum(LEDGER_FINDINGS),
      key: z.string().nullable().describe('The entry it lies in'),
      text: z.string(),
    }),
  ),
});

export type VerifyJson = z.infer<typeof verifySchema>;
