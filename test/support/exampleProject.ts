import type { LanguageId } from '../../server/src/core/questions/languageId.ts';
import type { Project } from '../../server/src/core/questions/project.ts';

/** The project that an example's files make. */
export function exampleProject(
  _path: string,
  _language: LanguageId,
  files: Readonly<Record<string, string>> | undefined,
): Project | undefined {
  return files === undefined ? undefined : { packages: undefined };
}
