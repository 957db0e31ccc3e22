/**
 * The lines of a text that the compiler reads: without directives, and without what their
 * conditions leave out. Only `#define` makes a symbol true.
 */
export function activeText(text: string): string {
  const symbols = new Set<string>(['true']);
  /** For each open condition: whether what is around it is read, whether a branch of it was. */
  const open: { readonly isRead: boolean; wasRead: boolean }[] = [];
  let isRead = true;
  /** Mono's parser looks for the rest of a pragma in the next line. */
  let isUnfinished = false;
  const lines: string[] = [];
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const [, word, rest = ''] = /^\s*#\s*(\w+)(.*)$/.exec(line) ?? [];
    if (word === undefined) {
      if (isRead && !isUnfinished) lines.push(line);
      isUnfinished = false;
      continue;
    }
    const inner = open.at(-1);
    switch (word) {
      case 'if':
        open.push({ isRead, wasRead: isRead && holds(rest, symbols) });
        isRead = open.at(-1)?.wasRead ?? false;
        break;
      case 'elif':
      case 'else':
        if (!inner) break;
        isRead = inner.isRead && !inner.wasRead && (word === 'else' || holds(rest, symbols));
        inner.wasRead ||= isRead;
        break;
      case 'endif':
        isRead = open.pop()?.isRead ?? true;
        break;
      case 'define':
        if (isRead) symbols.add(rest.trim());
        break;
      case 'undef':
        if (isRead) symbols.delete(rest.trim());
        break;
      case 'pragma':
        isUnfinished = !/^\s*(?:warning\s+(?:disable|restore)|checksum)\b/.test(rest);
        break;
      default:
        break;
    }
  }
  return lines.join('\n');
}

/** Each operator in the order of its strength, from the weakest. */
function holds(condition: string, symbols: ReadonlySet<string>): boolean {
  const words = condition.replace(/\/\/.*/, '').match(/\w+|&&|\|\||[!=]=|[!()]/g) ?? [];
  let at = 0;
  const any = (): boolean => {
    let value = all();
    while (words[at] === '||' && at++ < words.length) value = all() || value;
    return value;
  };
  const all = (): boolean => {
    let value = same();
    while (words[at] === '&&' && at++ < words.length) value = same() && value;
    return value;
  };
  const same = (): boolean => {
    const value = one();
    if (words[at] !== '==' && words[at] !== '!=') return value;
    return (words[at++] === '==') === (value === one());
  };
  const one = (): boolean => {
    const word = words[at++];
    if (word === '!') return !one();
    if (word !== '(') return word !== undefined && symbols.has(word);
    const value = any();
    at++;
    return value;
  };
  return any();
}
