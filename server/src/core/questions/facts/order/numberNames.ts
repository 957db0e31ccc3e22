import { nameWords } from '../nameWords.ts';

/** Words for one number, in the singular. */
const NUMBER =
  /^(?:number|num|score|price|age|count|year|timestamp|size|width|height|amount|total|length|weight|distance|duration|temperature|index|idx|offset|port|rank|rating|grade|salary|percentage|percent|digit|int|integer|float|prime|quantity|qty|latency|sample|measurement|rate|min|max|minimum|maximum|build|priority|balance|cost|population|capacity|limit|seconds|minutes|hours|bytes|stock|points|votes|likes|views|downloads|speed|mass|volume|area|depth|level|page|chapter|episode|quarter|floor|room|seat|magnitude|discount|revenue|sales|budget|fee)$/;
/** Many of them, where the word says nothing else. */
const NUMBERS =
  /^(?:numbers?|nums|scores?|prices|ages|counts|years|timestamps|sizes|widths|heights|amounts|totals|lengths|weights|distances|durations|temperatures|indices|indexes|indexs|offsets|ports|ranks|ratings|grades|salaries|percentages|digits|ints|integers|floats|primes|quantities|latencies|samples|measurements|rates)$/;
const NO_NUMBER =
  /date|name|path|key|title|email|uuid|label|text|word|code|type|start|end|from|to$/i;

/** Whether a name is one of a number: `minPrice`, `age`. */
export function isNumberName(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1) ?? '';
  if (NO_NUMBER.test(last)) return false;
  // `minPrice`, `price_max`.
  return NUMBER.test(last) || (/^(?:min|max)$/.test(words[0] ?? '') && NUMBER.test(words[1] ?? ''));
}

/** Whether a name is one of many numbers: `scores`, `sortedYears`. */
export function areNumbersNamed(name: string): boolean {
  return NUMBERS.test(nameWords(name).at(-1) ?? '');
}

/** Versions that count up by one: of a format, a row, a protocol. */
const COUNTED =
  /^(?:schema|db|database|protocol|format|row|record|entity|doc|document|cache|state|config|migration|file|data|api|abi|storage|sync|wire|index|lock|stored|expected|model|object|resource|etag|edit|draft|revision|clock|page|snapshot|node|message|event|aggregate|store|table|glsl|gl|opengl|shader|magic|header|tls|ssl|http|ip)$/;
/** What has a version of three numbers. */
const RELEASED =
  /^(?:app|client|server|package|packages|pkg|pkgs|python|ruby|php|npm|node|nodejs|firmware|plugin|plugins|module|modules|library|lib|product|software|os|kernel|installed|required|latest|newest|available|upstream|local|remote|running|supported|release|releases|semver|tag|tags|extension|extensions|driver|drivers|dependency|dependencies|dep|deps|artifact|artifacts|gem|gems|crate|crates|image|images|device|agent|build|builds|update|updates|upgrade|browser|engine|runtime|sdk|cli|tool|compiler|jdk|java|rust|go|typescript|framework|theme|mod|addon|manifest|changelog|current|minimum|min|max|maximum|target|new|candidate|platform)$/;

/** Whether a name is one of a version: `minVersion`, `tag_name`. */
export function isVersionName(name: string): boolean {
  const last = nameWords(name).at(-1) ?? '';
  return (
    /^(?:(?:php|app|os|tool|sdk)?versions?|semver)$/.test(last) ||
    /^(?:tag_?name|version_?(?:string|str|name))$/i.test(name)
  );
}

/** What the words around a version say: three numbers with points, or one that counts up. */
export function versionSense(names: readonly string[]): 'released' | 'counted' | undefined {
  const words = names.flatMap((name) => nameWords(name));
  if (words.some((word) => COUNTED.test(word) && !RELEASED.test(word))) return 'counted';
  return words.some((word) => RELEASED.test(word)) ? 'released' : undefined;
}

/** `1.10`, `v2.0.1`, `go1.20`: a version with points, as written. */
export function isVersionText(written: string): boolean {
  return /^(?:v|go|ruby |java )?\d+(?:\.\d+)+(?:[-+.]\w+)*$/.test(written) && written.length < 40;
}
