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
}

export type People = 'full' | 'hashed';

export const DEFAULT_POLICY: Policy = Object.freeze({
  enable: true,
  mode: 'warn',
  minLines: 2,
  outdatedBy: 'ai',
  exclude: Object.freeze([]),
  requireSignature: false,
  people: 'full',
});

const MODES: readonly Mode[] = ['observe', 'warn', 'enforce'];
const OUTDATED_BY: readonly OutdatedBy[] = ['ai', 'block'];
const PEOPLE: readonly People[] = ['full', 'hashed'];

/** The setting that a policy key is read from. */
export const SETTING_OF: { readonly [K in keyof Policy]: string } = {
  enable: 'countersign.enable',
  mode: 'countersign.mode',
  minLines: 'countersign.policy.minLines',
  outdatedBy: 'countersign.policy.outdatedBy',
  exclude: 'countersign.policy.exclude',
  requireSignature: 'countersign.policy.requireSignature',
  people: 'countersign.ledger.people',
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
  }
}

/** The values that are well formed, as a partial policy; the others are left out. */
export function validValues(values: Readonly<Record<string, unknown>>): Partial<Policy> {
  const { enable, mode, minLines, outdatedBy, exclude, requireSignature, people } = values;
  return {
    ...(typeof enable === 'boolean' ? { enable } : {}),
    ...(isOneOf(MODES, mode) ? { mode } : {}),
    ...(isMinLines(minLines) ? { minLines } : {}),
    ...(isOneOf(OUTDATED_BY, outdatedBy) ? { outdatedBy } : {}),
    ...(isGlobs(exclude) ? { exclude } : {}),
    ...(typeof requireSignature === 'boolean' ? { requireSignature } : {}),
    ...(isOneOf(PEOPLE, people) ? { people } : {}),
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
  };
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
