import type { Node } from 'jsonc-parser';
import { entriesOf, readJson, textOf, under } from '../json.ts';
import {
  baseName,
  type Dependency,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';

const GROUPS: readonly string[] = [
  ...['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'],
  ...['bundleDependencies', 'bundledDependencies'],
];

/** npm's, as pnpm, Yarn and Bun read it too. */
export const packageJson: ManifestFormat = {
  ecosystem: 'npm',
  matches: (path) => baseName(path) === 'package.json',
  read(path, text) {
    const { root, fault } = readJson(text);
    const dependencies = GROUPS.flatMap((group) => dependenciesIn(under(root, group)));
    return manifestOf(dependencies, {
      name: textOf(under(root, 'name')),
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'JSON'),
    });
  },
};

function dependenciesIn(group: Node | undefined): Dependency[] {
  if (group?.type === 'array') {
    return (group.children ?? []).flatMap((one) => {
      const name = textOf(one);
      return name === undefined ? [] : [dependency(name, rangeOf(one))];
    });
  }
  return entriesOf(group).map(({ key, keyNode, value }) =>
    dependency(key, rangeOf(keyNode, value), {
      isLocal: /^(?:workspace|file|link|portal):|^\.{1,2}\//.test(textOf(value) ?? ''),
    }),
  );
}

function rangeOf(first: Node, last: Node = first): { start: number; end: number } {
  return { start: first.offset, end: last.offset + last.length };
}
