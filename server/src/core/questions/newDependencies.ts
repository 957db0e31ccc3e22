import type { Ecosystem } from '../packages/ecosystem.ts';
import type { Dependency } from '../packages/manifest.ts';
import { formatOf } from '../packages/manifests/table.ts';
import { oneForm } from '../packages/sameName.ts';
import type { FileContext } from './rule.ts';

/** What a manifest names that its committed text did not. */
export interface NewDependencies {
  readonly ecosystem: Ecosystem;
  /** Each name once, where it first stands. */
  readonly added: readonly Dependency[];
  /** What the package calls itself. */
  readonly name: string | undefined;
  /** Names that stood there before. */
  readonly before: readonly string[];
}

/** The new dependencies of a file; undefined where it is no manifest. */
export function newDependencies({ path, text, before }: FileContext): NewDependencies | undefined {
  const format = formatOf(path);
  if (!format) return undefined;
  const { ecosystem } = format;
  const had = before === undefined ? [] : format.read(path, before).dependencies;
  const seen = new Set(had.map(({ name }) => oneForm(ecosystem, name)));
  const added: Dependency[] = [];
  const manifest = format.read(path, text);
  for (const one of manifest.dependencies) {
    const name = oneForm(ecosystem, one.name);
    if (one.isLocal || one.isIndirect || seen.has(name)) continue;
    seen.add(name);
    added.push(one);
  }
  return { ecosystem, added, name: manifest.name, before: had.map(({ name }) => name) };
}
