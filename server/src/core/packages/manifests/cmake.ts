import {
  baseName,
  type Dependency,
  dependency,
  linesOf,
  type ManifestFormat,
  manifestOf,
} from '../manifest.ts';

/** Commands that bring somebody else's code into the build; the name may stand on the next line. */
const COMMAND =
  /^\s*(FetchContent_Declare|ExternalProject_Add|CPMAddPackage|CPMFindPackage|find_package)\s*\((.*)$/i;
const NAME = /^\s*(?:NAME\s+|URI\s+)?"?([\w.+:/-]+)/i;

/** CMake's lists. Variables are not looked into. */
export const cmake: ManifestFormat = {
  ecosystem: 'cpp',
  matches: (path) => baseName(path) === 'CMakeLists.txt' || path.endsWith('.cmake'),
  read(_path, text) {
    const dependencies: Dependency[] = [];
    let isWaiting = false;
    for (const { line, start } of linesOf(text)) {
      const bare = line.replace(/#.*$/, '');
      const inner: string | undefined = COMMAND.exec(bare)?.[2] ?? (isWaiting ? bare : undefined);
      if (inner === undefined) continue;
      const written: string | undefined = NAME.exec(inner)?.[1];
      isWaiting = written === undefined && !inner.includes(')');
      if (written === undefined) continue;
      const from = start + line.search(/\S/);
      dependencies.push(
        dependency(nameOf(written), { start: from, end: start + line.trimEnd().length }),
      );
    }
    return manifestOf(dependencies, { isOpen: true });
  },
};

/** `gh:fmtlib/fmt#11.0.0` is called `fmt`. */
function nameOf(written: string): string {
  const path = written.replace(/^\w+:/, '');
  return path.slice(path.lastIndexOf('/') + 1) || written;
}
