import { inFolder } from '../../core/packages/manifest.ts';
import {
  distributionOf,
  moduleOf,
  readFinder,
  readPth,
  readRecord,
  readTopLevel,
} from '../../core/packages/pythonInstalled.ts';
import { normalized } from '../../core/packages/pythonNames.ts';
import type { Files } from '../../core/ports.ts';

/** What is installed in the environments of a project. */
export interface PythonInstalled {
  /** Modules that an import finds. */
  readonly modules: ReadonlySet<string>;
  /** Names of distributions in their one form. */
  readonly distributions: ReadonlySet<string>;
  /** The distributions that bring a module; none where that is not told. */
  bringing(module: string): readonly string[];
  /** More may be there than was seen. */
  readonly isOpen: boolean;
}

/** Programs of installers and tools that add no folder; an editable package has a finder beside it. */
const TELLS_NOTHING = /^(?:distutils-precedence|_virtualenv|a1_coverage|__editable__)|-nspkg\.pth$/;
const VENV_NAMES = ['.venv', 'venv', 'env', '.env', 'virtualenv', '.virtualenv'];

/** The folders of packages of the virtual environments in these folders. */
export function findEnvironments(disk: Files, folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => VENV_NAMES.map((name) => inFolder(folder, name)))
    .filter((at) => disk.has(inFolder(at, 'pyvenv.cfg')) || disk.has(inFolder(at, 'conda-meta')))
    .flatMap((at) => packageFolders(disk, at));
}

/** Whether an environment lends itself the packages of the Python that it was made from. */
export function lendsPackages(disk: Files, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const root = folder.replace(/\/[Ll]ib(?:64)?\/.*$/, '');
    const settings = disk.read(inFolder(root, 'pyvenv.cfg')) ?? '';
    return /^\s*include-system-site-packages\s*=\s*true/im.test(settings);
  });
}

/** Reads the environments, as far as they tell; their code is not run. */
export function readInstalled(disk: Files, environments: readonly string[]): PythonInstalled {
  const modules = new Set<string>();
  const facts = new Map<string, string>();
  let isOpen = false;
  const addModules = (folder: string): readonly string[] => {
    const entries = disk.list(folder);
    for (const entry of entries) {
      const module = moduleOf(entry);
      if (module !== undefined) modules.add(module);
    }
    return entries;
  };
  for (const folder of environments) {
    for (const entry of addModules(folder)) {
      const distribution = distributionOf(entry);
      if (distribution !== undefined) facts.set(normalized(distribution), inFolder(folder, entry));
      if (entry.endsWith('.egg-link')) isOpen = true;
      if (/^__editable__.*_finder\.py$/.test(entry)) {
        for (const name of readFinder(disk.read(inFolder(folder, entry)) ?? '')) modules.add(name);
      }
      if (!entry.endsWith('.pth') || TELLS_NOTHING.test(entry)) continue;
      const { folders, isProgram } = readPth(disk.read(inFolder(folder, entry)) ?? '');
      isOpen ||= isProgram;
      for (const added of folders) {
        addModules(/^(?:\/|[A-Za-z]:)/.test(added) ? added : inFolder(folder, added));
      }
    }
  }
  let byModule: ReadonlyMap<string, readonly string[]> | undefined;
  return Object.freeze({
    modules,
    distributions: new Set(facts.keys()),
    isOpen,
    bringing(module: string): readonly string[] {
      byModule ??= readFacts(disk, facts);
      return byModule.get(module) ?? [];
    },
  });
}

function readFacts(
  disk: Files,
  facts: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const byModule = new Map<string, string[]>();
  for (const [distribution, folder] of facts) {
    const topLevel = disk.read(inFolder(folder, 'top_level.txt'));
    // A record names every file, so it is read only where nothing shorter tells the same.
    const modules =
      topLevel === undefined
        ? readRecord(disk.read(inFolder(folder, 'RECORD')) ?? '')
        : readTopLevel(topLevel);
    for (const module of modules) {
      const list = byModule.get(module) ?? [];
      byModule.set(module, list);
      list.push(distribution);
    }
  }
  return byModule;
}

/** `lib/python3.12/site-packages`, or Windows' `Lib/site-packages`. */
function packageFolders(disk: Files, environment: string): readonly string[] {
  const lib = inFolder(environment, 'lib');
  const found = disk
    .list(lib)
    .filter((name) => /^(?:python|pypy)\d/.test(name))
    .map((name) => inFolder(lib, `${name}/site-packages`));
  return [...found, inFolder(environment, 'Lib/site-packages')].filter((at) => disk.has(at));
}
