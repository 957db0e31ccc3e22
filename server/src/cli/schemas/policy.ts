import * as z from 'zod';

const mode = z.enum(['observe', 'warn', 'enforce']);

export const policyValuesSchema = z.strictObject({
  enable: z.boolean(),
  mode,
  minLines: z.int().min(1),
  outdatedBy: z.enum(['ai', 'block']),
  exclude: z.array(z.string()),
  requireSignature: z.boolean(),
  people: z.enum(['full', 'hashed']),
  gitAi: z.enum(['read', 'write', 'off']),
  preset: z.enum(['advisory', 'standard', 'strict']),
  rules: z
    .array(
      z.array(
        z.strictObject({ paths: z.array(z.string()), risk: z.enum(['low', 'normal', 'high']) }),
      ),
    )
    .describe('Of each list the last rule that names a path counts, of several lists the highest'),
  maxQuestions: z.int().min(1),
  requiredAnswers: z.enum(['none', 'high', 'all']),
  disabledRules: z.array(z.string()),
  extraRules: z.array(z.string()),
  sources: z
    .strictObject({
      enable: z.string(),
      mode: z.string(),
      minLines: z.string(),
      outdatedBy: z.string(),
      exclude: z.string(),
      requireSignature: z.string(),
      people: z.string(),
      gitAi: z.string(),
      preset: z.string(),
      rules: z.string(),
      maxQuestions: z.string(),
      requiredAnswers: z.string(),
      disabledRules: z.string(),
      extraRules: z.string(),
    })
    .describe(
      'The settings file behind each value, or "default"; HEAD:<file> for the last commit\'s',
    ),
});

export const policyProblemSchema = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  text: z.string(),
});

/** `policy show --json` and `policy check --json`. */
export const policySchema = z.strictObject({
  schema: z.literal('countersign.policy/1'),
  path: z.string().describe('The file or folder it holds for; "" for the top of the repository'),
  policy: policyValuesSchema,
  problems: z.array(policyProblemSchema),
});

export const modeSchema = mode;
export type PolicyValuesJson = z.infer<typeof policyValuesSchema>;
export type PolicyJson = z.infer<typeof policySchema>;
