import * as z from 'zod';
import { originSchema, rangeSchema, statusNameSchema } from './block.ts';

const at = z.iso.datetime();
const by = z.strictObject({ id: z.string(), name: z.string().nullable() });

/** One thing that is recorded of a block. */
const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('written'), at, origin: originSchema, nLines: z.int() }),
  z.strictObject({ kind: z.literal('edited'), at, origin: originSchema, nLines: z.int() }),
  z.strictObject({ kind: z.literal('removed'), at, what: z.enum(['guard', 'test', 'check']) }),
  z.strictObject({ kind: z.literal('stated'), at, by, as: z.enum(['ai', 'human', 'web']) }),
  z.strictObject({
    kind: z.literal('committed'),
    at,
    path: z.string(),
    symbol: z.string(),
    codeHash: z.string(),
  }),
  z.strictObject({
    kind: z.literal('signed'),
    at,
    by,
    via: z.string().nullable(),
    note: z.string().nullable(),
    path: z.string().describe('Where it was signed'),
    codeHash: z.string(),
    holds: z.boolean().describe('True for the review that the status rests on'),
    withdrawn: z.boolean().describe('True when its signer took it back'),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), at, by }),
  z.strictObject({
    kind: z.literal('baseline'),
    at,
    by,
    commit: z.string(),
    note: z.string().nullable(),
  }),
]);

/** `log --json`. */
export const logSchema = z.strictObject({
  schema: z.literal('countersign.log/1'),
  blocks: z.array(
    z.strictObject({
      path: z.string(),
      symbol: z.string(),
      range: rangeSchema,
      status: statusNameSchema,
      events: z.array(eventSchema).describe('Oldest first'),
      diff: z
        .string()
        .nullable()
        .describe('From what was reviewed to the code now; null where they are one, or unknown'),
    }),
  ),
  hints: z
    .array(
      z.strictObject({
        path: z.string(),
        commit: z.string(),
        at,
        assistant: z.string(),
        name: z.string().nullable().describe('As the message has it'),
      }),
    )
    .describe('Of a path: commits whose messages name an assistant; no claim about any line'),
});

export type LogJson = z.infer<typeof logSchema>;
export type LogEventJson = z.infer<typeof eventSchema>;
