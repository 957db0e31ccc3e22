import * as z from 'zod';
import { RULE_LANGUAGES } from '../../core/questions/team/ruleLanguages.ts';

const [first = '', ...others] = RULE_LANGUAGES;
/** The names to complete; their short forms are read too, and a wrong one is told by the reader. */
const language = z.union([z.enum([first, ...others]), z.string().min(1)]);
const code = z.string().min(1);
const fields = z.record(z.string(), z.unknown());
const globs = z.array(z.string());

/** What ast-grep looks for; whatever else it knows, a later release of it too, is let be. */
const matcher: z.ZodType = z
  .lazy(() =>
    z.looseObject({
      pattern: z
        .union([
          code,
          z.looseObject({
            context: code.describe('Code around what is meant.'),
            selector: z.string().optional().describe('The kind of node in it that is meant.'),
            strictness: z
              .enum(['cst', 'smart', 'ast', 'relaxed', 'signature', 'template'])
              .optional(),
          }),
        ])
        .optional()
        .describe('Code: $NAME stands for one node, $$$NAME for any number.'),
      kind: z.string().optional().describe('The kind of node, as the grammar calls it.'),
      regex: z.string().optional().describe('The node’s whole text is like this (Rust’s regex).'),
      inside: matcher.optional().describe('A node around it is like this.'),
      has: matcher.optional().describe('A node in it is like this.'),
      precedes: matcher.optional().describe('It stands before such a node.'),
      follows: matcher.optional().describe('It stands behind such a node.'),
      all: z.array(matcher).optional(),
      any: z.array(matcher).optional(),
      not: matcher.optional(),
      matches: z.string().optional().describe('A rule of `utils`, by name.'),
      stopBy: z
        .union([z.enum(['neighbor', 'end']), matcher])
        .optional()
        .describe('How far inside, has, precedes and follows look: the next node, or all.'),
      field: z.string().optional().describe('The grammar’s name for the place in the parent.'),
    }),
  )
  .meta({ id: 'matcher' });

/** One rule in `.countersign/rules/*.yml`, as editors complete it. */
export const teamRuleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[\w-]+$/)
      .describe(
        'The rule’s name: letters, digits, - and _. It is shown as `team/<id>`, in countersign:ignore and countersign.questions.disabled too.',
      ),
    language: z
      .union([language, z.array(language).min(1)])
      .describe('Which files it is for. TypeScript means .ts alone, Tsx .tsx.'),
    rule: matcher.describe('What it finds, as ast-grep has it.'),
    constraints: z
      .record(z.string(), matcher)
      .optional()
      .describe('What captures must be like, by their names without $.'),
    utils: z.record(z.string(), matcher).optional().describe('Rules to refer to by `matches`.'),
    transform: fields.optional().describe('Captures made of others.'),
    rewriters: z.array(fields).optional(),
    labels: fields.optional(),
    question: z
      .string()
      .min(1)
      .optional()
      .describe(
        'What a person is asked, with $CAPTURES; ends in "?". Left out, the message is asked.',
      ),
    message: z.string().min(1).optional().describe('What it is about, in one line.'),
    note: z.string().min(1).optional().describe('Why it asks: shown by "Why this?". Markdown.'),
    kind: z
      .enum(['question', 'check'])
      .optional()
      .describe(
        'A question (the default) waits for an answer; a check is told as a defect and needs no "?".',
      ),
    severity: z
      .enum(['error', 'warning', 'info', 'hint', 'off'])
      .optional()
      .describe(
        'error makes the block high risk; warning (the default) normal; info and hint low; off runs nothing.',
      ),
    weight: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe(
        'What it costs where it is a defect, 1 to 5 (3): decides which questions come first.',
      ),
    cwe: z
      .array(z.union([z.int().min(1), z.string().regex(/^CWE-\d+/)]))
      .optional()
      .describe('Weaknesses: 89 or CWE-89.'),
    fix: z
      .union([z.string(), fields])
      .optional()
      .describe('What to put in its place, with $CAPTURES: offered as a quick fix.'),
    files: globs.optional().describe('Only files whose path, from the top, is like one of these.'),
    ignores: globs.optional().describe('No files whose path is like one of these.'),
    url: z.string().min(1).optional().describe('Where more is said about it.'),
    metadata: fields.optional().describe('Anything of your own.'),
    examples: z
      .array(
        z.strictObject({
          asks: code
            .optional()
            .describe('Code in which it must be found; a line that must be ends in ⟵.'),
          quiet: code.optional().describe('Code in which nothing must be found.'),
          language: language.optional().describe('Where the rule has several.'),
        }),
      )
      .optional()
      .describe('Tried by `countersign rules test`.'),
  })
  .describe('A team’s own rule for Countersign (docs/team-rules.md).');
