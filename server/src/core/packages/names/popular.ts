import type { Ecosystem } from '../ecosystem.ts';
import { CARGO } from './popular/cargo.ts';
import { CPP } from './popular/cpp.ts';
import { GO } from './popular/go.ts';
import { MAVEN } from './popular/maven.ts';
import { NPM } from './popular/npm.ts';
import { NUGET } from './popular/nuget.ts';
import { PACKAGIST } from './popular/packagist.ts';
import { PYPI } from './popular/pypi.ts';
import { RUBYGEMS } from './popular/rubygems.ts';

/** One file and one line an ecosystem. */
const POPULAR: { readonly [E in Ecosystem]: ReadonlySet<string> } = {
  npm: NPM,
  pypi: PYPI,
  go: GO,
  cargo: CARGO,
  maven: MAVEN,
  nuget: NUGET,
  rubygems: RUBYGEMS,
  packagist: PACKAGIST,
  cpp: CPP,
};

/** Well known names of an ecosystem: what a wrong one may have been meant to be. */
export function popularNames(ecosystem: Ecosystem): ReadonlySet<string> {
  return POPULAR[ecosystem];
}
