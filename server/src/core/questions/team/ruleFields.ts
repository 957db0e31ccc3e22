import { RULE_LANGUAGES, ruleLanguage } from './ruleLanguages.ts';

/** What a field of a rule file must be, in words, and whether a value is that. */
interface Field {
  readonly mustBe: string;
  accepts(value: unknown): boolean;
}

const TEXT: Field = { mustBe: 'a text', accepts: isText };
const FIELDS: Field = { mustBe: 'fields (`name: …`)', accepts: isFields };
const GLOBS: Field = { mustBe: 'a list of paths with * and **', accepts: isListOf(isText) };

/** Every field: ast-grep's own, then ours. */
export const RULE_FIELDS: Readonly<Record<string, Field>> = {
  id: {
    mustBe: 'a name of letters, digits, - and _',
    accepts: (value) => isText(value) && /^[\w-]+$/.test(value),
  },
  language: {
    mustBe: `a language, or a list of them: ${RULE_LANGUAGES.join(', ')}`,
    accepts: (value) => 0 < texts(value).length && texts(value).every(isLanguage),
  },
  rule: FIELDS,
  constraints: FIELDS,
  utils: FIELDS,
  transform: FIELDS,
  rewriters: { mustBe: 'a list of rewriters', accepts: isListOf(isFields) },
  labels: FIELDS,
  message: TEXT,
  note: TEXT,
  severity: oneOf('error', 'warning', 'info', 'hint', 'off'),
  fix: {
    mustBe: 'a text, or fields with a `template`',
    accepts: (value) => typeof value === 'string' || (isFields(value) && isText(value['template'])),
  },
  files: GLOBS,
  ignores: GLOBS,
  url: TEXT,
  metadata: FIELDS,
  question: TEXT,
  kind: oneOf('question', 'check'),
  weight: {
    mustBe: 'a whole number from 1 to 5',
    accepts: (value) => typeof value === 'number' && [1, 2, 3, 4, 5].includes(value),
  },
  cwe: {
    mustBe: 'a list of CWE numbers (89, or CWE-89)',
    accepts: (value) => Array.isArray(value) && value.every((one) => cweNumber(one) !== undefined),
  },
  examples: { mustBe: 'a list of examples', accepts: isListOf(isFields) },
};

/** What an example may have. */
export const EXAMPLE_FIELDS: Readonly<Record<string, Field>> = {
  asks: TEXT,
  quiet: TEXT,
  language: { mustBe: `one of ${RULE_LANGUAGES.join(', ')}`, accepts: isLanguage },
};

/** 89 of `89`, `CWE-89` or `"CWE-89: …"`; undefined where it is no such number. */
export function cweNumber(value: unknown): number | undefined {
  const digits = /^(?:CWE-)?(\d{1,5})(?:\b|$)/i.exec(String(value))?.[1];
  const isPlain = typeof value === 'string' || typeof value === 'number';
  return digits === undefined || !isPlain ? undefined : Number(digits);
}

/** A text, or the texts of a list. */
export function texts(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.every(isText) ? all : [];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The known name that was probably meant; undefined where none is near. */
export function nearestField(
  name: string,
  fields: Readonly<Record<string, Field>>,
): string | undefined {
  const letters = (word: string): string => [...word.toLowerCase()].sort().join('');
  const lower = name.toLowerCase();
  const isNear = (known: string): boolean =>
    letters(known) === letters(lower) || known.startsWith(lower) || lower.startsWith(known);
  return Object.keys(fields).find(isNear);
}

function isLanguage(value: unknown): boolean {
  return isText(value) && ruleLanguage(value) !== undefined;
}

function isListOf(isItem: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(isItem);
}

function oneOf(...words: readonly string[]): Field {
  return {
    mustBe: `one of ${words.join(', ')}`,
    accepts: (value) => words.some((word) => word === value),
  };
}
