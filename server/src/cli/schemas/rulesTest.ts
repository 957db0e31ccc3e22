import * as z from 'zod';

/** `rules test --json`. */
export const rulesTestSchema = z.strictObject({
  schema: z.literal('countersign.rules-test/1'),
  rules: z.array(
    z.strictObject({
      id: z.string().describe('As people see it: `team/` and the id in the file'),
      path: z.string(),
      line: z.int().min(1).describe('Where the rule begins'),
      examples: z.array(
        z.strictObject({
          line: z.int().min(1).describe('Where the example begins in the rule file'),
          part: z.enum(['asks', 'quiet']),
          wrong: z
            .string()
            .nullable()
            .describe('What was expected and is not so; null where all is as it should be'),
        }),
      ),
    }),
  ),
  problems: z
    .array(z.strictObject({ path: z.string(), line: z.int().min(1), text: z.string() }))
    .describe('Mistakes in the files; a rule with one is not among `rules`'),
  nWrong: z.int().min(0).describe('Examples that are not as they should be'),
});

export type RulesTestJson = z.infer<typeof rulesTestSchema>;
