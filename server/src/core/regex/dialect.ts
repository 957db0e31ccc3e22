import type { LanguageId } from '../questions/languageId.ts';

/** A regular expression in JavaScript's words. */
export interface PlainRegex {
  readonly source: string;
  readonly flags: string;
}

/** Says another language's regular expression in JavaScript's words; undefined where it has none for it. */
export function inJavaScript(
  source: string,
  flags: string,
  language: LanguageId,
): PlainRegex | undefined {
  if (language === 'typescript' || language === 'tsx' || language === 'javascript') {
    return { source, flags: flags.replace(/[^imsuv]/g, '') };
  }
  // What is taken and never given back, and what calls itself, JavaScript does not have.
  if (/\(\?>|[*+?}]\+|\(\?\(|\(\?R\)|\(\?&|\(\?\|/.test(source)) return undefined;
  const given = new Set(flags);
  let text = source;
  const inline = /^\(\?([aiLmsux]{1,6})\)/.exec(text);
  if (inline) {
    text = text.slice(inline[0].length);
    for (const one of inline[1] ?? '') given.add(one);
  }
  if (given.has('x')) text = withoutBlanks(text);
  if (/\(\?[a-zA-Z-]{1,10}[):]/.test(text)) return undefined;
  text = text
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?P=(\w{1,60})\)/g, '\\k<$1>')
    .replace(/\(\?#[^)]{0,200}\)/g, '')
    .replace(/\\([AZzGhH])/g, (whole, letter: string) => ESCAPES[letter] ?? whole)
    .replace(/\[:(\^?)(\w{1,10}):\]/g, (_, __, name: string) => POSIX[name] ?? '\\w');
  const isRuby = language === 'ruby';
  const out = new Set<string>();
  if (given.has('i')) out.add('i');
  // Begin and end of the text stay what they are where no line's begin or end is asked for.
  if ((isRuby || given.has('m')) && (!/\\[AZzG]/.test(source) || asksForLines(source)))
    out.add('m');
  if ((isRuby && given.has('m')) || given.has('s')) out.add('s');
  if (/\\[pP]\{/.test(text)) out.add('u');
  return { source: text, flags: [...out].join('') };
}

function asksForLines(source: string): boolean {
  return /[$^]/.test(source.replace(/\\./g, '').replace(/\[\^?\]?[^\]]*\]/g, ''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  A: '^',
  G: '^',
  Z: '$',
  z: '$',
  h: '[0-9a-fA-F]',
  H: '[^0-9a-fA-F]',
};

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  punct: '!-/:-@',
  xdigit: '0-9a-fA-F',
  word: '\\w',
};

/** Written over several lines, with comments, which mean nothing. */
function withoutBlanks(source: string): string {
  let text = '';
  let isInSet = false;
  for (let at = 0; at < source.length; at++) {
    const one = source[at] ?? '';
    if (one === '\\') {
      text += one + (source[at + 1] ?? '');
      at++;
      continue;
    }
    if (one === '[') isInSet = true;
    if (one === ']') isInSet = false;
    if (!isInSet && /\s/.test(one)) continue;
    if (!isInSet && one === '#') {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end;
      continue;
    }
    text += one;
  }
  return text;
}
