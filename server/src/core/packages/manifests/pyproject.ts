import {
  baseName,
  dependency,
  type Dependency,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';
import { readRequirement } from '../pythonNames.ts';
import {
  asTable,
  asText,
  asTexts,
  at,
  readToml,
  type Table,
  tableAt,
  tomlPlaces,
  type TomlPlaces,
} from '../toml.ts';

/** `[project]` (PEP 621), groups (PEP 735), and the tables of Poetry, PDM, uv and Hatch. */
export const pyproject: ManifestFormat = {
  ecosystem: 'pypi',
  matches: (path) => baseName(path) === 'pyproject.toml',
  read(path, text) {
    const { table, fault } = readToml(text);
    const places = tomlPlaces(text);
    const local = new Set(
      Object.keys(tableAt(table, 'tool', 'uv', 'sources')).filter((name) => {
        const source = tableAt(table, 'tool', 'uv', 'sources', name);
        return source['workspace'] !== undefined || source['path'] !== undefined;
      }),
    );
    const listed = listsIn(table).flatMap(({ where, items }) =>
      items.flatMap((item) => {
        const requirement = readRequirement(item);
        if (!requirement) return [];
        const isLocal = requirement.isLocal || local.has(requirement.name);
        return [
          dependency(requirement.name, places.ofText(where, item), { ...requirement, isLocal }),
        ];
      }),
    );
    const dependencies = [...listed, ...poetry(table, places)];
    const isDynamic = asTexts(at(table, 'project', 'dynamic')).includes('dependencies');
    return manifestOf(dependencies, {
      name: asText(at(table, 'project', 'name')) ?? asText(at(table, 'tool', 'poetry', 'name')),
      isOpen: fault !== undefined || isDynamic,
      problem: fault === undefined ? undefined : notReadable(path, fault, 'TOML'),
    });
  },
};

interface Listed {
  readonly where: string;
  readonly items: readonly string[];
}

function listsIn(table: Table): readonly Listed[] {
  const groups = (...keys: readonly string[]): Listed[] =>
    Object.entries(tableAt(table, ...keys)).map(([, items]) => ({
      where: keys.join('.'),
      items: asTexts(items),
    }));
  const environments = Object.values(tableAt(table, 'tool', 'hatch', 'envs')).flatMap((of) => [
    ...asTexts(asTable(of)['dependencies']),
    ...asTexts(asTable(of)['extra-dependencies']),
  ]);
  return [
    { where: 'project', items: asTexts(at(table, 'project', 'dependencies')) },
    ...groups('project', 'optional-dependencies'),
    ...groups('dependency-groups'),
    ...groups('tool', 'pdm', 'dev-dependencies'),
    { where: 'tool.uv', items: asTexts(at(table, 'tool', 'uv', 'dev-dependencies')) },
    { where: 'tool.hatch', items: environments },
  ];
}

/** Poetry's own tables have names as keys. */
function poetry(table: Table, places: TomlPlaces): Dependency[] {
  const groups = Object.keys(tableAt(table, 'tool', 'poetry', 'group'));
  const tables = [
    ['dependencies'],
    ['dev-dependencies'],
    ...groups.map((group) => ['group', group, 'dependencies']),
  ].map((keys) => ['tool', 'poetry', ...keys]);
  return tables.flatMap((keys) =>
    Object.entries(tableAt(table, ...keys))
      .filter(([name]) => name !== 'python')
      .map(([name, value]) => {
        const isLocal = asTable(value)['path'] !== undefined;
        const condition = asText(asTable(value)['markers']) ?? asText(asTable(value)['python']);
        return dependency(name, places.ofKey(keys.join('.'), name), { isLocal, condition });
      }),
  );
}
