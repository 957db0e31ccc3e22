import {
  baseName,
  dependency,
  type Dependency,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';
import { asTable, asText, at, readToml, type Table, tableAt, tomlPlaces } from '../toml.ts';

const GROUPS = ['dependencies', 'dev-dependencies', 'build-dependencies'] as const;

/** Cargo's. Names are those of crates, also where code calls one otherwise. */
export const cargoToml: ManifestFormat = {
  ecosystem: 'cargo',
  matches: (path) => baseName(path) === 'Cargo.toml',
  read(path, text) {
    const { table, fault } = readToml(text);
    const places = tomlPlaces(text);
    const dependencies = groupsOf(table).flatMap(({ where, group }) =>
      Object.entries(group).map(([key, value]): Dependency => {
        const name = asText(at(asTable(value), 'package')) ?? key;
        // What the workspace has already is looked at where it is named for all.
        const isLocal =
          at(asTable(value), 'path') !== undefined || at(asTable(value), 'workspace') === true;
        return dependency(name, places.ofKey(where, key), { isLocal });
      }),
    );
    return manifestOf(dependencies, {
      name: asText(at(table, 'package', 'name')),
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, fault, 'TOML'),
    });
  },
};

/** What the code of a Cargo package may name, with `_` for `-`. */
export interface CargoNames {
  /** Crates by the name that code calls them. */
  readonly crates: ReadonlySet<string>;
  readonly isPackage: boolean;
  /** Before 2018 a path begins at the crate itself, so that its first word says nothing. */
  readonly isOld: boolean;
}

/** Reads what code may name; the same text as the manifest's. */
export function readCargoNames(text: string): CargoNames {
  const { table } = readToml(text);
  const keys = groupsOf(table)
    .filter(({ where }) => !where.startsWith('workspace'))
    .flatMap(({ group }) => Object.keys(group));
  const own = [asText(at(table, 'package', 'name')), asText(at(table, 'lib', 'name'))];
  const crates = [...keys, ...own].filter((name) => name !== undefined);
  const edition = at(table, 'package', 'edition');
  return {
    crates: new Set(crates.map((name) => name.replaceAll('-', '_'))),
    isPackage: at(table, 'package') !== undefined,
    isOld: edition === undefined || edition === '2015',
  };
}

function groupsOf(table: Table): readonly { readonly where: string; readonly group: Table }[] {
  const plain = GROUPS.map((name) => ({ where: name, group: tableAt(table, name) }));
  const targets = Object.entries(tableAt(table, 'target')).flatMap(([target, of]) =>
    GROUPS.map((name) => ({
      where: `target.${target}.${name}`,
      group: tableAt(asTable(of), name),
    })),
  );
  const shared = {
    where: 'workspace.dependencies',
    group: tableAt(table, 'workspace', 'dependencies'),
  };
  return [...plain, ...targets, shared];
}
