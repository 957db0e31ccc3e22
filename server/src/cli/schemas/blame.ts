import * as z from 'zod';
import { originSchema, statusNameSchema } from './block.ts';

/** `mixed` only here: the origins of one line that differ in more than time. */
const lineOriginSchema = z.strictObject({
  ...originSchema.shape,
  kind: z.enum([...originSchema.shape.kind.options, 'mixed']),
  origins: z.array(originSchema).optional().describe('Only for "mixed", most characters first'),
});

/** `blame --json`. */
export const blameSchema = z.strictObject({
  schema: z.literal('countersign.blame/1'),
  path: z.string(),
  lines: z.array(
    z.strictObject({ line: z.int().min(1), origin: lineOriginSchema, status: statusNameSchema }),
  ),
});

export type LineOriginJson = z.infer<typeof lineOriginSchema>;
export type BlameJson = z.infer<typeof blameSchema>;
