import { baseName, dependency, type ManifestFormat, manifestOf, notReadable } from '../manifest.ts';
import { asTable, asText, readToml, tableAt, tomlPlaces } from '../toml.ts';

/** Pipenv's. */
export const pipfile: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => baseName(path) === 'Pipfile',
  read(path, text) {
    const { table, fault } = readToml(text);
    const places = tomlPlaces(text);
    const dependencies = ['packages', 'dev-packages'].flatMap((group) =>
      Object.entries(tableAt(table, group)).map(([name, value]) =>
        dependency(name, places.ofKey(group, name), {
          isLocal: asTable(value)['path'] !== undefined,
          condition: asText(asTable(value)['markers']),
        }),
      ),
    );
    return manifestOf(dependencies, {
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, fault, 'TOML'),
    });
  },
};
