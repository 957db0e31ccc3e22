/** A distribution's name in the one form that all its spellings have (PEP 503). */
export function normalized(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const REQUIREMENT = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(@.*)?/;

/** A requirement as PEP 508 writes it. */
export interface Requirement {
  readonly name: string;
  /** What stands behind `;`. */
  readonly condition: string | undefined;
  readonly isLocal: boolean;
}

export function readRequirement(words: string): Requirement | undefined {
  const [, name, source] = REQUIREMENT.exec(words) ?? [];
  if (name === undefined) return undefined;
  const semicolon = words.indexOf(';');
  const condition = semicolon < 0 ? undefined : words.slice(semicolon + 1).trim();
  return {
    name,
    condition,
    isLocal: source !== undefined && /@\s*(?:file:|\.{0,2}\/)/.test(source),
  };
}
