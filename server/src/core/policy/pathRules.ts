import picomatch from 'picomatch';
import type { Risk } from '../questions/risk.ts';

/** What policy says of some paths. */
export interface PathRule {
  /** Globs relative to the repository's top. */
  readonly paths: readonly string[];
  readonly risk: Risk;
}

/** The rules of one settings file; of several for one path the last one counts. */
export type PathRules = readonly PathRule[];

const RISKS: readonly Risk[] = ['low', 'normal', 'high'];
const KEYS: readonly string[] = ['paths', 'risk'];

/** Says what is wrong with a value of `countersign.policy.rules`, or undefined when it is fine. */
export function pathRulesProblem(value: unknown): string | undefined {
  if (!Array.isArray(value)) return MUST_BE;
  for (const one of value as readonly unknown[]) {
    if (typeof one !== 'object' || one === null) return MUST_BE;
    const strange = Object.keys(one).find((key) => !KEYS.includes(key));
    if (strange !== undefined) return `has a rule with "${strange}", which is not known here`;
    if (!isPathRule(one)) return MUST_BE;
  }
  return undefined;
}

const MUST_BE =
  'must be a list of rules, each with "paths" (a list of globs) and "risk" ("low", "normal" or "high")';

export function isPathRules(value: unknown): value is PathRules {
  return pathRulesProblem(value) === undefined;
}

function isPathRule(value: object): value is PathRule {
  const { paths, risk } = Object.fromEntries<unknown>(Object.entries(value));
  const isGlobs =
    Array.isArray(paths) && paths.every((glob) => typeof glob === 'string' && glob !== '');
  return isGlobs && 0 < paths.length && RISKS.some((known) => known === risk);
}

/** What several settings say of a path: the highest risk of those that say something. */
export function statedRisk(layers: readonly PathRules[], path: string): Risk | undefined {
  const said = layers.flatMap((rules) => {
    const last = rules.findLast(({ paths }) => picomatch([...paths], { dot: true })(path));
    return last ? [last.risk] : [];
  });
  return RISKS.findLast((risk) => said.includes(risk));
}
