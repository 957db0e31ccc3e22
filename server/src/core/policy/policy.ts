import type { Required } from '../questions/blockQuestions.ts';
import { isPathRules, type PathRules, pathRulesProblem } from './pathRules.ts';

/** What happens on unverified AI code: record and show, speak, or refuse. */
export type Mode = 'observe' | 'warn' | 'enforce';

/** Which changes make a reviewed block outdated: those of AI lines, or any. */
export type OutdatedBy = 'ai' | 'block';

/** The rules a file is judged by. Names are those of the settings, `countersign.policy.` left out. */
export interface Policy {
  readonly enable: boolean;
  readonly mode: Mode;
  /** A block with this many AI lines waits for a person. */
  readonly minLines: number;
  readonly outdatedBy: OutdatedBy;
  /** Globs of files that are not judged, relative to the repository's top. */
  readonly exclude: readonly string[];
  /** Whether a sign-off counts only with a good signature by the key of who gave it. */
  readonly requireSignature: boolean;
  /** Whether the ledger, which others get, names people or only hashes of their addresses. */
  readonly people: People;
  /** Whether git-ai's notes on commits are read, written too, or left alone. */
  readonly gitAi: GitAiUse;
  /** A set of defaults for what a team does not set itself. */
  readonly preset: Preset;
  /** What is said of paths; more than one list where two versions of the settings count. */
  readonly rules: readonly PathRules[];
  /** So many questions are shown for a block. */
  readonly maxQuestions: number;
  /** When a sign-off needs answers; undefined leaves it to the preset. */
  readonly requiredAnswers: Required | undefined;
  /** Rules that ask nothing, by id. */
  readonly disabledRules: readonly string[];
  /** Rules to run although they are off by default, by id. */
  readonly extraRules: readonly string[];
}

export type Preset = 'advisory' | 'standard' | 'strict';

export type People = 'full' | 'hashed';

export type GitAiUse = 'read' | 'write' | 'off';

export const DEFAULT_POLICY: Policy = Object.freeze({
  enable: true,
  mode: 'warn',
  minLines: 2,
  outdatedBy: 'ai',
  exclude: Object.freeze([]),
  requireSignature: false,
  people: 'full',
  gitAi: 'read',
  preset: 'standard',
  rules: Object.freeze([]),
  maxQuestions: 3,
  requiredAnswers: undefined,
  disabledRules: Object.freeze([]),
  extraRules: Object.freeze([]),
});

const REQUIRED_BY_PRESET: { readonly [P in Preset]: Required } = {
  advisory: 'none',
  standard: 'high',
  strict: 'all',
};

/** When a sign-off needs answers. */
export function requiredAnswers({
  preset,
  requiredAnswers: own,
}: Pick<Policy, 'preset' | 'requiredAnswers'>): Required {
  return own ?? REQUIRED_BY_PRESET[preset];
}

const MODES: readonly Mode[] = ['observe', 'warn', 'enforce'];
const OUTDATED_BY: readonly OutdatedBy[] = ['ai', 'block'];
const PEOPLE: readonly People[] = ['full', 'hashed'];
const GIT_AI: readonly GitAiUse[] = ['read', 'write', 'off'];
const PRESETS: readonly Preset[] = ['advisory', 'standard', 'strict'];
const REQUIRED: readonly Required[] = ['none', 'high', 'all'];
/** More than this nobody answers. */
const MAX_QUESTIONS = 20;

/** The setting that a policy key is read from. */
export const SETTING_OF: { readonly [K in keyof Policy]: string } = {
  enable: 'countersign.enable',
  mode: 'countersign.mode',
  minLines: 'countersign.policy.minLines',
  outdatedBy: 'countersign.policy.outdatedBy',
  exclude: 'countersign.policy.exclude',
  requireSignature: 'countersign.policy.requireSignature',
  people: 'countersign.ledger.people',
  gitAi: 'countersign.notes.gitAi',
  preset: 'countersign.policy.preset',
  rules: 'countersign.policy.rules',
  maxQuestions: 'countersign.questions.max',
  requiredAnswers: 'countersign.questions.required',
  disabledRules: 'countersign.questions.disabled',
  extraRules: 'countersign.questions.rules',
};

/** One value for every key, in the order of the table. */
export function forEveryKey<T>(make: (key: keyof Policy) => T): {
  readonly [K in keyof Policy]: T;
} {
  return {
    enable: make('enable'),
    mode: make('mode'),
    minLines: make('minLines'),
    outdatedBy: make('outdatedBy'),
    exclude: make('exclude'),
    requireSignature: make('requireSignature'),
    people: make('people'),
    gitAi: make('gitAi'),
    preset: make('preset'),
    rules: make('rules'),
    maxQuestions: make('maxQuestions'),
    requiredAnswers: make('requiredAnswers'),
    disabledRules: make('disabledRules'),
    extraRules: make('extraRules'),
  };
}

/** Says what a value must be, or undefined when it is fine. */
export function valueProblem(key: keyof Policy, value: unknown): string | undefined {
  switch (key) {
    case 'enable':
    case 'requireSignature':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'mode':
      return isOneOf(MODES, value) ? undefined : 'must be "observe", "warn" or "enforce"';
    case 'minLines':
      return isMinLines(value) ? undefined : 'must be a whole number, 1 or more';
    case 'outdatedBy':
      return isOneOf(OUTDATED_BY, value) ? undefined : 'must be "ai" or "block"';
    case 'exclude':
      return isGlobs(value) ? undefined : 'must be a list of globs, each a non-empty string';
    case 'people':
      return isOneOf(PEOPLE, value) ? undefined : 'must be "full" or "hashed"';
    case 'gitAi':
      return isOneOf(GIT_AI, value) ? undefined : 'must be "read", "write" or "off"';
    case 'preset':
      return isOneOf(PRESETS, value) ? undefined : 'must be "advisory", "standard" or "strict"';
    case 'rules':
      return pathRulesProblem(value);
    case 'maxQuestions':
      return isMaxQuestions(value)
        ? undefined
        : `must be a whole number from 1 to ${MAX_QUESTIONS}`;
    case 'requiredAnswers':
      // null leaves it to the preset, as the setting's default does.
      return value === null || isOneOf(REQUIRED, value)
        ? undefined
        : 'must be "none", "high" or "all"';
    case 'disabledRules':
    case 'extraRules':
      return isGlobs(value) ? undefined : "must be a list of rules' ids, each a non-empty string";
  }
}

/** The values that are well formed, as a partial policy; the others are left out. */
export function validValues(values: Readonly<Record<string, unknown>>): Partial<Policy> {
  const { enable, mode, minLines, outdatedBy, exclude, requireSignature, people, gitAi } = values;
  const { preset, rules, maxQuestions, requiredAnswers, disabledRules, extraRules } = values;
  return {
    ...(typeof enable === 'boolean' ? { enable } : {}),
    ...(isOneOf(MODES, mode) ? { mode } : {}),
    ...(isMinLines(minLines) ? { minLines } : {}),
    ...(isOneOf(OUTDATED_BY, outdatedBy) ? { outdatedBy } : {}),
    ...(isGlobs(exclude) ? { exclude } : {}),
    ...(typeof requireSignature === 'boolean' ? { requireSignature } : {}),
    ...(isOneOf(PEOPLE, people) ? { people } : {}),
    ...(isOneOf(GIT_AI, gitAi) ? { gitAi } : {}),
    ...(isOneOf(PRESETS, preset) ? { preset } : {}),
    ...(isPathRules(rules) ? { rules: [rules] } : {}),
    ...(isMaxQuestions(maxQuestions) ? { maxQuestions } : {}),
    ...(isOneOf(REQUIRED, requiredAnswers) ? { requiredAnswers } : {}),
    ...(isGlobs(disabledRules) ? { disabledRules } : {}),
    ...(isGlobs(extraRules) ? { extraRules } : {}),
  };
}

/** Values as an editor tells them: by setting, its `countersign.` left out. */
export function editorValues(settings: Readonly<Record<string, unknown>>): Partial<Policy> {
  return validValues({
    enable: settings['enable'],
    mode: settings['mode'],
    minLines: settings['policy.minLines'],
    outdatedBy: settings['policy.outdatedBy'],
    exclude: settings['policy.exclude'],
    requireSignature: settings['policy.requireSignature'],
    people: settings['ledger.people'],
    preset: settings['policy.preset'],
    rules: settings['policy.rules'],
    maxQuestions: settings['questions.max'],
    requiredAnswers: settings['questions.required'],
    disabledRules: settings['questions.disabled'],
    extraRules: settings['questions.rules'],
  });
}

/** Of two policies the stricter value of every key, so that a change cannot weaken its judge. */
export function stricterPolicy(a: Policy, b: Policy): Policy {
  return {
    enable: a.enable || b.enable,
    mode: MODES.indexOf(a.mode) < MODES.indexOf(b.mode) ? b.mode : a.mode,
    minLines: Math.min(a.minLines, b.minLines),
    outdatedBy: a.outdatedBy === 'block' ? 'block' : b.outdatedBy,
    exclude: a.exclude.filter((glob) => b.exclude.includes(glob)),
    requireSignature: a.requireSignature || b.requireSignature,
    people: a.people === 'hashed' ? 'hashed' : b.people,
    // It judges nobody: neither value is the stricter one.
    gitAi: b.gitAi,
    preset: PRESETS.indexOf(a.preset) < PRESETS.indexOf(b.preset) ? b.preset : a.preset,
    rules: isSameJson(a.rules, b.rules) ? b.rules : [...a.rules, ...b.rules],
    maxQuestions: Math.max(a.maxQuestions, b.maxQuestions),
    requiredAnswers: stricterRequired(requiredAnswers(a), requiredAnswers(b)),
    disabledRules: a.disabledRules.filter((id) => b.disabledRules.includes(id)),
    extraRules: [...new Set([...a.extraRules, ...b.extraRules])],
  };
}

function stricterRequired(a: Required, b: Required): Required {
  return REQUIRED.indexOf(a) < REQUIRED.indexOf(b) ? b : a;
}

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isMaxQuestions(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isInteger(value) && 1 <= value && value <= MAX_QUESTIONS
  );
}

function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return list.some((item) => item === value);
}

function isMinLines(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && 1 <= value;
}

function isGlobs(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');
}
