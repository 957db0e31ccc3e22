/** `$NAME`, and `$$$NAME` for any number of nodes, as ast-grep writes them. */
const CAPTURE = /\$(?:\$\$)?([A-Z_][A-Z0-9_]*)/g;

/** The captures that a text names, each once, without `$`. */
export function capturesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(CAPTURE)].map(([, name]) => name ?? ''))];
}

/** All captures that any text within plain data names. */
export function capturesInData(data: unknown): readonly string[] {
  const names = new Set<string>();
  const left: unknown[] = [data];
  while (left.length !== 0) {
    const next = left.pop();
    if (typeof next === 'string') for (const name of capturesIn(next)) names.add(name);
    else if (typeof next === 'object' && next !== null) left.push(...Object.values(next));
  }
  return [...names];
}

/** A text with each capture that is known in its place. */
export function withCaptures(text: string, captured: Readonly<Record<string, string>>): string {
  return text.replace(CAPTURE, (whole, name: string) => captured[name] ?? whole);
}
