import { baseName } from './manifest.ts';

const NAMES =
  /^(?:package\.json|deno[\w.-]*\.jsonc?|import_map\.json|CMakeLists\.txt|.*\.cmake|pyproject\.toml|setup\.(?:cfg|py)|Pipfile|environment[\w.-]*\.ya?ml|go\.mod|Cargo\.toml|pom\.xml|.*\.pom|.*\.gradle(?:\.kts)?|libs\.versions\.toml|.*\.(?:cs|fs|vb)proj|Directory\.(?:Packages|Build)\.(?:props|targets)|packages\.config|Gemfile|gems\.rb|.*\.gemspec|composer\.json|vcpkg\.json|conanfile\.(?:txt|py)|(?:[\w.-]*requirements?[\w.-]*|constraints[\w.-]*)\.(?:txt|in))$/;

/**
 * Whether a file is a manifest of packages, by its path: the same as the table of formats says, for
 * those who need not load what reads them.
 */
export function isManifestPath(path: string): boolean {
  return NAMES.test(baseName(path)) || /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path);
}
