import { baseName, dependency, linesOf, type ManifestFormat, manifestOf } from '../manifest.ts';

/** `implementation 'a:b:1'`, `testImplementation("a:b:1")`, `api platform("a:b:1")`, `classpath …`. */
const NOTATION =
  /^\s*(?:add\(\s*)?["']?\w+["']?\s*[,(]?\s*(?:(?:enforcedPlatform|platform|kotlin)\s*\(\s*)?(["'])([\w.-]+:[\w.-]+)(?::[^"']*)?\1/;
/** `implementation group: 'a', name: 'b', version: '1'`. */
const NAMED =
  /^\s*\w+\s*\(?\s*group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/;
/** `x = { module = "a:b", version.ref = "x" }` of a version catalogue. */
const MODULE = /^\s*[\w.-]+\s*=\s*(?:\{.*\bmodule\s*=\s*)?"([\w.-]+:[\w.-]+)(?::[^"]*)?"/;

/** Gradle's build scripts, in Groovy or Kotlin, and its version catalogues. */
export const gradle: ManifestFormat = {
  ecosystem: 'maven',
  matches: (path) => /\.gradle(?:\.kts)?$|^libs\.versions\.toml$/.test(baseName(path)),
  read(path, text) {
    const isCatalogue = path.endsWith('.toml');
    const dependencies = [];
    for (const { line, start } of linesOf(text)) {
      const name = isCatalogue ? MODULE.exec(line)?.[1] : nameIn(line);
      if (name === undefined || /^\s*(?:\/\/|\*)/.test(line)) continue;
      const from = start + line.search(/\S/);
      dependencies.push(dependency(name, { start: from, end: start + line.trimEnd().length }));
    }
    return manifestOf(dependencies, { isOpen: true });
  },
};

function nameIn(line: string): string | undefined {
  const notation = NOTATION.exec(line)?.[2];
  if (notation !== undefined) return notation;
  const [, group, name] = NAMED.exec(line) ?? [];
  return group === undefined || name === undefined ? undefined : `${group}:${name}`;
}
