/** Names of functions that refuse, check or clean something, in any language's spelling. */
const CHECK =
  /^(?:_?)(?:assert|validat|verif|check|ensure|requir|authori[sz]|authenticat|saniti[sz]|escape|must|guard|deny|forbid|permit|invariant|precondition|protect|csrf|rate_?limit|throttle|can_?access|has_?(?:permission|role|access)|is_?(?:authori[sz]ed|authenticated|allowed|permitted|admin|owner|valid)|html_?escape|htmlspecialchars|strip_tags|constant_?time)/i;

/** Whether a function of this name checks something. */
export function isCheckName(name: string): boolean {
  return CHECK.test(name) && !NO_CHECK.test(name);
}

/** Loading, and looking for a change, check nothing. */
const NO_CHECK =
  /^(?:require|require_relative|require_once|checkout|checkbox|checksum|required_version)$/i;

/** Schema libraries check what they read. */
const READS_CHECKED =
  /^(?:safeParse|parse|parseAsync|cast|model_validate|validate\w*|decode|unmarshal)$/i;

/** Whether a call of this name may do what a check written out did before. */
export function mayCheck(name: string): boolean {
  return isCheckName(name) || READS_CHECKED.test(name);
}

/** Words of code that decides who may do what. */
const AUTH =
  /auth(?!or)|permission|permitted|admin|owner|\broles?\b|(?:has|is|user)_?role|access_?(?:control|level)|logged_?in|login|signed_?in|\bsession\b|csrf|forgery|(?:auth|csrf|bearer|api|session)_?token|signature|allowed|forbid|password|tenant|privilege|denied|\b40[13]\b/i;
const MAY = /(?:^|[^\p{L}])can[A-Z_]/u;

/** Whether code, by its words, decides who may do what. */
export function isAboutAccess(words: string): boolean {
  return AUTH.test(words) || MAY.test(words);
}

/** Marks on functions, classes and parameters that check before the code runs. */
const CHECK_MARK =
  /auth|secur|permission|permit|role|^valid|nonnull|notnull|notblank|notempty|csrf|login|antiforgery|rate_?limit|throttle|useguards|require|^min$|^max$|^size$|^length$|^range$|^pattern$|^email$|^positive|^assert|policy|scope/i;

export function isCheckMark(name: string): boolean {
  return CHECK_MARK.test(name);
}
