import { ruby as language } from '../../../server/src/core/blocks/languages/ruby.ts';
import { createLineProcess } from '../engine/lineProcess.ts';
import { besideRow, filesBelow, missingTool } from '../engine/tools.ts';
import type { Change, OracleRow } from '../row.ts';

/** Ruby's Ripper, its standard library, and RuboCop's layout cops. */
export const ruby: OracleRow = {
  name: 'ruby',
  extension: '.rb',
  missing: () =>
    missingTool('ruby', ['-rripper', '-e', '0'], 'apt-get install ruby') ??
    missingTool('ruby', ['-rrubocop', '-e', '0'], 'apt-get install rubocop'),
  sources: () => filesBelow(['/usr/lib/ruby'], (path) => path.endsWith('.rb')),
  unit: (block) => block,
  open: async () => createLineProcess('ruby', [besideRow('ruby', 'tree.rb')]),
  format: async (texts) => {
    const formatter = createLineProcess('ruby', [besideRow('ruby', 'format.rb')]);
    const formatted = await formatter.trees(texts);
    formatter.close();
    return formatted;
  },
  words: [
    ...['-', '+', '*', '**', '&', '::', '[', ']', '(', ')', '{', '}', '|', '.', '&.', '?', ':'],
    ...['=', '==', '=>', '->', '<<', '/', '%', '!', 'not', 'and', 'or', 'do', 'end', 'then', 'if'],
    ...['unless', 'else', 'rescue', 'ensure', 'begin', 'while', 'return', 'yield', 'super', 'self'],
    ...['1', 'a', ':a', 'a:', '"a"', "'a'", '@a', 'A', 'nil', '..', '...', '||=', 'def', 'in'],
  ],
  blanks: [' ', '  ', '\n', '\n\n', '\t', ' \\\n', ' # a\n', '\n# a\n', ';', '; '],
  isIndented: false,
  classOf,
};

function classOf(change: Change): string | undefined {
  const { before, after, removed, inserted } = change;
  // Nothing else may stand behind `=end`.
  if (/^=end\S/m.test(before + after)) return 'text behind =end';
  const changed = removed + inserted;
  const hasDirective = directivesOf(before) !== '';
  if (directivesOf(before) !== directivesOf(after)) return 'directive comments';
  if (/^[%qQ"'()[\]{}<>|!]+$/.test(changed) && /["'%]/.test(changed)) return 'spelling of quotes';
  if (bare(before) !== bare(after)) return undefined;
  if (hasDirective && /\n\s*#/.test(`\n${before}`))
    return 'a blank line parts a directive from its block';
  if (/\S-\s*(?:#.*)?\s*\d/.test(before + after) && /^[^-]*$/.test(changed)) {
    return 'white space between a minus and its number';
  }
  if (before.slice(0, commonLength(before, after)).endsWith('%')) {
    return 'white space behind a percent sign, which may begin a literal';
  }
  // The product does not know which names are variables, which Ruby does.
  const at = commonLength(before, after);
  const [, name = ''] = /([\w?!]*)\s*(?:<<|[-+*&:/%?])?\s*$/.exec(before.slice(0, at)) ?? [];
  const next = /^\s*(\S?)/.exec(before.slice(at))?.[1] ?? '';
  if (/^[a-zA-Z_]/.test(name) && (next === '' || /[[(\-+*&:/%<?\w]/.test(next))) {
    return 'white space behind a variable, before what may begin an argument';
  }
  return before.includes('?') && /[?:]\s*$|^\s*[?:]/.test(before.slice(0, at).slice(-2))
    ? 'white space beside a question mark'
    : undefined;
}

function commonLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Without white space, comments and line continuations. */
function bare(text: string): string {
  return text.replace(/#[^{\n].*|\\\n|\s/g, '');
}

/** The words that tools obey in comments, as the language's row has them. */
function directivesOf(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => /#(.*)/.exec(line)?.[1] ?? [])
    .filter((comment) => language.rules.isDirective(`#${comment}`))
    .map((comment) => comment.replace(/\s+/g, ' ').trim())
    .join('\n');
}
