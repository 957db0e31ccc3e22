import type { RemovalRow } from './kind.ts';

const ASSERTION =
  /^(?:(?:console\.)?assert\w*!?|debug_assert\w*!?|invariant|precondition|check\w*|require\w*|ensure\w*|validate\w*|verify\w*|sanitize\w*|authorize\w*|authenticate\w*|must\w*|Objects\.requireNonNull\w*|static_assert)\b\s*[!.(\s]/i;
const CALLS_CHECK =
  /(?<![\w$])(?:this\.|self\.|\w+\.)?(?:validate|verify|sanitize|sanitise|authorize|authorise|authenticate|checkPermission|assertNever|isAuthorized|hasPermission|escapeHtml|isNaN|isFinite)\w*\s*\(/i;
const HANDLES = /^(?:\}?\s*catch\b|except\b|rescue\b|\}?\s*finally\b|ensure$)/;
/** An import, or a declaration of such a function, checks nothing by itself. */
const DECLARATION =
  /^(?:import|export|from|use|using|#include|const\s+\w+\s*=\s*require|require|require_relative|include)\b/;

/** An assertion, a validation, a permission check, or the handling of an error. */
export const check: RemovalRow = {
  kind: 'check',
  stems: [
    'assert',
    'invariant',
    'precondition',
    'check',
    'require',
    'ensure',
    'valid',
    'verify',
    'saniti',
    'authori',
    'authenticat',
    'must',
    'permission',
    'escapehtml',
    'isnan',
    'isfinite',
    'catch',
    'except',
    'rescue',
    'finally',
  ],
  matches: ({ text }) =>
    !DECLARATION.test(text) &&
    (ASSERTION.test(text) || CALLS_CHECK.test(text) || HANDLES.test(text)),
};
