import * as z from 'zod';

const tier = z.enum(['platform', 'agent', 'command', 'stated', 'imported']);
const observed = z.enum(['disk', 'bulk', 'applyEdit']);

/** Who made a piece of text, and how that is known. */
export const originSchema = z.strictObject({
  kind: z.enum(['human', 'pasted', 'ai', 'editor', 'unknown']),
  tool: z
    .string()
    .nullable()
    .describe('Extension id or agent name; null when the evidence names none'),
  model: z.string().nullable(),
  session: z.string().nullable(),
  tier: tier
    .nullable()
    .describe('How it is known; null where nothing but the edit itself was seen'),
  observed: observed.nullable().describe('What was seen of an edit whose author is not known'),
  at: z.iso.datetime().nullable(),
});

export const rangeSchema = z
  .strictObject({ startLine: z.int().min(1), endLine: z.int().min(1) })
  .describe('1-based lines, inclusive');

export const evidenceSchema = z.strictObject({
  kind: z.literal('review'),
  holds: z
    .boolean()
    .describe(
      'False for a review of an earlier content, or one without the signature policy wants',
    ),
  changedSince: z.boolean().describe('True when lines around the AI lines changed since'),
  by: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  via: z.enum(['lens', 'thread', 'list', 'queue', 'tty']).nullable(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
});

export const statusNameSchema = z.enum([
  'unverified',
  'verified',
  'outdated',
  'waived',
  'baseline',
  'exempt',
]);

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const severity = z.enum(['low', 'normal', 'high']);

/** One question about a block, with what was answered. */
export const questionSchema = z.strictObject({
  id: z.string().describe('The rule, and a name of the place by its content'),
  rule: z.string(),
  line: z.int().min(1),
  text: z.string(),
  severity,
  required: z.boolean().describe('Policy wants it answered before the block is signed'),
  answer: z
    .strictObject({
      value: z.enum(['ok', 'problem', 'not-applicable', 'not-useful']),
      by: z.strictObject({ id: z.string(), name: z.string().nullable() }),
      via: z.enum(['lens', 'thread', 'list', 'queue', 'tty']).nullable(),
      at: z.iso.datetime(),
      note: z.string().nullable(),
    })
    .nullable(),
});

const checkSchema = z.strictObject({
  rule: z.string(),
  line: z.int().min(1),
  text: z.string(),
  severity,
  fix: z.string().nullable().describe('What an editor offers to do about it'),
});

/** One block, the same in every document. */
export const blockSchema = z.strictObject({
  path: z.string().describe('Relative to the top of the repository, with /'),
  symbol: z.string(),
  language: z.string(),
  range: rangeSchema,
  aiLines: z
    .array(z.tuple([z.int().min(1), z.int().min(1)]))
    .describe('Ranges of lines, 1-based, inclusive'),
  origin: originSchema.describe('The origin of most AI characters'),
  origins: z.array(originSchema).describe('All AI origins, most characters first'),
  removals: z
    .array(
      z.object({
        kind: z.enum(['guard', 'test', 'check']),
        line: z.int().describe('1-based line where it would stand'),
      }),
    )
    .describe('What AI took out of the block and nobody has put back'),
  textHash: hash,
  codeHash: hash,
  risk: z.enum(['low', 'normal', 'high']),
  riskReasons: z.array(z.string()),
  status: statusNameSchema,
  evidence: z.array(evidenceSchema),
  missing: z
    .array(z.enum(['review', 'signature', 'answers', 'fix']))
    .describe(
      'It is signed off, but: `signature`, policy wants that signed with a key; `answers`, questions that policy wants answered are open; `fix`, a person answered that there is a problem',
    ),
  questions: z.array(questionSchema).describe('The most valuable ones, at most `questions.max`'),
  moreQuestions: z.array(questionSchema).describe('What was found besides; all of it at low risk'),
  checks: z.array(checkSchema).describe('Defects that need no opinion: diagnostics in an editor'),
  ignored: z
    .array(z.strictObject({ rule: z.string(), line: z.int().min(1), reason: z.string() }))
    .describe('What comments in the code ignore (`countersign:ignore`)'),
});

/** Something that could not be read, and what follows from that. */
export const noteSchema = z.strictObject({ code: z.string(), text: z.string() });

export type OriginJson = z.infer<typeof originSchema>;
export type EvidenceJson = z.infer<typeof evidenceSchema>;
export type BlockJson = z.infer<typeof blockSchema>;
export type QuestionJson = z.infer<typeof questionSchema>;
export type CheckJson = z.infer<typeof checkSchema>;
export type NoteJson = z.infer<typeof noteSchema>;
