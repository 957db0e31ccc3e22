import * as z from 'zod';

const count = z.int().min(0);

/** `rules stats --json`. */
export const ruleStatsSchema = z.strictObject({
  schema: z.literal('countersign.rules/1'),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      ok: count,
      problem: count,
      notApplicable: count,
      notUseful: count,
      suggestsDemotion: z
        .boolean()
        .describe('More than 60 % of five answers or more say that it does not apply'),
    }),
  ),
});

export type RuleStatsJson = z.infer<typeof ruleStatsSchema>;
