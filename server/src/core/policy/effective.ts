import picomatch from 'picomatch';
import { fileOfPath } from '../notebook/notebookPath.ts';
import { DEFAULT_POLICY, forEveryKey, type Policy } from './policy.ts';
import type { PolicyLayer, PolicyProblem } from './settingsFile.ts';

/** A policy with the file that set each value, and what could not be read. */
export interface EffectivePolicy {
  readonly policy: Policy;
  /** The settings file behind each value; `default` where none set it. */
  readonly sources: { readonly [K in keyof Policy]: string };
  readonly problems: readonly PolicyProblem[];
}

/** Lays the files' values over the defaults, the last one winning, as VS Code nests settings. */
export function effectivePolicy(layers: readonly PolicyLayer[]): EffectivePolicy {
  let policy = DEFAULT_POLICY;
  let sources: EffectivePolicy['sources'] = forEveryKey(() => 'default');
  for (const { path, values } of layers) {
    const before = sources;
    policy = { ...policy, ...values };
    sources = forEveryKey((key) => (values[key] === undefined ? before[key] : path));
  }
  return { policy, sources, problems: layers.flatMap((layer) => layer.problems) };
}

/** The `settings.json` files that speak for a file, the outermost first. */
export function settingsPathsFor(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  return ['', ...folders.map((_, i) => `${folders.slice(0, i + 1).join('/')}/`)].map(
    (folder) => `${folder}.vscode/settings.json`,
  );
}

/** Files that people do not write: judged by nobody, whatever the settings say. */
const NEVER_JUDGED =
  /(?:^|\/)(?:node_modules\/|[^/]+\.min\.(?:js|css)$|(?:package-lock|npm-shrinkwrap)\.json$|(?:yarn|Cargo|poetry|uv|composer|Gemfile|Pipfile)\.lock$|pnpm-lock\.yaml$|go\.sum$)/;

export function isExcluded(path: string, policy: Policy): boolean {
  return createExclusion(policy)(path);
}

/** The same for many files of one policy: its globs are compiled once. */
export function createExclusion({ exclude }: Policy): (path: string) => boolean {
  const isNamed = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  return (path) => {
    const file = fileOfPath(path);
    return NEVER_JUDGED.test(file) || isNamed(file);
  };
}
