import * as z from 'zod';
import { blockSchema, noteSchema } from './block.ts';
import { modeSchema, policyValuesSchema } from './policy.ts';

export const findingSchema = z.strictObject({
  code: z.string().describe('unverified, outdated, bad-policy, or what could not be decided'),
  path: z.string().nullable(),
  line: z.int().min(1).nullable(),
  text: z.string(),
});

/** `gate --json`. */
export const gateSchema = z.strictObject({
  schema: z.literal('countersign.gate/1'),
  mode: modeSchema.nullable().describe('Null when it could not be read'),
  verdict: z.enum(['pass', 'refused', 'error']).describe('Follows the exit code: 0, 1, 2'),
  summary: z.string(),
  blocks: z.array(blockSchema),
  findings: z.array(findingSchema),
  bypassed: z.array(z.string()),
  policy: policyValuesSchema.nullable(),
  notes: z.array(noteSchema),
});

export type GateJson = z.infer<typeof gateSchema>;

/** `<git common dir>/countersign/last-refusal.json`. */
export const lastRefusalSchema = z.strictObject({
  schema: z.literal('countersign.last-refusal/1'),
  at: z.iso.datetime(),
  mode: modeSchema.nullable(),
  verdict: z.enum(['pass', 'refused', 'error']),
  client: z.enum(['vscode', 'terminal']).describe('Where the commit was made'),
  hook: z.string().nullable(),
  worktree: z.string().describe('The top folder of the work tree, absolute'),
  summary: z.string(),
  findings: z.array(findingSchema),
});

export type LastRefusalJson = z.infer<typeof lastRefusalSchema>;
