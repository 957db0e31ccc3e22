import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';
import { readRequirement } from '../pythonNames.ts';

/** pip's lists of requirements and constraints. */
export const requirementsTxt: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) =>
    /^(?:[\w.-]*requirements?[\w.-]*|constraints[\w.-]*)\.(?:txt|in)$/.test(baseName(path)) ||
    /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path),
  read(_path, text) {
    const dependencies = [];
    let isOpen = false;
    let isContinued = false;
    for (const { line, start } of linesOf(text)) {
      const words = line.replace(/(?:^|\s)#.*$/, '').trim();
      const isMore = isContinued;
      isContinued = words.endsWith('\\');
      if (words === '' || isMore) continue;
      // An address does not say what it brings. Lists that are taken in: see below.
      if (/^(?:(?:-e|--editable)[\s=]*)?[\w+]+:\/\//.test(words) && !words.includes('#egg=')) {
        isOpen = true;
      }
      const requirement = words.startsWith('-') ? undefined : readRequirement(words);
      if (!requirement || /^\S+:\/\/|^\.{1,2}\//.test(words)) continue;
      const from = start + line.indexOf(requirement.name);
      dependencies.push(
        dependency(
          requirement.name,
          { start: from, end: start + line.trimEnd().length },
          requirement,
        ),
      );
    }
    return manifestOf(dependencies, { isOpen });
  },
};

/** The other lists that a list takes in, as written. */
export function listsTakenIn(text: string): readonly string[] {
  return [...linesOf(text)].flatMap(({ line }) => {
    const list = /^\s*(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
    return list ?? [];
  });
}
