import { baseName } from '../../core/packages/manifest.ts';
import type { ProjectFiles } from '../../core/ports.ts';
import type { Packages, Project } from '../../core/questions/project.ts';
import { createCargoPackages } from './cargoPackages.ts';
import { createGoPackages } from './goPackages.ts';
import { createManifests, memoized } from './manifests.ts';
import { createNpmPackages } from './npmPackages.ts';
import { noticesAround } from './notices.ts';
import { createPythonPackages } from './pythonPackages.ts';

/** Answers what is around any file of one repository; the same object for the same path. */
export interface Projects {
  of(path: string): Project;
}

/**
 * Reads projects when something of them is first asked for, and each file once: whoever hears that
 * manifests changed makes new ones.
 */
export function createProjects(files: ProjectFiles): Projects {
  const manifests = createManifests(files);
  const npm = createNpmPackages(files, manifests);
  const go = createGoPackages(files, manifests);
  const cargo = createCargoPackages(files, manifests);
  const python = createPythonPackages(files, manifests);
  const packagesOf = (path: string): Packages | undefined => {
    switch (/\.(\w+)$/.exec(baseName(path))?.[1]) {
      case 'ts':
      case 'tsx':
      case 'mts':
      case 'cts':
      case 'js':
      case 'jsx':
      case 'mjs':
      case 'cjs':
        return npm(path);
      case 'go':
        return go(path);
      case 'rs':
        return cargo(path);
      case 'py':
      case 'pyi':
        return python(path);
      default:
        return undefined;
    }
  };
  const known = memoized(packagesOf);
  const notices = memoized((path) => noticesAround(files, path));
  const of = memoized((path): Project => {
    return Object.freeze({
      get packages() {
        return known(path);
      },
      get notices() {
        return notices(path);
      },
    });
  });
  return Object.freeze({ of });
}

/** The project around one file. */
export function createProject(files: ProjectFiles, path: string): Project {
  return createProjects(files).of(path);
}
