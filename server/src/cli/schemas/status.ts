import * as z from 'zod';
import { blockSchema, noteSchema } from './block.ts';

/** `status --json`. */
export const statusSchema = z.strictObject({
  schema: z.literal('countersign.status/1'),
  blocks: z.array(blockSchema),
  files: z.array(
    z.strictObject({
      path: z.string(),
      state: z.enum(['judged', 'excluded', 'disabled', 'binary', 'missing']),
      nBlocks: z.int().min(0),
      nOpen: z.int().min(0).describe('Blocks that wait for a person'),
    }),
  ),
  notes: z.array(noteSchema),
});

export type StatusJson = z.infer<typeof statusSchema>;
