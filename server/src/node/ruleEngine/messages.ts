import type { LanguageId } from '../../core/questions/languageId.ts';
import type { EngineMatch, EngineRule } from '../../core/questions/team/ruleEngine.ts';

/** What the engine's thread is started with. */
export interface ThreadData {
  /** The folder of `ast-grep.wasm`, `web-tree-sitter.wasm` and the grammars' wasm files. */
  readonly grammars: string;
}

/** One text for the thread; it answers `read`, then once for each rule, in order. */
export interface ThreadRequest {
  readonly language: LanguageId;
  readonly text: string;
  readonly rules: readonly EngineRule[];
}

export type ThreadAnswer =
  /** The engine runs, and waits for a text. */
  | { readonly kind: 'ready' }
  /** The text is parsed: rules begin. */
  | { readonly kind: 'read' }
  /** The text cannot be parsed, or its grammar cannot be loaded. */
  | { readonly kind: 'unread'; readonly why: string }
  | { readonly kind: 'found'; readonly matches: readonly EngineMatch[] }
  | { readonly kind: 'refused'; readonly why: string };
