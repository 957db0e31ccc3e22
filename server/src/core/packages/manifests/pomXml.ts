import {
  baseName,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';
import { readXml } from '../xml.ts';

const NAMED = new Set(['dependency', 'plugin', 'extension', 'parent']);

/** Maven's. A plugin runs in the build, so it counts as well. */
export const pomXml: ManifestFormat = {
  ecosystem: 'maven',
  matches: (path) => baseName(path) === 'pom.xml' || path.endsWith('.pom'),
  read(path, text) {
    const { elements, fault } = readXml(text);
    const dependencies = elements.flatMap(({ name, around, fields, start, end }) => {
      const artifact = fields.get('artifactId');
      if (!NAMED.has(name) || artifact === undefined || around.includes('exclusions')) return [];
      const group = fields.get('groupId') ?? 'org.apache.maven.plugins';
      return [
        dependency(
          `${group}:${artifact}`,
          { start, end },
          { isLocal: /^\$\{(?:project|pom)\./.test(group) },
        ),
      ];
    });
    return manifestOf(dependencies, {
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'XML'),
    });
  },
};
