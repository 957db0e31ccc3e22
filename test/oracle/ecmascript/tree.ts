import { ts } from '@ts-morph/common';
import { withLf } from '../../../server/src/core/text/lineIndex.ts';

/** As the compiler names its kinds of files. */
export type Dialect = '.ts' | '.tsx' | '.js';

/**
 * The tree that TypeScript's own parser sees, undefined where it finds a syntax error. Everything
 * that a node holds is in it, but for `unread`. The same text may be read as several dialects:
 * what equal trees are of is equal in all.
 */
export function treeOf(text: string, dialect: Dialect): string | undefined {
  const name = `unit${dialect}`;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext);
  if (hasErrors(file)) return undefined;
  const out: string[] = [];
  const open: unknown[] = [file.statements];
  // A loop, because expressions can be deeper than the stack.
  while (open.length !== 0) {
    const value = open.pop();
    if (Array.isArray(value)) {
      out.push('[');
      open.push(']', ...value.filter((each) => !saysNothing(each)).toReversed());
    } else if (isNode(value)) {
      out.push(`(${ts.SyntaxKind[value.kind]} ${value.flags & readFlags} `);
      if (isRefusedLater(value, text)) return undefined;
      open.push(')', ...fieldsOf(value).toReversed());
    } else {
      out.push(String(value));
    }
  }
  return out.join('');
}

/** Only a program knows what of TypeScript's syntax JavaScript does not have. */
function hasErrors(file: ts.SourceFile): boolean {
  const program = ts.createProgram({
    rootNames: [file.fileName],
    options: { noLib: true, noResolve: true, allowJs: true, types: [] },
    host: {
      getSourceFile: (name) => (name === file.fileName ? file : undefined),
      getDefaultLibFileName: () => '',
      writeFile: () => {},
      getCurrentDirectory: () => '',
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      fileExists: (name) => name === file.fileName,
      readFile: () => undefined,
    },
  });
  return program.getSyntacticDiagnostics(file).length !== 0;
}

/** What flags of a node tell of the code; the others tell where it stands. */
const readFlags =
  ts.NodeFlags.BlockScoped |
  ts.NodeFlags.OptionalChain |
  ts.NodeFlags.NestedNamespace |
  ts.NodeFlags.Namespace |
  ts.NodeFlags.GlobalAugmentation;

/** Positions, caches, comments, and spellings that the parser tells without a pattern. */
const unread: ReadonlySet<string> = new Set([
  ...['kind', 'pos', 'end', 'parent', 'id', 'flags', 'transformFlags', 'modifierFlagsCache'],
  ...['jsDoc', 'jsDocCache', 'assertClause'],
  ...['hasExtendedUnicodeEscape', 'numericLiteralFlags', 'templateFlags', 'singleQuote'],
  ...['multiLine', 'containsOnlyTriviaWhiteSpaces', 'possiblyExhaustive'],
]);

function fieldsOf(node: ts.Node): readonly unknown[] {
  return Object.entries(node)
    .filter(([key, value]) => value !== undefined && !unread.has(key))
    .flatMap(([key, value]) => [` ${key}=`, wordOf(node, value)]);
}

function wordOf({ kind }: ts.Node, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = withLf(value);
  return JSON.stringify(kind === ts.SyntaxKind.JsxText ? jsxTextOf(text) : text);
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === 'object' && value !== null && 'kind' in value && 'pos' in value;
}

/** Of what the parser lets pass and the checker refuses: what the grammars refuse too. */
function isRefusedLater(node: ts.Node, text: string): boolean {
  if (ts.isVariableDeclarationList(node)) {
    return node.declarations.length === 0 || node.declarations.hasTrailingComma === true;
  }
  if (ts.isHeritageClause(node)) return node.types.hasTrailingComma === true;
  if (ts.isTypeReferenceNode(node) || ts.isCallExpression(node)) {
    // `A.<B>`, as in JSDoc.
    const { typeArguments } = node;
    const name = ts.isCallExpression(node) ? node.expression : node.typeName;
    const between = text.slice(name.end, typeArguments?.pos ?? name.end);
    return typeArguments?.hasTrailingComma === true || /^\s*\./.test(between);
  }
  if (ts.isClassLike(node)) {
    const clauses = node.heritageClauses ?? [];
    const kinds = node.modifiers?.map(({ kind }) => kind) ?? [];
    const { DefaultKeyword, ExportKeyword, ExtendsKeyword } = ts.SyntaxKind;
    return (
      (kinds.includes(DefaultKeyword) && !kinds.includes(ExportKeyword)) ||
      clauses.some(({ token, types }) => token === ExtendsKeyword && types.length !== 1)
    );
  }
  if (ts.isExpressionWithTypeArguments(node)) return node.typeArguments?.hasTrailingComma === true;
  if (ts.isParameter(node))
    return node.questionToken !== undefined && node.initializer !== undefined;
  if (ts.isPropertySignature(node)) return 'initializer' in node && node.initializer !== undefined;
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
    return 'questionToken' in node && node.questionToken !== undefined;
  }
  return ts.SyntaxKind.FirstJSDocNode <= node.kind && node.kind <= ts.SyntaxKind.LastJSDocNode;
}

/** JSX text that is dropped, and a semicolon among members, which ECMAScript gives no meaning. */
function saysNothing(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (ts.isSemicolonClassElement(value)) return true;
  return ts.isJsxText(value) && jsxTextOf(withLf(value.text)) === '';
}

/**
 * What every compiler of JSX makes of its text. TypeScript's trims all kinds of white space, Babel's
 * blanks and tabs.
 */
function jsxTextOf(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => {
      const fromStart = index === 0 ? line : line.replace(/^[ \t]+/, '');
      return index === last ? fromStart : fromStart.replace(/[ \t]+$/, '');
    })
    .filter((line) => line !== '')
    .join(' ');
}
