import { words } from './words.ts';

/** First words of a path that name no crate of a registry. */
export const RUST_ROOTS: ReadonlySet<string> = words(`
  alloc core crate proc_macro self Self std super test
`);
