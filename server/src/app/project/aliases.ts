import { entriesOf, readJson } from '../../core/packages/json.ts';
import { folderOf, inFolder } from '../../core/packages/manifest.ts';
import { fits, readTsConfig } from '../../core/packages/tsconfig.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import { joined, type Manifests, memoized } from './manifests.ts';

/** Whether a module is a name that the project itself gives to its files. */
export type Alias = 'yes' | 'perhaps' | 'no';

const TS_CONFIG = /^[jt]sconfig(?:\.[\w.-]+)?\.json$/;
/** Files of tools that know aliases: programs, so their words are all that is asked of them. */
const TOOL_CONFIG =
  /^(?:[\w.-]+\.config\.[cm]?[jt]s(?:on)?|\.babelrc(?:\.\w+)?|babel\.config\.json|jest\.config\.json|craco\.config\.js|quasar\.conf\.js|ember-cli-build\.js|angular\.json|gulpfile\.js|Gruntfile\.js|system\.config\.js|require\.?config\.js)$/;
/** What a tool's settings take in themselves is no alias. */
const TAKES_IN = /^.*(?:\bfrom\s*['"]|\brequire\(|^\s*import\s*['"]).*$/gm;
/** The parts of a `package.json` in which tools are told of aliases. */
const ALIAS_KEYS = ['jest', 'alias', '_moduleAliases', 'browser', 'babel', 'moduleAliases'];
const MAX_EXTENDS = 10;
const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.d.ts', '.json', '.vue', '.svelte'];

interface Settings {
  readonly patterns: readonly string[];
  /** Folders that bare names may be found in. */
  readonly roots: readonly string[];
  readonly isOpen: boolean;
}

/** Looks for a module among what TypeScript's, a bundler's or a test runner's settings rename. */
export function createAliases(
  files: ProjectFiles,
  manifests: Manifests,
): (folders: readonly string[], module: string, name: string) => Alias {
  const settingsIn = memoized((folder: string) => readSettings(files, manifests, folder));
  const toolTexts = memoized((folder: string) => [
    ...files.own
      .list(folder)
      .filter((name) => TOOL_CONFIG.test(name))
      .map((name) => (manifests.text(inFolder(folder, name)) ?? '').replace(TAKES_IN, '')),
    aliasesIn(manifests.text(inFolder(folder, 'package.json')) ?? ''),
  ]);
  const isThere = memoized((path: string) =>
    ENDINGS.some((ending) => files.own.has(`${path}${ending}`)),
  );
  return (folders, module, name) => {
    const settings = folders.map(settingsIn);
    const isPattern = settings.some(({ patterns }) => patterns.some((one) => fits(one, module)));
    if (isPattern) return 'yes';
    const first = module.split('/')[0] ?? module;
    if (settings.some(({ roots }) => roots.some((root) => isThere(inFolder(root, first))))) {
      return 'yes';
    }
    if (settings.some(({ isOpen }) => isOpen)) return 'perhaps';
    // A folder of that name beside the manifest: some setting will lead there.
    const isFolder = folders.some(
      (folder) => isThere(inFolder(folder, first)) || isThere(inFolder(folder, `src/${first}`)),
    );
    if (isFolder) return 'perhaps';
    const isNamed = folders.some((folder) =>
      toolTexts(folder).some((text) => speaksOf(text, first, name)),
    );
    return isNamed ? 'perhaps' : 'no';
  };
}

function aliasesIn(manifest: string): string {
  return entriesOf(readJson(manifest).root)
    .filter(({ key }) => ALIAS_KEYS.includes(key))
    .map(({ value }) => manifest.slice(value.offset, value.offset + value.length))
    .join('\n');
}

/** Whether a word stands in a text as a name of its own: `app:`, `'app'`, `^app/`. */
function speaksOf(text: string, first: string, name: string): boolean {
  for (const word of new Set([first, name])) {
    for (let i = text.indexOf(word); 0 <= i; i = text.indexOf(word, i + 1)) {
      const before = text[i - 1] ?? ' ';
      const behind = text[i + word.length] ?? ' ';
      if (!/[\w@/.-]/.test(before) && !/[\w.-]/.test(behind)) return true;
    }
  }
  return false;
}

function readSettings(files: ProjectFiles, manifests: Manifests, folder: string): Settings {
  const patterns: string[] = [];
  const roots: string[] = [];
  let isOpen = false;
  const waiting = files.own
    .list(folder)
    .filter((name) => TS_CONFIG.test(name))
    .map((name) => ({ path: inFolder(folder, name), depth: 0 }));
  const seen = new Set<string>();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one.path)) continue;
    seen.add(one.path);
    const text = manifests.text(one.path);
    if (text === undefined || MAX_EXTENDS < one.depth) {
      isOpen = true;
      continue;
    }
    const read = readTsConfig(text);
    patterns.push(...read.paths);
    isOpen ||= read.isTorn;
    const at = folderOf(one.path);
    const root = read.baseUrl === undefined ? undefined : joined(at, read.baseUrl);
    if (root !== undefined) roots.push(root);
    for (const base of read.extends) {
      // Settings out of a package are shared by many projects, so they hold no aliases of this one.
      if (!base.startsWith('.')) continue;
      const path = joined(at, base);
      if (path === undefined) isOpen = true;
      else waiting.push({ path: extended(files, path), depth: one.depth + 1 });
    }
  }
  return { patterns, roots, isOpen };
}

/** `extends` may leave the ending out. */
function extended(files: ProjectFiles, path: string): string {
  return path.endsWith('.json') || files.own.read(path) !== undefined ? path : `${path}.json`;
}
