/** Lines for the preprocessor that hold code which is compiled or not. */
export const CONDITIONALS: ReadonlySet<string> = new Set([
  'preproc_elif',
  'preproc_elifdef',
  'preproc_else',
  'preproc_if',
  'preproc_ifdef',
]);

/** Those nested deeper than this are read as they stand anywhere else. */
export const MAX_CONDITIONALS = 50;
