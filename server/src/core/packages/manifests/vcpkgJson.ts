import { readJson, textOf, under } from '../json.ts';
import {
  baseName,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';

/** vcpkg's: a list of names, or of objects that have one. */
export const vcpkgJson: ManifestFormat = {
  ecosystem: 'cpp',
  matches: (path) => baseName(path) === 'vcpkg.json',
  read(path, text) {
    const { root, fault } = readJson(text);
    const listed = under(root, 'dependencies');
    const dependencies = (listed?.type === 'array' ? (listed.children ?? []) : []).flatMap(
      (one) => {
        const node = one.type === 'object' ? under(one, 'name') : one;
        const name = textOf(node);
        if (!node || name === undefined) return [];
        return [dependency(name, { start: node.offset, end: node.offset + node.length })];
      },
    );
    return manifestOf(dependencies, {
      name: textOf(under(root, 'name')),
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'JSON'),
    });
  },
};
