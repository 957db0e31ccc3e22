import { readJson, entriesOf, under } from './json.ts';
import { linesOf } from './manifest.ts';
import { normalized } from './pythonNames.ts';

/**
 * A kind of lock file: the names of all packages that were chosen. Lock files are long, so only names
 * are looked for, line by line; what is torn gives the names that are whole.
 */
export interface LockFormat {
  readonly file: string;
  read(text: string): ReadonlySet<string>;
}

/** What npm, Yarn, pnpm and Bun write. */
export const npmLocks: readonly LockFormat[] = [
  { file: 'package-lock.json', read: readPackageLock },
  { file: 'npm-shrinkwrap.json', read: readPackageLock },
  { file: 'yarn.lock', read: (text) => namesIn(text, /^"?(@[^@/\s"]+\/[^@\s"]+|[^@\s"#:]+)@/) },
  {
    file: 'pnpm-lock.yaml',
    // `/a@1:` and `/a/1:` of older versions, `a@1:` and `'@a/b@1':` of newer ones.
    read: (text) =>
      namesIn(text, /^ {2}['"]?\/?(@[^@/\s'"]+\/[^@/\s'"(]+|[^@/\s'"(:]+)[@/][^\s:]+:/),
  },
  { file: 'bun.lock', read: (text) => namesIn(text, /^ {4}"(@[^"/]+\/[^"/]+|[^"/@]+)": \[/) },
];

/** Cargo's. */
export const cargoLock: LockFormat = {
  file: 'Cargo.lock',
  read: (text) => namesIn(text, /^name\s*=\s*"([^"]+)"/),
};

/** What Poetry, uv, PDM and Pipenv write; names in the one form of their spellings. */
export const pythonLocks: readonly LockFormat[] = [
  ...['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml'].map((file) => ({
    file,
    read: (text: string) => normalizedAll(namesIn(text, /^name\s*=\s*"([^"]+)"/)),
  })),
  {
    file: 'Pipfile.lock',
    read: (text) => {
      const { root } = readJson(text);
      const groups = ['default', 'develop'].flatMap((group) => entriesOf(under(root, group)));
      return normalizedAll(groups.map(({ key }) => key));
    },
  },
];

/** Names are where they are unpacked to, or, before version 2, what `dependencies` are called. */
function readPackageLock(text: string): ReadonlySet<string> {
  return new Set([
    ...namesIn(text, /^\s*"[^"]*\bnode_modules\/((?:@[^"/]+\/)?[^"/]+)"\s*:/),
    ...namesIn(text, /^(?: {4,}|\t{2,})"((?:@[^"/]+\/)?[^"/\s]+)"\s*:\s*\{/),
  ]);
}

function namesIn(text: string, pattern: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { line } of linesOf(text)) {
    const name = pattern.exec(line)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

function normalizedAll(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map(normalized));
}
