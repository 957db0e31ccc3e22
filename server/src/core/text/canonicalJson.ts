/** Deeper than anything we are sent or write; what lies below does not tell two values apart. */
const MAX_DEPTH = 100;

/**
 * JSON without blanks and with sorted keys (RFC 8785: keys by UTF-16 code units, numbers as
 * ECMAScript writes them; members that are undefined are not there). Law: equal for two values that
 * differ only in the order of their keys. Never throws, whatever the depth.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) return 'null';
  if (MAX_DEPTH < depth) return '"…"';
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => canonicalJson(item, depth + 1)).join(',')}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
