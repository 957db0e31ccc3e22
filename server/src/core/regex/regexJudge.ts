/** What a regular expression can be made to do. */
export type RegexVerdict =
  | { readonly kind: 'fast' }
  /** Nobody could tell within bounds. */
  | { readonly kind: 'unsure' }
  | RegexSlow;

export interface RegexSlow {
  readonly kind: 'slow';
  readonly growth: 'exponential' | 'polynomial';
  /** Of a polynomial: 2 is the square of the text's length. */
  readonly degree: number;
  readonly attack: RegexAttack;
}

/** A text on which it takes long: `before`, then `pump` many times, then `after`. */
export interface RegexAttack {
  readonly before: string;
  readonly pump: string;
  readonly times: number;
  readonly after: string;
}

/** Says how long a JavaScript regular expression can take. The same answer every time, for the same one. */
export interface RegexJudge {
  /** Undefined where it is being found out: who asks again later is told. */
  judge(source: string, flags: string): RegexVerdict | undefined;
}

/** One that may find out behind the asker's back. */
export interface LateRegexJudge extends RegexJudge {
  /** Waits until all that was asked is known. Never rejects. */
  settled(): Promise<void>;
}
