import type { ManifestFormat } from '../manifest.ts';
import { cargoToml } from './cargoToml.ts';
import { cmake } from './cmake.ts';
import { composerJson } from './composerJson.ts';
import { conanfile } from './conanfile.ts';
import { condaYaml } from './condaYaml.ts';
import { denoJson } from './denoJson.ts';
import { gemfile } from './gemfile.ts';
import { goMod } from './goMod.ts';
import { gradle } from './gradle.ts';
import { nuget } from './nuget.ts';
import { packageJson } from './packageJson.ts';
import { pipfile } from './pipfile.ts';
import { pomXml } from './pomXml.ts';
import { pyproject } from './pyproject.ts';
import { requirementsTxt } from './requirementsTxt.ts';
import { setupCfg } from './setupCfg.ts';
import { setupPy } from './setupPy.ts';
import { vcpkgJson } from './vcpkgJson.ts';

/** Every kind of manifest: one file and one line each. */
export const manifestFormats: readonly ManifestFormat[] = [
  packageJson,
  denoJson,
  pyproject,
  requirementsTxt,
  setupCfg,
  setupPy,
  pipfile,
  condaYaml,
  goMod,
  cargoToml,
  pomXml,
  gradle,
  nuget,
  gemfile,
  composerJson,
  vcpkgJson,
  conanfile,
  cmake,
];

/** The kind of manifest that a file is, by its path; undefined where it is none. */
export function formatOf(path: string): ManifestFormat | undefined {
  return manifestFormats.find((format) => format.matches(path));
}
