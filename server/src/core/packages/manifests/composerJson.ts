import { entriesOf, readJson, textOf, under } from '../json.ts';
import {
  baseName,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';

/** PHP's Composer. `php` and `ext-…` are the platform, no packages. */
export const composerJson: ManifestFormat = {
  ecosystem: 'packagist',
  matches: (path) => baseName(path) === 'composer.json',
  read(path, text) {
    const { root, fault } = readJson(text);
    const dependencies = ['require', 'require-dev']
      .flatMap((group) => entriesOf(under(root, group)))
      .filter(({ key }) => key.includes('/'))
      .map(({ key, keyNode, value }) =>
        dependency(key, { start: keyNode.offset, end: value.offset + value.length }),
      );
    return manifestOf(dependencies, {
      name: textOf(under(root, 'name')),
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'JSON'),
    });
  },
};
