import { HOST_MODULES, HOST_SCOPES, NODE_MODULES, NODE_PREFIXED } from './names/node.ts';

/** What an import of JavaScript names, by its words alone. */
export type NpmModule =
  /** A file, a module of Node's, something that the host or a bundler brings. */
  | { readonly kind: 'own' }
  /** `#…`, told by the package's own `imports`. */
  | { readonly kind: 'inner' }
  | { readonly kind: 'package'; readonly name: string }
  /** No name that npm could have. */
  | { readonly kind: 'strange' };

const PACKAGE = /^(?:@[a-z0-9_][\w.~-]*\/)?[a-z0-9_][\w.~-]*$/i;

export function readNpmModule(module: string): NpmModule {
  if (module === '' || /^[./\\]|^[A-Za-z]:[\\/]/.test(module)) return { kind: 'own' };
  if (module.startsWith('#')) return { kind: 'inner' };
  if (NODE_PREFIXED.has(module)) return { kind: 'own' };
  const bare = module.startsWith('node:') ? module.slice('node:'.length) : module;
  const [first = '', second = ''] = bare.split('/');
  if (NODE_MODULES.has(bare) || NODE_MODULES.has(first) || HOST_MODULES.has(first)) {
    return { kind: 'own' };
  }
  // `node:` of a newer Node, `virtual:`, `https:`, loaders' `!`, queries.
  if (/[:!?]/.test(module) || HOST_SCOPES.has(first)) return { kind: 'strange' };
  const name = bare.startsWith('@') ? `${first}/${second}` : first;
  // npm takes no capitals: bundlers' own words for a folder are written with them.
  if (/^(?:@[^/]*\/)?[A-Z]/.test(name)) return { kind: 'strange' };
  return PACKAGE.test(name) ? { kind: 'package', name } : { kind: 'strange' };
}
