import type { Ecosystem } from './ecosystem.ts';
import { normalized } from './pythonNames.ts';

/** A name in the one form that all spellings have which its ecosystem takes for the same. */
export function oneForm(ecosystem: Ecosystem, name: string): string {
  switch (ecosystem) {
    case 'pypi':
      return normalized(name);
    case 'cargo':
      return name.replaceAll('-', '_');
    case 'nuget':
    case 'cpp':
    case 'packagist':
      return name.toLowerCase();
    default:
      return name;
  }
}
