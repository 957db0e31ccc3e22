/** What `dist/regex.cjs` holds: the judge of regular expressions, which only suspicious ones need. */
export { createRegexJudge } from './node/regexJudge.ts';
