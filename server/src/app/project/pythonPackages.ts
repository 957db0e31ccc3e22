import { pythonLocks } from '../../core/packages/locks.ts';
import { folderOf, inFolder } from '../../core/packages/manifest.ts';
import { condaYaml } from '../../core/packages/manifests/condaYaml.ts';
import { pipfile } from '../../core/packages/manifests/pipfile.ts';
import { pyproject } from '../../core/packages/manifests/pyproject.ts';
import { listsTakenIn, requirementsTxt } from '../../core/packages/manifests/requirementsTxt.ts';
import { setupCfg } from '../../core/packages/manifests/setupCfg.ts';
import { setupPy } from '../../core/packages/manifests/setupPy.ts';
import {
  PYTHON_HOST_MODULES,
  PYTHON_MODULES,
  PYTHON_TOOLS,
} from '../../core/packages/names/python.ts';
import { importsOf, mayBring } from '../../core/packages/names/pythonImports.ts';
import { popularNames } from '../../core/packages/names/popular.ts';
import { normalized } from '../../core/packages/pythonNames.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import type { ModuleStanding, Packages } from '../../core/questions/project.ts';
import {
  foldersAbove,
  joined,
  type Manifests,
  memoized,
  type PlacedManifest,
} from './manifests.ts';
import { createPythonModules } from './pythonModules.ts';
import { findEnvironments, lendsPackages, readInstalled } from './pythonInstalled.ts';

const KNOWN: ModuleStanding = { kind: 'known' };
const FORMATS = [pyproject, setupCfg, setupPy, pipfile, condaYaml, requirementsTxt];

/** Python's packages as the code of a folder sees them; undefined where no manifest above it names any. */
export function createPythonPackages(
  files: ProjectFiles,
  manifests: Manifests,
): (path: string) => Packages | undefined {
  const manifestsIn = memoized((folder: string) => readManifests(files, manifests, folder));
  const locked = memoized((folder: string) => {
    const names = pythonLocks.flatMap(({ file, read }) => {
      const text = manifests.text(inFolder(folder, file));
      return text === undefined ? [] : [...read(text)];
    });
    return new Set(names);
  });
  const modules = createPythonModules(files);

  const ofFolder = memoized((folder: string): Packages | undefined => {
    const folders = foldersAbove(inFolder(folder, 'x'));
    const read = folders.flatMap(manifestsIn);
    const [nearest] = read;
    if (!nearest) return undefined;
    const dependencies = read.flatMap((one) => one.dependencies);
    const declared = new Set(dependencies.map(({ name }) => normalized(name)));
    for (const { name } of read) if (name !== undefined) declared.add(normalized(name));
    const isOpen = read.some((one) => one.isOpen);

    const inProject = findEnvironments(files.disk, [...folders, '..']);
    const isLent = inProject.length === 0 || lendsPackages(files.disk, inProject);
    const environments = [...inProject, ...(isLent ? files.pythonFolders : [])];
    const installed = readInstalled(files.disk, environments);
    const popular = popularNames('pypi');
    /** What is declared and not there: nobody knows what it would bring, but for the best known. */
    const absent = dependencies.filter(
      ({ name, isLocal }) => !isLocal && !installed.distributions.has(normalized(name)),
    );
    const unknown = absent.filter(
      ({ name }) => importsOf(name) === undefined && !popular.has(normalized(name)),
    );
    const isForOthers = ({ condition = '' }: (typeof absent)[number]): boolean =>
      /python_version|python_full_version/.test(condition);
    const isComplete = 0 < environments.length && !installed.isOpen && unknown.every(isForOthers);

    const wellKnown = new Set(dependencies.flatMap(({ name }) => importsOf(name) ?? []));
    const isDeclared = (name: string): boolean => declared.has(normalized(name));
    const standingOf = (module: string): ModuleStanding => {
      const [root = ''] = module.split('.');
      if (
        root === '' ||
        root.startsWith('_') ||
        PYTHON_MODULES.has(root) ||
        PYTHON_TOOLS.has(root)
      ) {
        return KNOWN;
      }
      if (PYTHON_HOST_MODULES.has(root)) return { kind: 'unsure', package: undefined };
      if (wellKnown.has(root) || isDeclared(root)) return KNOWN;
      // From here on folders are walked and installations read, so what is plain comes before.
      const local = modules.standingOf(root);
      if (local === 'own') return KNOWN;
      const manifest = nearest.path;
      if (installed.modules.has(root)) {
        const bringing = installed.bringing(root);
        if (bringing.some(isDeclared)) return KNOWN;
        const isUndeclared =
          0 < inProject.length &&
          0 < bringing.length &&
          !isOpen &&
          local === 'none' &&
          !unknown.some(({ name }) => mayBring(name, root));
        return isUndeclared
          ? { kind: 'undeclared', package: root, manifest }
          : { kind: 'unsure', package: undefined };
      }
      if (unknown.some(({ name }) => mayBring(name, root))) return KNOWN;
      const isUnsure = isOpen || !isComplete || local === 'perhaps';
      if (isUnsure) return { kind: 'unsure', package: root };
      const kind = folders.some((at) => locked(at).has(normalized(root)))
        ? 'undeclared'
        : 'missing';
      return { kind, package: root, manifest };
    };
    return Object.freeze({
      ecosystem: 'pypi',
      manifest: nearest.path,
      standingOf: memoized(standingOf),
      declared: dependencies.map(({ name }) => name),
      problems: read.flatMap(({ problem }) => problem ?? []),
    });
  });
  return (path) => ofFolder(folderOf(path));
}

/** The manifests of a folder that name packages, with the lists that those take in. */
function readManifests(
  files: ProjectFiles,
  manifests: Manifests,
  folder: string,
): readonly PlacedManifest[] {
  const names = files.own.list(folder);
  const lists = names.includes('requirements')
    ? files.own.list(inFolder(folder, 'requirements')).map((name) => `requirements/${name}`)
    : [];
  const found = FORMATS.flatMap((format) =>
    [...names, ...lists]
      .map((name) => inFolder(folder, name))
      .filter((path) => format.matches(path))
      .flatMap((path) => {
        const read = manifests.read(format, path);
        return read ? [read] : [];
      }),
  );
  const seen = new Set(found.map(({ path }) => path));
  const all = [...found];
  for (const one of all) {
    if (!requirementsTxt.matches(one.path)) continue;
    for (const list of listsTakenIn(manifests.text(one.path) ?? '')) {
      const path = joined(folderOf(one.path), list);
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      const read = manifests.read(requirementsTxt, path);
      if (read) all.push(read);
      else all.push({ ...one, dependencies: [], isOpen: true });
    }
  }
  // A file of settings only, or one that could not be read, names nothing.
  return all.filter(
    (one) =>
      0 < one.dependencies.length ||
      one.isOpen ||
      requirementsTxt.matches(one.path) ||
      one.name !== undefined,
  );
}
