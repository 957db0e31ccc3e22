import * as z from 'zod';

/** `doctor --json`. */
export const doctorSchema = z.strictObject({
  schema: z.literal('countersign.doctor/1'),
  version: z.string(),
  ok: z.boolean().describe('False when a check fails; warnings leave it true'),
  checks: z.array(
    z.strictObject({
      name: z.string(),
      level: z.enum(['ok', 'warn', 'fail']),
      text: z.string(),
      next: z.string().nullable().describe('What to do'),
    }),
  ),
});

export type DoctorJson = z.infer<typeof doctorSchema>;
