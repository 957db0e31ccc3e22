/** Words on lines of at most `width` columns, each behind `indent` blanks; a longer word stands alone. */
export function wrapped(words: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width - indent < [...longer].length) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => ' '.repeat(indent) + one);
}
