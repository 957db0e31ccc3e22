import { type Ecosystem, ECOSYSTEM_WORDS } from './ecosystem.ts';
import { editDistance } from './editDistance.ts';
import { popularNames } from './names/popular.ts';
import { importsOf } from './names/pythonImports.ts';
import { oneForm } from './sameName.ts';

/** What a name may have been meant to be. */
export type LookAlike =
  /** A few letters from a name that is declared here, or that many know. */
  | { readonly kind: 'near'; readonly name: string; readonly isDeclared: boolean }
  /** The name of a package of another language. */
  | { readonly kind: 'foreign'; readonly of: string };

/** Ecosystems whose names are one word each, so that one may be taken for another's. */
const WITH_FOREIGN: readonly Ecosystem[] = ['npm', 'pypi', 'cargo', 'rubygems'];
/** Words that every ecosystem has some good package of. */
const COMMON = new Set(
  (
    'agenda appdirs archiver argparse arrow async babel black blinker build bytes cached canvas channels chrono ' +
    'click color colored colors config configparser connect console cookie cookies coverage crossbeam datasets ' +
    'debug decorator deprecated dialoguer directories docker dotenv emoji entities environs events excon fabric ' +
    'faker falcon filelock flower formidable fuse futures future glob handlebars helmet html5ever http humanize ' +
    'ignore image indicatif inflate insta itertools joblib jsonschema jsonwebtoken keyv kubernetes levenshtein ' +
    'listen lockfile logging logs lunr magic mail markdown marked matplotlib memchr metrics mime mock money motor ' +
    'msgpack mustache mysql mysql2 nanoid networkx notebook notify octokit openai openssl optuna packaging paste ' +
    'path pathspec pendulum pika plotly pluralize postgres predicates pretty_assertions process prometheus ' +
    'prompts protobuf proptest quart queue ramda rand redis regex request requests resolve responses retry ' +
    'retrying rocket rollup salvo schedule scheduler select semver sentry serve shapely sharp slack slate slugify ' +
    'smol snafu snappy spacy sqlite sqlite3 standard steep stripe strum superset swift tabulate tar tempfile ' +
    'tera terminal text textwrap three time tiktoken tokenizers toml tornado tracing transformers twilio twine ' +
    'typer ujson unicorn uuid validator validators vega walkdir warp watchdog which winston wiremock yaml yargs ' +
    'zeromq zlib anthropic langchain async-trait minimist tokio cryptography humantime listr opentelemetry ' +
    'backoff multer pre-commit cors passport morgan webpacker graphql grpc rspec thin roda sass slim simplecov standard pagy rack rails'
  ).split(' '),
);
/** A part of a name that is shorter than this is like too many others. */
const MIN_PART = 5;
/** In a part at least this long two letters may differ. */
const LONG_PART = 8;
const LONG_NAME = 10;

/** What a name looks like that is neither declared nor well known itself; undefined for nothing. */
export function lookAlike(
  ecosystem: Ecosystem,
  name: string,
  declared: Iterable<string>,
): LookAlike | undefined {
  const asked = oneForm(ecosystem, name);
  const known = namesIn(ecosystem);
  const here = new Set([...declared].map((one) => oneForm(ecosystem, one)));
  if (known.has(asked) || here.has(asked)) return undefined;
  for (const one of here) {
    if (isNear(asked, one)) return { kind: 'near', name: one, isDeclared: true };
  }
  for (const one of known) {
    if (isNear(asked, one)) return { kind: 'near', name: one, isDeclared: false };
  }
  const other = WITH_FOREIGN.includes(ecosystem) ? foreign(ecosystem, name) : undefined;
  return other && { kind: 'foreign', of: ECOSYSTEM_WORDS[other] };
}

function foreign(ecosystem: Ecosystem, name: string): Ecosystem | undefined {
  if (name.length < MIN_PART || COMMON.has(name.toLowerCase())) return undefined;
  return WITH_FOREIGN.find(
    (other) => other !== ecosystem && namesIn(other).has(oneForm(other, name)),
  );
}

const KNOWN = new Map<Ecosystem, ReadonlySet<string>>();

/** Well known names; Python's also as they are imported. */
function namesIn(ecosystem: Ecosystem): ReadonlySet<string> {
  let names = KNOWN.get(ecosystem);
  if (!names) {
    const popular = [...popularNames(ecosystem)];
    const imports = ecosystem === 'pypi' ? popular.flatMap((one) => importsOf(one) ?? []) : [];
    names = new Set([...popular, ...imports].map((one) => oneForm(ecosystem, one)));
    KNOWN.set(ecosystem, names);
  }
  return names;
}

/**
 * Whether one name may be the other mistyped: the same but for its separators, or alike in all parts
 * but one, which is long enough to be no chance.
 */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 3) return false;
  if (squashed(a) === squashed(b)) return MIN_PART <= squashed(a).length;
  const parts = a.split(SEPARATORS);
  const others = b.split(SEPARATORS);
  if (parts.length !== others.length) return false;
  const differing = parts.flatMap((part, i) =>
    part === others[i] ? [] : [[part, others[i] ?? '']],
  );
  const [pair] = differing;
  if (!pair || 1 < differing.length) return false;
  const [part = '', other = ''] = pair;
  const length = Math.min(part.length, other.length) + (part.length === other.length ? 0 : 1);
  if (areVersions(part, other) || !beginAlike(part, other)) return false;
  if (length < MIN_PART)
    return LONG_NAME <= a.length && (isLetterLost(part, other) || isSlip(part, other));
  return editDistance(part, other, LONG_PART <= length ? 2 : 1) !== undefined;
}

/** `v4`, `v5`; `http`, `https`: two that stand side by side. */
function areVersions(a: string, b: string): boolean {
  const word = (part: string): string => part.replace(/^https$/, 'http').replace(/\d+$/, '');
  return word(a) === word(b);
}

/** People read a name's first letter; what begins otherwise is taken for another name. */
function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** The fingers' slips in a part of four letters: two exchanged, or one hit beside the one that was meant. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < MIN_PART - 1) return false;
  const at = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [i]));
  const [first = 0, second] = at;
  if (second !== undefined)
    return at.length === 2 && a[first] === b[second] && a[second] === b[first];
  return at.length === 1 && areNeighbours(a[first] ?? '', b[first] ?? '');
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(a: string, b: string): boolean {
  return KEYS.some((row) => {
    const [one, other] = [row.indexOf(a), row.indexOf(b)];
    return 0 <= one && 0 <= other && Math.abs(one - other) === 1;
  });
}

/** A short part is compared only where the rest of a long name is the same. */
function isLetterLost(a: string, b: string): boolean {
  return 3 <= Math.min(a.length, b.length) && a.length !== b.length && editDistance(a, b, 1) === 1;
}

const SEPARATORS = /[-_./@:]/;

function squashed(name: string): string {
  return name.replace(/[-_.]/g, '').toLowerCase();
}

/** Distributions by what code calls them, so that a name in code is measured by both. */
export function declaredNames(
  ecosystem: Ecosystem,
  declared: readonly string[],
): readonly string[] {
  if (ecosystem !== 'pypi') return declared;
  return [...declared, ...declared.flatMap((name) => importsOf(name) ?? [])];
}
