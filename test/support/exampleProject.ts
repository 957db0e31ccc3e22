import { createProject } from '../../server/src/app/project/project.ts';
import type { Files, ProjectFiles } from '../../server/src/core/ports.ts';
import type { LanguageId } from '../../server/src/core/questions/languageId.ts';
import type { Project } from '../../server/src/core/questions/project.ts';

/** The project that an example's files make; a path in `node_modules` or `site-packages` is an installation. */
export function exampleProject(
  path: string,
  _language: LanguageId,
  files: Readonly<Record<string, string>> | undefined,
): Project | undefined {
  return files === undefined ? undefined : createProject(filesOf(files), path);
}

/** Files that are in memory only. */
export function filesOf(texts: Readonly<Record<string, string>>): ProjectFiles {
  const paths = Object.keys(texts);
  const isUnder = (folder: string) => (path: string) =>
    folder === '' || path.startsWith(`${folder}/`);
  const files: Files = {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    has: (path) => Object.hasOwn(texts, path) || paths.some(isUnder(path)),
    list(folder) {
      const inside = paths
        .filter(isUnder(folder))
        .map((path) => path.slice(folder === '' ? 0 : folder.length + 1));
      return [...new Set(inside.map((path) => path.split('/')[0] ?? path))];
    },
  };
  return { own: files, disk: files, pythonFolders: [] };
}
