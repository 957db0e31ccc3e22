/** Whether a text, with `?` for its values, holds a tag of HTML. */
export function isHtml(words: string): boolean {
  return (
    /<\/?[a-zA-Z][\w-]*(?:\s[^<>]*)?\/?>/.test(words.slice(0, 2000)) ||
    /<[a-zA-Z][\w-]*\s[^<>]*=\s*["']?\?/.test(words.slice(0, 2000))
  );
}
