import * as z from 'zod';

/** `hooks install|uninstall|status --json`. */
export const hooksSchema = z.strictObject({
  schema: z.literal('countersign.hooks/1'),
  installed: z.boolean().describe('Git asks the gate before every commit and merge here'),
  hooks: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['installed', 'missing', 'outdated', 'foreign', 'overwritten']),
      file: z.string().describe('The file that calls the gate, or would'),
      chained: z.string().nullable().describe('What is run besides'),
      how: z.string(),
    }),
  ),
  messages: z.array(z.string()),
});

export type HooksJson = z.infer<typeof hooksSchema>;
