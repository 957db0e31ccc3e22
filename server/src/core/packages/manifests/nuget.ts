import {
  baseName,
  dependency,
  lineAt,
  type ManifestFormat,
  manifestOf,
  notReadable,
} from '../manifest.ts';
import { readXml } from '../xml.ts';

const NAMED = new Set(['PackageReference', 'PackageVersion', 'GlobalPackageReference']);

/** .NET's project files, central package versions, and the older `packages.config`. */
export const nuget: ManifestFormat = {
  ecosystem: 'nuget',
  matches: (path) =>
    /\.(?:cs|fs|vb)proj$|^Directory\.(?:Packages|Build)\.(?:props|targets)$|^packages\.config$/.test(
      baseName(path),
    ),
  read(path, text) {
    const { elements, fault } = readXml(text);
    const dependencies = elements.flatMap(({ name, attributes, start, end }) => {
      const id = NAMED.has(name)
        ? attributes['Include']
        : name === 'package'
          ? attributes['id']
          : undefined;
      return id === undefined || id.includes('$(') ? [] : [dependency(id, { start, end })];
    });
    return manifestOf(dependencies, {
      isOpen: fault !== undefined,
      problem: fault === undefined ? undefined : notReadable(path, lineAt(text, fault), 'XML'),
    });
  },
};
