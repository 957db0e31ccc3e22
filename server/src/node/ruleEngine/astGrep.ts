import { join } from 'node:path';
import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import { Language, Parser } from 'web-tree-sitter';
import type { LanguageId } from '../../core/questions/languageId.ts';
import { readPackedNow } from '../packedFile.ts';

/** A letter to every grammar, that nobody begins a name with. */
export const EXPANDO = 'µ';

/** The grammar of each language, and what stands for `$` in patterns where `$A` is no name there. */
const GRAMMARS: { readonly [L in LanguageId]: readonly [grammar: string, expando?: string] } = {
  typescript: ['typescript'],
  tsx: ['tsx'],
  javascript: ['javascript'],
  python: ['python', EXPANDO],
  go: ['go', EXPANDO],
  rust: ['rust', EXPANDO],
  java: ['java'],
  csharp: ['c-sharp', EXPANDO],
  cpp: ['cpp', EXPANDO],
  ruby: ['ruby', EXPANDO],
  php: ['php', EXPANDO],
};

/** Starts ast-grep's WebAssembly in this thread; throws where it cannot. */
export async function startAstGrep(grammars: string): Promise<void> {
  const wasmBinary = readPackedNow(join(grammars, 'web-tree-sitter.wasm'));
  // One runtime serves a thread, whoever starts it: ast-grep would look for the file elsewhere.
  await Parser.init({ wasmBinary });
  const module = new WebAssembly.Module(readPackedNow(join(grammars, 'ast-grep.wasm')));
  const { exports } = new WebAssembly.Instance(module, {
    './wasm_bg.js': { ...astGrep, ...readingPacked() },
  });
  astGrep.__wbg_set_wasm(exports);
  const start = exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  await astGrep.initializeTreeSitter();
}

/** Makes a language known, once; throws where its grammar cannot be loaded. */
export async function prepareLanguage(language: LanguageId, grammars: string): Promise<void> {
  if (prepared.has(language)) return;
  const [grammar, expandoChar] = GRAMMARS[language];
  const libraryPath = join(grammars, `tree-sitter-${grammar}.wasm`);
  loading = libraryPath;
  await astGrep.registerDynamicLanguage({
    [language]: expandoChar === undefined ? { libraryPath } : { libraryPath, expandoChar },
  });
  prepared.add(language);
}

/** ast-grep would read a grammar as it lies there; languages are prepared one after the other. */
function readingPacked(): Readonly<Record<string, () => Promise<Language>>> {
  const names = Object.keys(astGrep).filter((name) => name.startsWith('__wbg_load_'));
  return Object.fromEntries(
    names.map((name) => [name, () => Language.load(readPackedNow(loading))]),
  );
}

let loading = '';

const prepared = new Set<LanguageId>();
