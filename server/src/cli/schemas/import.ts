import * as z from 'zod';
import { originSchema } from './block.ts';

const lines = z.array(z.tuple([z.int().min(1), z.int().min(1)]));

/** `import --json`. */
export const importSchema = z.strictObject({
  schema: z.literal('countersign.import/1'),
  file: z.string().describe('As it was named'),
  kind: z.string().describe('agent-trace or git-ai'),
  dryRun: z.boolean(),
  texts: z.array(
    z.strictObject({
      path: z.string(),
      commit: z.string().describe('The commit whose text it is'),
      blob: z.string(),
      lines: lines.describe('Ranges that are AI lines now and were not; 1-based, inclusive'),
      known: lines.describe('Ranges of which the same, or something surer, was known'),
      origins: z.array(originSchema).describe('Who is said to have written the new lines'),
    }),
  ),
  notes: z.array(z.string()).describe('What of the file claims nothing, and why'),
});

export type ImportJson = z.infer<typeof importSchema>;
