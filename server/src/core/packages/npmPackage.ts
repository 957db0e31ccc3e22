import { parseDocument } from 'yaml';
import { asTexts, asTable } from './toml.ts';
import { entriesOf, readJson, textOf, textsOf, under } from './json.ts';

/** What a `package.json` says beside its dependencies. */
export interface NpmPackage {
  readonly name: string | undefined;
  /** Keys of `imports`, each beginning with `#`. */
  readonly imports: readonly string[];
  /** Globs of folders. */
  readonly workspaces: readonly string[];
}

export function readNpmPackage(text: string): NpmPackage {
  const { root } = readJson(text);
  const workspaces = under(root, 'workspaces');
  return {
    name: textOf(under(root, 'name')),
    imports: entriesOf(under(root, 'imports')).map(({ key }) => key),
    workspaces: textsOf(workspaces?.type === 'object' ? under(workspaces, 'packages') : workspaces),
  };
}

/** The globs of a `pnpm-workspace.yaml`; undefined where it is no YAML. */
export function readPnpmWorkspace(text: string): readonly string[] | undefined {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    if (0 < document.errors.length) return undefined;
    const read: unknown = document.toJS({ maxAliasCount: 100 });
    return asTexts(asTable(read)['packages']);
  } catch {
    return undefined;
  }
}
