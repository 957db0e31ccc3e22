import { entriesOf, readJson, textOf, under } from '../json.ts';
import {
  baseName,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';

/** Deno's: names that stand for packages of npm or JSR. */
export const denoJson: ManifestFormat = {
  ecosystem: 'npm',
  matches: (path) => /^(?:deno[\w.-]*\.jsonc?|import_map\.json)$/.test(baseName(path)),
  read(path, text) {
    const { root, fault } = readJson(text);
    const dependencies = entriesOf(under(root, 'imports')).flatMap(({ keyNode, value }) => {
      const name = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/.exec(textOf(value) ?? '')?.[1];
      const at = { start: keyNode.offset, end: value.offset + value.length };
      return name === undefined ? [] : [dependency(name, at)];
    });
    return manifestOf(dependencies, {
      name: textOf(under(root, 'name')),
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'JSON'),
    });
  },
};
