import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import { Parser } from 'web-tree-sitter';
import type { LanguageId } from '../../core/questions/languageId.ts';

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
  const wasmBinary = readFileSync(join(grammars, 'web-tree-sitter.wasm'));
  // One runtime serves a thread, whoever starts it: ast-grep would look for the file elsewhere.
  await Parser.init({ wasmBinary });
  // Packed tighter than a VSIX packs: few repositories have rules of their own, all load the package.
  const packed = readFileSync(join(grammars, 'ast-grep.wasm.br'));
  const module = new WebAssembly.Module(brotliDecompressSync(packed));
  const { exports } = new WebAssembly.Instance(module, { './wasm_bg.js': astGrep });
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
  await astGrep.registerDynamicLanguage({
    [language]: expandoChar === undefined ? { libraryPath } : { libraryPath, expandoChar },
  });
  prepared.add(language);
}

const prepared = new Set<LanguageId>();
