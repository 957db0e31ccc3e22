import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import { forEveryKey, type Policy, SETTING_OF, validValues, valueProblem } from './policy.ts';

/** A value that cannot be read as policy: where it stands and what it must be. */
export interface PolicyProblem {
  /** The file as the person knows it, relative to the repository's top. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** One settings file's say: only the keys it sets. */
export interface PolicyLayer {
  readonly path: string;
  readonly values: Partial<Policy>;
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads the `countersign.*` policy keys of a `settings.json`, or of the `settings` object of a
 * `*.code-workspace` file. Comments and trailing commas are allowed, as VS Code allows them.
 */
export function readSettingsFile(path: string, text: string): PolicyLayer {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const problems: PolicyProblem[] = [];
  const firstError = errors[0];
  // A settings file torn elsewhere is VS Code's to complain of, unless it speaks of us.
  if (firstError && text.includes('"countersign.')) {
    const line = lineOf(text, firstError.offset);
    problems.push({ path, line, text: `${path}:${line}: this is not JSON; mend the file` });
  }
  const settings = path.endsWith('.code-workspace') && root ? find(root, 'settings') : root;
  const raw: Record<string, unknown> = {};
  for (const key of POLICY_KEYS) {
    const node = settings?.type === 'object' ? find(settings, SETTING_OF[key]) : undefined;
    if (!node) continue;
    const value: unknown = getNodeValue(node);
    const problem = valueProblem(key, value);
    if (problem === undefined) raw[key] = value;
    else {
      const line = lineOf(text, node.offset);
      const words = `${path}:${line}: ${SETTING_OF[key]} ${problem}, not ${shown(value)}`;
      problems.push({ path, line, text: words });
    }
  }
  return { path, values: validValues(raw), problems };
}

const POLICY_KEYS: readonly (keyof Policy)[] = Object.values(forEveryKey((key) => key));

function find(node: Node, key: string): Node | undefined {
  return findNodeAtLocation(node, [key]);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function shown(value: unknown): string {
  const words = JSON.stringify(value) ?? 'nothing';
  return words.length <= 60 ? words : `${words.slice(0, 57)}...`;
}
