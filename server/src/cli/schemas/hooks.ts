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
  agents: z
    .array(
      z.strictObject({
        agent: z.string(),
        state: z
          .enum(['installed', 'missing', 'outdated', 'absent', 'plugin'])
          .describe(
            'absent: the agent has no folder on this machine; plugin: the extension does it, nothing is written',
          ),
        file: z
          .string()
          .nullable()
          .describe('The settings file with our entries, or where they go'),
        how: z.string(),
      }),
    )
    .optional()
    .describe('Coding agents that were asked for; all of them in a status'),
  diffs: z
    .array(z.strictObject({ file: z.string(), diff: z.string().describe('Unified') }))
    .optional()
    .describe("With --dry-run: what would change in the agents' settings"),
  problems: z
    .array(z.strictObject({ code: z.string(), message: z.string() }))
    .optional()
    .describe('What could not be done; the exit code is 2 then'),
  messages: z.array(z.string()),
});

export type HooksJson = z.infer<typeof hooksSchema>;
