/**
 * What a block is asked, and what a person answers. Lines and characters are 0-based (LSP), characters
 * in UTF-16 units; times are ISO 8601 in UTC.
 */

/** Request. What is asked and told about one block of one document version. */
export const QUESTIONS = 'countersign/questions';
/** Request. A person answers a question, or takes an answer back. */
export const ANSWER = 'countersign/answer';
/** Request. The page of a rule, as Markdown. */
export const RULE_PAGE = 'countersign/rulePage';

/**
 * To server. All errors and deprecations that other extensions tell of a document's version; it takes
 * the place of what was told before. They are shown and kept in this clone, and decide nothing.
 */
export const DIAGNOSED = 'countersign/diagnosed';
/** More of one document are left out. */
export const MAX_DIAGNOSED = 50;

export interface DiagnosedParams {
  readonly uri: string;
  readonly version: number;
  readonly items: readonly DiagnosedView[];
}

export interface DiagnosedView {
  readonly range: RangeView;
  readonly kind: DiagnosedKind;
  /** As the extension names itself, where it does. */
  readonly source?: string;
  readonly code?: string;
  readonly message: string;
}

export type DiagnosedKind = 'error' | 'deprecated';

/** What another extension told of a new line of AI's. */
export interface ToldView {
  /** Empty where the extension does not name itself. */
  readonly source: string;
  readonly code?: string;
  readonly line: number;
  /** One line of plain text. */
  readonly message: string;
  readonly kind: DiagnosedKind;
  /** Set while it is only remembered: when it was told, before the document was opened. */
  readonly recordedAt?: string;
}

export interface QuestionsParams {
  readonly uri: string;
  readonly version: number;
  readonly blockId: string;
}

export interface RangeView {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export type AnswerName = 'ok' | 'problem' | 'not-applicable' | 'not-useful';

export interface QuestionView {
  /** Names rule and place by content: the same while the place is. */
  readonly id: string;
  readonly rule: string;
  readonly range: RangeView;
  /** What a person reads; code in it stands in backticks. */
  readonly text: string;
  readonly severity: 'low' | 'normal' | 'high';
  /** Policy wants it answered before the block is signed. */
  readonly isRequired: boolean;
  readonly answer?: {
    readonly value: AnswerName;
    readonly by: string;
    readonly at: string;
    readonly note?: string;
  };
}

export type QuestionsResult =
  /** The block is not there any more, or the document is another version. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'block';
      readonly version: number;
      readonly blockId: string;
      readonly risk: 'low' | 'normal' | 'high';
      /** Why, in a few words each. */
      readonly reasons: readonly string[];
      /** Most valuable first. */
      readonly questions: readonly QuestionView[];
      readonly more: readonly QuestionView[];
      /** By other extensions, in the order of lines. */
      readonly told: readonly ToldView[];
    };

export interface AnswerParams extends QuestionsParams {
  /** A question's id. */
  readonly question: string;
  readonly answer: AnswerName | 'withdrawn';
  readonly note?: string;
  readonly via: 'lens' | 'thread' | 'list' | 'queue';
}

export type AnswerResult =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'refused'; readonly message: string };

export interface RulePageParams {
  readonly rule: string;
}

export interface RulePageResult {
  /** Undefined for a rule that is not known. */
  readonly markdown?: string;
}
