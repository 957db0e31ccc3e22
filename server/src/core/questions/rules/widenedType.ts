import type { Cast, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, lastWord, namesIn } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { keyOf, missing } from '../compare.ts';
import { isWideType, wideningOf } from '../facts/types.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted, shortened } from '../words.ts';

/** A type that says less than it did when it was committed. */
export const widenedType: Rule = {
  id: 'widened-type',
  row: 44,
  title: 'A type that lets more through than it did',
  severity: 'normal',
  concern: 'null',
  weight: 3,
  cwe: [704],
  kind: 'question',
  isOn: true,
  absent: {
    javascript: 'its code states no types',
    ruby: 'its code states no types',
  },
  *find({ view, before, language, isTest }: RuleContext): Iterable<Trigger> {
    if (!before) return;
    const old = onlyOnes(typesIn(before, language));
    for (const [key, { name, type, at, isMet }] of onlyOnes(typesIn(view, language))) {
      const was = old.get(key)?.type;
      // A line that stood there before is one of another function of that name.
      if (isMet || before.text.includes(lineOf(view, at))) continue;
      const widening = was === undefined ? undefined : wideningOf(was, type, language);
      if (was === undefined || widening === undefined) continue;
      const more = widening === 'anything' ? 'which lets anything through' : 'which may be nothing';
      const is = `${inBackticks(name)} is ${inBackticks(shortened(type))} now, ${more}, and was ${inBackticks(shortened(was))}`;
      yield { at, about: { is } };
    }
    // A test may hand over what it likes, and Go's assertion gives a type.
    if (isTest || language === 'go') return;
    const casts = wideCasts(before, language).map((cast) => keyOf(before, cast));
    for (const cast of missing(wideCasts(view, language), (one) => keyOf(view, one), casts)) {
      yield {
        at: cast,
        about: { is: `${quoted(view, cast)} takes the type away from a value that had one` },
      };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}. Do all who use it allow for that?`,
  obligations: ['nullish'],
  page: {
    why: 'A type was made wider so that a complaint of the type checker went away. From here on nothing checks what the value is, and those who use it still think they know.',
    instead: 'Keep the narrow type and change the value, or check it where it comes in.',
    sources: ['CWE-704', 'Tambon et al. 2024: wrong input type'],
  },
  examples: [
    {
      languages: ['typescript', 'tsx'],
      before:
        'export function total(cart: Cart, rate: number): Price {\n  const sum: number = add(cart);\n  return toPrice(sum * rate);\n}\ninterface Row {\n  name: string;\n}',
      asks: 'export function total(cart: any, rate: number | null): Promise<any> { ⟵\n  const sum: unknown = add(cart); ⟵\n  return toPrice((sum as any) * rate); ⟵\n}\ninterface Row {\n  name?: string; ⟵\n}',
      quiet:
        'export function total(\n  basket: Cart,\n  rate: number,\n): Price {\n  const sum: number = add(basket);\n  return toPrice(sum * rate);\n}\ninterface Row {\n  readonly name: string;\n}',
    },
    {
      languages: ['python'],
      before: 'def total(cart: Cart, rate: float) -> Price:\n    return cart.sum() * rate\n',
      asks: 'def total(cart: Any, rate: float | None) -> Price: ⟵\n    return cart.sum() * rate\n',
      quiet: 'def total(basket: Cart, rate: float) -> Price:\n    return basket.sum() * rate\n',
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc Total(cart Cart, rate float64) Price {\n\treturn price(cart, rate)\n}\n',
      asks: 'package a\n\nfunc Total(cart interface{}, rate float64) Price { ⟵\n\treturn price(cart, rate)\n}\n',
      quiet:
        'package a\n\nfunc Total(basket Cart, rate float64) Price {\n\treturn price(basket, rate)\n}\n',
    },
    {
      languages: ['rust'],
      before: 'pub fn total(cart: &Cart, rate: f64) -> Price {\n    price(cart, rate)\n}\n',
      asks: 'pub fn total(cart: &dyn Any, rate: Option<f64>) -> Price { ⟵\n    price(cart, rate)\n}\n',
      quiet: 'pub fn total(basket: &Cart, rate: f64) -> Price {\n    price(basket, rate)\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class Prices {\n  Price total(Cart cart, double rate) {\n    return price(cart, rate);\n  }\n}\n',
      asks: 'class Prices {\n  Optional<Price> total(Object cart, double rate) { ⟵\n    return price(cart, rate);\n  }\n}\n',
      quiet:
        'class Prices {\n  Price total(final Cart basket, double rate) {\n    return price(basket, rate);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      before:
        'class Prices {\n  public Price Total(Cart cart, double rate) {\n    return Make(cart, rate);\n  }\n}\n',
      asks: 'class Prices {\n  public Price Total(dynamic cart, double? rate) { ⟵\n    return Make(cart, rate);\n  }\n}\n',
      quiet:
        'class Prices {\n  public Price Total(Cart basket, double rate) {\n    return Make(basket, rate);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before: 'Price total(const Cart& cart, double rate) {\n  return price(cart, rate);\n}\n',
      asks: 'Price total(void* cart, double rate) { ⟵\n  return price(cart, rate);\n}\n',
      quiet: 'Price total(const Cart& basket, double rate) {\n  return price(basket, rate);\n}\n',
    },
    {
      languages: ['php'],
      before:
        '<?php\nfunction total(Cart $cart, float $rate): Price {\n  return price($cart, $rate);\n}\n',
      asks: '<?php\nfunction total(mixed $cart, ?float $rate): Price { ⟵\n  return price($cart, $rate);\n}\n',
      quiet:
        '<?php\nfunction total(Cart $basket, float $rate): Price {\n  return price($basket, $rate);\n}\n',
    },
    {
      languages: ['rust'],
      before: 'pub fn load(path: &Path) -> Result<Manifest, ManifestError> {\n    read(path)\n}\n',
      asks: 'pub fn load(path: &Path) -> Result<Manifest, Box<dyn std::error::Error>> { ⟵\n    read(path)\n}\n',
      quiet:
        'pub fn load(path: &Path, strict: bool) -> Result<Manifest, ManifestError> {\n    read(path)\n}\n',
    },
    {
      languages: ['typescript'],
      before: 'class Bus {\n  private readonly handlers = new Map<string, Handler<BusEvent>>();\n}',
      asks: 'class Bus {\n  private readonly handlers = new Map<string, Handler<any>>(); ⟵\n}',
      quiet:
        'class Bus {\n  private readonly handlers = new Map<EventName, Handler<BusEvent>>();\n}',
    },
    {
      // The same spelled out, what the items may be, what the function itself asks, an old line.
      languages: ['python'],
      before: 'def all(rows: list, name: str, key: Key = None) -> Iterator:\n    return rows\n',
      asks: 'def all(rows: list, name: str | None, key: Key = None) -> Iterator: ⟵\n    return rows\n',
      quiet:
        'def all(rows: list[Any], name: str | None, key: Key | None = None) -> Iterator[str | None]:\n    if name is None:\n        return key\n    return rows\n',
    },
    {
      // Overloads, the arms of a union, parts that anything may be in.
      languages: ['typescript'],
      before:
        'export function zip(all: Row[]): Row;\nexport function zip(all: Row[], n: number): Row {\n  return merge(all, n);\n}',
      asks: 'export function zip(all: Row[]): Row;\nexport function zip(all: Row[], n: any): Row { ⟵\n  return merge(all, n);\n}',
      quiet:
        'export function zip(all: unknown): Row;\nexport function zip(all: Row[], n: number): Row {\n  return merge(all as Array<Input<any>>, n);\n}',
    },
  ],
};

interface Stated {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly at: Range;
  /** The function itself asks what it was given. */
  readonly isMet?: boolean;
}

/** What is stated once: of overloads and of the arms of a union nobody knows which was which. */
function onlyOnes(all: readonly Stated[]): ReadonlyMap<string, Stated> {
  const found = new Map<string, Stated>();
  const twice = new Set<string>();
  for (const one of all) {
    if (found.has(one.key)) twice.add(one.key);
    found.set(one.key, one);
  }
  return new Map([...found].filter(([key]) => !twice.has(key)));
}

/** `if name is None`, `isinstance(name, str)`, `!name`: at the top of the function. */
function isMet(view: CodeView, { body }: FunctionCode, name: string): boolean {
  for (const statement of body?.statements.slice(0, MAX_TOP) ?? []) {
    if (statement.kind !== 'if') continue;
    for (const node of everythingIn(statement.condition)) {
      const asked =
        node.kind === 'unary' || (node.kind === 'binary' && /^(?:[=!]|is|inst)/.test(node.operator))
          ? node
          : node.kind === 'call' && /^(?:isinstance|is_\w+)$/.test(lastWord(node.callee))
            ? node
            : undefined;
      if (asked && namesIn(asked).has(name)) return true;
    }
    if (view.flat(statement.condition) === name) return true;
  }
  return false;
}

/** Statements in which a function looks at what it was given. */
const MAX_TOP = 4;

function lineOf({ text }: CodeView, { start }: Range): string {
  const end = text.indexOf('\n', start);
  return text.slice(text.lastIndexOf('\n', start) + 1, end < 0 ? text.length : end);
}

/** The types that a block states: of parameters, results, variables and fields. */
function typesIn(view: CodeView, language: LanguageId): readonly Stated[] {
  const found: Stated[] = [];
  for (const one of view.all('function')) {
    const owner = one.name ?? '';
    for (const param of one.params) {
      const { name, type, start, end } = param;
      if (name === undefined || type === undefined) continue;
      const isNullable = /@Nullable\b/.test(view.textOf(param));
      const isMaybe = isEcmascript(language) && param.isOptional;
      // PHP's and Python's `T $a = null` could always be nothing.
      const isNull = param.value?.kind === 'constant' && param.value.value === null;
      const orNull =
        !isNull || NULLABLE.test(type)
          ? type
          : language === 'python'
            ? `${type} | None`
            : language === 'php'
              ? `${type}|null`
              : type;
      const said = isNullable ? `@Nullable ${type}` : isMaybe ? `${type}?` : orNull;
      const isMetIn = isMet(view, one, name);
      found.push({
        key: `${owner}(${name})`,
        name,
        type: said,
        at: { start, end },
        isMet: isMetIn,
      });
    }
    if (one.returns === undefined || one.name === undefined) continue;
    const named = view.text.indexOf(
      one.name,
      Math.max(one.start, ...one.decorators.map(({ end }) => end)),
    );
    const start = named < 0 ? one.start : named;
    found.push({
      key: `${owner}()`,
      name: `${owner}()`,
      type: one.returns,
      at: { start, end: one.end },
    });
  }
  for (const one of view.all('declare')) {
    const name = lastWord(one.target);
    if (name === '' || one.type === undefined) continue;
    const isMaybe = isEcmascript(language) && /^[\w\s]+\?\s*:/.test(view.textOf(one));
    const type = isMaybe ? `${one.type}?` : one.type;
    found.push({ key: `variable ${name}`, name, type, at: one });
  }
  for (const { target, type, value, start, end } of view.all('declare')) {
    // `new Map<string, any>()` states the type of what it makes.
    if (type !== undefined || value?.kind !== 'call') continue;
    const stated = view.text.slice(value.callee.end, value.args[0]?.start ?? value.end).trim();
    if (!stated.startsWith('<')) continue;
    const args = stated.replace(/\(\s*\)?\s*$/, '');
    found.push({
      key: `made ${lastWord(target)}`,
      name: lastWord(target),
      type: args,
      at: { start, end },
    });
  }
  return found;
}

const NULLABLE = /^\?|\bnull\b|\bNone\b|\bOptional\[/;

function wideCasts(view: CodeView, language: LanguageId): readonly Cast[] {
  return view.all('cast').filter((cast) => {
    if (cast.form === 'nonNull' || !isWideType(cast.type, language)) return false;
    // What is `unknown` must be looked at again, unless it is claimed to be another thing at once.
    return cast.type !== 'unknown' || view.parentOf(cast)?.kind === 'cast';
  });
}
