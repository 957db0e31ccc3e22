import type { ZodType } from 'zod';
import { blameSchema } from './blame.ts';
import { doctorSchema } from './doctor.ts';
import { gateSchema, lastRefusalSchema } from './gate.ts';
import { hooksSchema } from './hooks.ts';
import { importSchema } from './import.ts';
import { logSchema } from './log.ts';
import { policySchema } from './policy.ts';
import { pruneSchema } from './prune.ts';
import { ruleStatsSchema } from './rules.ts';
import { statusSchema } from './status.ts';
import { verifySchema } from './verify.ts';

/**
 * Every document that programs may read, by the name in its `schema` field. The commands take
 * only the types from here: nothing of this is loaded when they run.
 */
export const schemas: Readonly<Record<string, ZodType>> = {
  'countersign.blame/1': blameSchema,
  'countersign.doctor/1': doctorSchema,
  'countersign.gate/1': gateSchema,
  'countersign.hooks/1': hooksSchema,
  'countersign.import/1': importSchema,
  'countersign.last-refusal/1': lastRefusalSchema,
  'countersign.log/1': logSchema,
  'countersign.policy/1': policySchema,
  'countersign.prune/1': pruneSchema,
  'countersign.rules/1': ruleStatsSchema,
  'countersign.status/1': statusSchema,
  'countersign.verify/1': verifySchema,
};
