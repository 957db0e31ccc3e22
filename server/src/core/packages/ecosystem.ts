/** Where packages of a sort come from: each has names of its own. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'go'
  | 'cargo'
  | 'maven'
  | 'nuget'
  | 'rubygems'
  | 'packagist'
  | 'cpp';

/** How a sentence calls a package of it: "a new … dependency". */
export const ECOSYSTEM_WORDS: { readonly [E in Ecosystem]: string } = {
  npm: 'npm',
  pypi: 'Python',
  go: 'Go',
  cargo: 'Rust',
  maven: 'Java',
  nuget: '.NET',
  rubygems: 'Ruby',
  packagist: 'PHP',
  cpp: 'C++',
};
