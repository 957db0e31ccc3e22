import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';
import { readRequirement } from '../pythonNames.ts';

/** setuptools' older file of settings. */
export const setupCfg: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => baseName(path) === 'setup.cfg',
  read(_path, text) {
    const dependencies = [];
    let section = '';
    let key = '';
    let name: string | undefined;
    let isOpen = false;
    for (const { line, start } of linesOf(text)) {
      if (/^\s*[#;]/.test(line)) continue;
      section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section;
      const set = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line);
      if (set) key = set[1] ?? '';
      const words = (set ? (set[2] ?? '') : /^\s+\S/.test(line) ? line : '').trim();
      if (words === '') continue;
      if (section === 'metadata' && key === 'name') name = words;
      const isWanted =
        (section === 'options' && /^(?:install|tests|setup)_requires$/.test(key)) ||
        section === 'options.extras_require';
      if (!isWanted) continue;
      if (words.startsWith('file:')) isOpen = true;
      const requirement = readRequirement(words);
      if (!requirement || words.startsWith('file:')) continue;
      const from = start + line.lastIndexOf(words);
      dependencies.push(
        dependency(requirement.name, { start: from, end: from + words.length }, requirement),
      );
    }
    return manifestOf(dependencies, { name, isOpen });
  },
};
