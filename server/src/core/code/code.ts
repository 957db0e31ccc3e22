import type { Range } from '../text/range.ts';

/**
 * Code as rules see it: what a piece of text does, whatever language says it. One closed union for all
 * languages, so that a rule is written once. Every node has its half-open range of UTF-16 offsets in
 * the file; what no kind stands for is `other`, with what is in it.
 */
export type Code =
  | Name
  | Member
  | Index
  | Interval
  | Call
  | Named
  | Text
  | NumberLiteral
  | Constant
  | Regex
  | Binary
  | Unary
  | Assign
  | Declare
  | Pattern
  | Conditional
  | If
  | Loop
  | Comprehension
  | Switch
  | Case
  | Try
  | Catch
  | Throw
  | Propagate
  | Return
  | Jump
  | Await
  | Yield
  | Spawn
  | Defer
  | FunctionCode
  | Param
  | ClassCode
  | Cast
  | List
  | Dict
  | Entry
  | Spread
  | Import
  | Body
  | Expression
  | Element
  | Attribute
  | Group
  | Other;

export type CodeKind = Code['kind'];
export type CodeOf<K extends CodeKind> = Extract<Code, { readonly kind: K }>;

/** A variable, `this`, `self`; without the sigil of PHP (`$x` is `x`). */
export interface Name extends Range {
  readonly kind: 'name';
  readonly name: string;
}

/** `a.b`, `a->b`, `A::b`, `a?.b`; Ruby's `@b` is a member of `self`. A method without arguments in Ruby is a call. */
export interface Member extends Range {
  readonly kind: 'member';
  readonly object: Code;
  readonly name: string;
  /** `?.`, `&.`, `?->`: nothing happens where the object is null. */
  readonly isOptional: boolean;
}

/** `a[i]`; `index` is an `interval` for a slice, undefined for PHP's `a[]`. */
export interface Index extends Range {
  readonly kind: 'index';
  readonly object: Code;
  readonly index: Code | undefined;
  readonly isOptional: boolean;
}

/** From one value to another: a slice's bounds, Rust's and Ruby's ranges. */
export interface Interval extends Range {
  readonly kind: 'interval';
  readonly from: Code | undefined;
  readonly to: Code | undefined;
  /** Whether `to` belongs to it. */
  readonly isInclusive: boolean;
}

/** A call, a construction (`isNew`), a macro (its name ends in `!`). A Ruby block is the last argument. */
export interface Call extends Range {
  readonly kind: 'call';
  readonly callee: Code;
  readonly args: readonly Code[];
  readonly isNew: boolean;
  readonly isOptional: boolean;
}

/** An argument with its name. */
export interface Named extends Range {
  readonly kind: 'named';
  readonly name: string;
  readonly value: Code;
}

/**
 * A string or a character: what is written between the quotes, and the code put into it. Ruby's
 * here-documents have their parts in the lines below, outside of their own range.
 */
export interface Text extends Range {
  readonly kind: 'text';
  readonly parts: readonly (string | Code)[];
  /** What stands before the quotes: `f`, `b`, `r`, the tag of a template. */
  readonly prefix: string;
}

export interface NumberLiteral extends Range {
  readonly kind: 'number';
  /** NaN where it cannot be told. */
  readonly value: number;
  readonly isFloat: boolean;
}

/** True, false, and every language's word for nothing (null, nil, None, undefined, nullptr). */
export interface Constant extends Range {
  readonly kind: 'constant';
  readonly value: true | false | null;
}

export interface Regex extends Range {
  readonly kind: 'regex';
  readonly source: string;
  readonly flags: string;
}

/**
 * `and`, `or`, `not`, `<>` are written as `&&`, `||`, `!`, `!=`; other operators as they stand. A test
 * for a type is `instanceof`; for a shape, which may declare names, it is `matches`.
 */
export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Code;
  readonly right: Code;
}

export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Code;
}

/** `a = b`, `a += b`; `a++` has the operator `++` and no value. Also Python's and Ruby's first one. */
export interface Assign extends Range {
  readonly kind: 'assign';
  readonly target: Code;
  readonly operator: string;
  readonly value: Code | undefined;
}

/** A variable, constant or field with its declaration. One for each name; a group of them for several. */
export interface Declare extends Range {
  readonly kind: 'declare';
  readonly target: Code;
  readonly type: string | undefined;
  readonly value: Code | undefined;
  readonly isConstant: boolean;
  /** `public`, `static`, `readonly`… of a field, as written. */
  readonly modifiers: readonly string[];
  /** Of a field that is declared alone. */
  readonly decorators: readonly Code[];
}

/** Several targets at once: a tuple, a list, fields taken apart. */
export interface Pattern extends Range {
  readonly kind: 'pattern';
  readonly parts: readonly Code[];
}

/** `a ? b : c`, `b if a else c`. */
export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly condition: Code;
  readonly whenTrue: Code;
  readonly otherwise: Code;
}

/** `unless` is an `if` with `!`. `else if` is an `if` in `otherwise`. */
export interface If extends Range {
  readonly kind: 'if';
  /** Go's and C++'s statement before the condition. */
  readonly before: Code | undefined;
  readonly condition: Code;
  readonly whenTrue: Body;
  readonly otherwise: Body | If | undefined;
}

export interface Loop extends Range {
  readonly kind: 'loop';
  /** `count`: `for (;;)` with its three parts. `each`: over what is in something. `forever`: no condition. */
  readonly form: 'count' | 'each' | 'while' | 'do' | 'forever';
  readonly before: Code | undefined;
  readonly condition: Code | undefined;
  readonly update: Code | undefined;
  /** Of `each`. */
  readonly variable: Code | undefined;
  readonly iterable: Code | undefined;
  readonly body: Body;
}

/** Python's `[a for b in c if d]`. Each `for b in c` is an `assign` with the operator `in`. */
export interface Comprehension extends Range {
  readonly kind: 'comprehension';
  readonly element: Code;
  readonly clauses: readonly Code[];
}

export interface Switch extends Range {
  readonly kind: 'switch';
  readonly subject: Code | undefined;
  readonly cases: readonly Case[];
  /** The language itself refuses one that leaves a value out. */
  readonly isExhaustive: boolean;
}

export interface Case extends Range {
  readonly kind: 'case';
  /** None for `default`, `else`, `_`. */
  readonly tests: readonly Code[];
  readonly body: Body;
}

export interface Try extends Range {
  readonly kind: 'try';
  /** What is closed at the end, whatever happens (Java). */
  readonly resources: readonly Code[];
  readonly body: Body;
  readonly catches: readonly Catch[];
  readonly finally: Body | undefined;
}

export interface Catch extends Range {
  readonly kind: 'catch';
  /** As they are written; none where it takes all. */
  readonly types: readonly string[];
  readonly name: string | undefined;
  readonly body: Body;
}

/** `throw`, `raise`. Calls that end the program (`panic!`, `die`) are calls. */
export interface Throw extends Range {
  readonly kind: 'throw';
  readonly value: Code | undefined;
}

/** Rust's `a?`. */
export interface Propagate extends Range {
  readonly kind: 'propagate';
  readonly value: Code;
}

export interface Return extends Range {
  readonly kind: 'return';
  readonly value: Code | undefined;
  /** An arrow function's expression, Rust's last one, an arm's of a switch that is returned. */
  readonly isImplicit: boolean;
}

export interface Jump extends Range {
  readonly kind: 'jump';
  readonly word: 'break' | 'continue' | 'goto' | 'redo' | 'retry';
}

export interface Await extends Range {
  readonly kind: 'await';
  readonly value: Code;
}

export interface Yield extends Range {
  readonly kind: 'yield';
  readonly value: Code | undefined;
}

/** Go's `go f()`. */
export interface Spawn extends Range {
  readonly kind: 'spawn';
  readonly value: Code;
}

/** What happens at the end: Go's `defer`; `with`, `using` and `lock`, which close and unlock there. */
export interface Defer extends Range {
  readonly kind: 'defer';
  readonly form: 'defer' | 'with';
  readonly values: readonly Code[];
  /** Of `with`; undefined where it holds to the end of the block around. */
  readonly body: Body | undefined;
}

export interface FunctionCode extends Range {
  readonly kind: 'function';
  /** `block`: Ruby's and the like. `accessor`: read or written as a field. */
  readonly form: 'function' | 'method' | 'constructor' | 'accessor' | 'lambda' | 'block';
  readonly name: string | undefined;
  readonly params: readonly Param[];
  /** Go's, Rust's `self`. */
  readonly receiver: Param | undefined;
  /** The type it gives, as written. */
  readonly returns: string | undefined;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** `public`, `static`, `pub`, `export`… as written. */
  readonly modifiers: readonly string[];
  readonly decorators: readonly Code[];
  /** Read when first asked for; undefined where only the signature stands. */
  readonly body: Body | undefined;
}

export interface Param extends Range {
  readonly kind: 'param';
  /** Undefined where it is taken apart. */
  readonly name: string | undefined;
  /** What is taken apart. */
  readonly pattern: Code | undefined;
  readonly type: string | undefined;
  readonly value: Code | undefined;
  readonly isRest: boolean;
  readonly isOptional: boolean;
  /** Decorators, annotations, attributes. */
  readonly decorators: readonly Code[];
}

export interface ClassCode extends Range {
  readonly kind: 'class';
  readonly form:
    | 'class'
    | 'interface'
    | 'struct'
    | 'enum'
    | 'trait'
    | 'impl'
    | 'namespace'
    | 'object';
  readonly name: string | undefined;
  /** What it extends and implements, as written. */
  readonly bases: readonly string[];
  readonly modifiers: readonly string[];
  readonly decorators: readonly Code[];
  /** Read when first asked for. */
  readonly members: readonly Code[];
}

export interface Cast extends Range {
  readonly kind: 'cast';
  /** `nonNull`: TypeScript's and C#'s `a!`. `claim`: checked by nobody (`as`). `convert`: changes the value. */
  readonly form: 'convert' | 'claim' | 'nonNull';
  readonly value: Code;
  readonly type: string;
}

export interface List extends Range {
  readonly kind: 'list';
  readonly items: readonly Code[];
}

/** An object, dictionary, hash, struct literal. */
export interface Dict extends Range {
  readonly kind: 'dict';
  /** The struct's name. */
  readonly type: string | undefined;
  readonly entries: readonly Code[];
}

export interface Entry extends Range {
  readonly kind: 'entry';
  /** A `name` for a bare key, a `text` for one in quotes. */
  readonly key: Code;
  readonly value: Code;
}

export interface Spread extends Range {
  readonly kind: 'spread';
  readonly value: Code;
}

export interface Import extends Range {
  readonly kind: 'import';
  /** As written, without quotes: `./a`, `node:fs`, `os.path`, `github.com/x/y`, `std::io`, `..b`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
  /** Only types are taken, so nothing is loaded. */
  readonly isTypeOnly: boolean;
}

export interface ImportedName {
  /** `*` for all of it, `default` for the default export; the module's own last name where it is taken whole. */
  readonly name: string;
  /** What it is called here. */
  readonly local: string;
}

export interface Body extends Range {
  readonly kind: 'body';
  readonly statements: readonly Code[];
}

/** An expression that stands as a statement: its value is dropped. */
export interface Expression extends Range {
  readonly kind: 'expression';
  readonly value: Code;
}

/** JSX. */
export interface Element extends Range {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly Code[];
  readonly children: readonly Code[];
}

export interface Attribute extends Range {
  readonly kind: 'attribute';
  readonly name: string;
  readonly value: Code | undefined;
}

/** Several in one: `let a = 1, b = 2`, `a, b`. In a list of statements its items stand for it. */
export interface Group extends Range {
  readonly kind: 'group';
  readonly items: readonly Code[];
}

export interface Other extends Range {
  readonly kind: 'other';
  /** The grammar's type. */
  readonly type: string;
  readonly children: readonly Code[];
}
