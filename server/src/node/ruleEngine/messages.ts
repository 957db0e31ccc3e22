import type { LanguageId } from '../../core/questions/languageId.ts';
import type { EngineAnswer, EngineRule } from '../../core/questions/team/ruleEngine.ts';

/** What the engine's thread is started with. */
export interface ThreadData {
  /** The folder of `ast-grep.wasm`, `web-tree-sitter.wasm` and the grammars' wasm files. */
  readonly grammars: string;
}

/** One text for the thread; it answers `read` or `unread`, then once for each rule, in order. */
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
  /** The text cannot be parsed, its grammar cannot be loaded, or a rule fell over it: a new thread is due. */
  | { readonly kind: 'unread'; readonly why: string }
  | { readonly kind: 'ran'; readonly answer: RanAnswer; readonly ms: number };

/** What running a rule to its end gives. */
export type RanAnswer = Extract<EngineAnswer, { readonly kind: 'found' | 'refused' }>;
