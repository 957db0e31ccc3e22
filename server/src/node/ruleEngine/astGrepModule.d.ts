/**
 * The module inside `@ast-grep/wasm` that its main file fills with the WebAssembly's exports by an
 * import that neither Node nor a bundle can do; we fill it ourselves.
 */
declare module '@ast-grep/wasm/wasm_bg.js' {
  export * from '@ast-grep/wasm';
  export function __wbg_set_wasm(exports: object): void;
}

/** As much of the global as is used here: neither the language's types nor Node's have it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, object>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
