import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve, sep } from 'node:path';
import type { Files, ProjectFiles } from '../core/ports.ts';

/** No manifest and no lock file is larger. */
const MAX_BYTES = 64 << 20;

/** The project in a folder as the disk has it. Absolute folder; reads only, starts nothing. */
export function createProjectFiles(
  topLevel: string,
  env: Readonly<Record<string, string | undefined>>,
): ProjectFiles {
  const disk = filesUnder(topLevel, () => true);
  let python: readonly string[] | undefined;
  return Object.freeze({
    own: filesUnder(topLevel, (file) => file === topLevel || file.startsWith(topLevel + sep)),
    disk,
    get pythonFolders() {
      python ??= pythonFolders(disk, env);
      return python;
    },
  });
}

/** What was read of a project holds so long; manifests change seldom, and judgments are many. */
const HOLDS_MS = 10_000;

/** Gives the same project for a short while, then a new one that is read anew. */
export function createProjectReader(topLevel: string): () => ProjectFiles {
  let known: { readonly files: ProjectFiles; readonly since: number } | undefined;
  return () => {
    const now = performance.now();
    if (!known || HOLDS_MS < now - known.since) {
      known = { files: createProjectFiles(topLevel, process.env), since: now };
    }
    return known.files;
  };
}

function filesUnder(topLevel: string, mayRead: (file: string) => boolean): Files {
  const at = <T>(path: string, otherwise: T, read: (file: string) => T): T => {
    const file = resolve(topLevel, path);
    try {
      return mayRead(file) ? read(file) : otherwise;
    } catch {
      return otherwise;
    }
  };
  return Object.freeze({
    read: (path: string) =>
      at<string | undefined>(path, undefined, (file) => {
        const found = statSync(file);
        return found.isFile() && found.size <= MAX_BYTES ? readFileSync(file, 'utf8') : undefined;
      }),
    has: (path: string) =>
      at(path, false, (file) => statSync(file, { throwIfNoEntry: false }) !== undefined),
    list: (folder: string) => at<readonly string[]>(folder, [], (file) => readdirSync(file)),
  });
}

/** Where the Python that a shell would start looks for packages: an active environment, else PATH's. */
function pythonFolders(
  disk: Files,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const active = [env['VIRTUAL_ENV'], env['CONDA_PREFIX']].filter((root) => root !== undefined);
  const roots = 0 < active.length ? active : [...interpreterRoots(env), join(homedir(), '.local')];
  const found = roots.flatMap((root) => [
    ...disk
      .list(join(root, 'lib'))
      .filter((name) => /^(?:python|pypy)\d/.test(name))
      .flatMap((name) =>
        ['site-packages', 'dist-packages'].map((end) => join(root, 'lib', name, end)),
      ),
    join(root, 'Lib/site-packages'),
  ]);
  return [...new Set(found)].filter((folder) => disk.has(folder));
}

function interpreterRoots(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const roots = new Set<string>();
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    for (const name of ['python3', 'python', 'python.exe']) {
      const file = join(folder, name);
      try {
        if (folder === '' || !statSync(file).isFile()) continue;
        for (const root of rootsOf(realpathSync(file))) roots.add(root);
      } catch {
        // It is not there: the next one.
      }
    }
  }
  // Debian keeps what its own packages install apart from what people do.
  if (roots.has('/usr')) roots.add('/usr/local');
  return [...roots];
}

/** `bin/python3` in a root, `python.exe` at the root; pyenv's shims stand for any of its versions. */
function rootsOf(file: string): readonly string[] {
  const folder = dirname(file);
  if (folder.endsWith(`${sep}shims`)) {
    const versions = join(dirname(folder), 'versions');
    return readdirSync(versions).map((name) => join(versions, name));
  }
  return file.endsWith('.exe') ? [folder] : [dirname(folder)];
}
