import type { LanguageId } from '../languageId.ts';

/**
 * Whether two written types are the same for callers: a union in another notation, Go's results without
 * their names, a type parameter more, what was promised as something abstract.
 */
export function areSameTypes(was: string, now: string, language: LanguageId): boolean {
  const a = plain(was, language);
  const b = plain(now, language);
  return a === b || isWithMore(a, b) || isWithMore(b, a) || isOneOfAbstract(a, b);
}

function plain(written: string, language: LanguageId): string {
  const said = written.replace(/\s+/g, '');
  switch (language) {
    case 'python':
      return pythonUnion(said.replace(/["']/g, '').replace(/\b(?:t|typing|te)\./g, ''));
    case 'go':
      return goResults(written.replace(/interface\s*\{\s*\}/g, 'any'));
    case 'typescript':
    case 'tsx':
      return said.includes('|') && !/[<({]/.test(said) ? said.split('|').sort().join('|') : said;
    default:
      return said;
  }
}

/** `Union[A, B]` and `Optional[A]`, where they are all that there is, as `A|B` in one order. */
function pythonUnion(said: string): string {
  const union = /^(Union|Optional)\[(.*)\]$/.exec(said);
  const inner = union?.[2] ?? said;
  const parts = split(inner, union?.[1] === 'Union' ? /[,|]/ : /\|/);
  if (union?.[1] === 'Optional') parts.push('None');
  return parts.sort().join('|');
}

/** `(value any, ok bool)` as `any,bool`. */
function goResults(said: string): string {
  const inner = /^\((.*)\)$/.exec(said.trim())?.[1];
  if (inner === undefined) return said.replace(/\s+/g, '');
  const parts = split(inner, /,/).map((part) => part.trim());
  const types = parts.map((part) => /^\w+\s+(?!\.)(.+)$/.exec(part)?.[1] ?? part);
  // `(a, b int)`: the ones before a name with a type have its type.
  const areNamed =
    parts.some((part, i) => part !== types[i]) && !/^(?:func|chan|map)\b/.test(parts[0] ?? '');
  if (!areNamed) return parts.join(',').replace(/\s+/g, '');
  return types
    .map((type, i) =>
      type === parts[i] ? (types.slice(i).find((one, n) => one !== parts[i + n]) ?? type) : type,
    )
    .join(',')
    .replace(/\s+/g, '');
}

/** At a sign that stands in no bracket. */
function split(text: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const one = text[i] ?? '';
    if (/[[({<]/.test(one)) depth++;
    else if (/[\])}>]/.test(one)) depth--;
    else if (depth === 0 && sign.test(one)) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** `Page<T>` and `Page<T, Id>`: the second has the first's type parameters, and more. */
function isWithMore(a: string, b: string): boolean {
  const inner = /^(.*)<(.+)>$/.exec(a);
  return inner !== null && b.startsWith(`${inner[1]}<${inner[2]},`);
}

/** `AbstractPage`, `BasePage` became `PlainPage`. */
function isOneOfAbstract(was: string, now: string): boolean {
  const of = /^(?:Abstract|Base)([A-Z]\w+)$/.exec(was)?.[1];
  return of !== undefined && now.endsWith(of);
}
