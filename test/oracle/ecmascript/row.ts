import { statSync } from 'node:fs';
import { filesBelow, outputFolder } from '../engine/tools.ts';
import { ROOT } from '../../support/golden.ts';
import type { OracleParser, OracleRow } from '../row.ts';
import { classOf, dialectClassOf, isUnbroken } from './classes.ts';
import { formatted } from './format.ts';
import { type Dialect, treeOf } from './tree.ts';

const words = [
  ...[',', ';', '.', '(', ')', '{', '}', '[', ']', '=>', '...', '?.', '??', '?', ':', '@', '#x'],
  ...['=', '+', '++', '--', '-', '!', '~', '&&', '||', '&', '|', '*', '**', '/', '%', '<', '>'],
  ...[
    '<<',
    '>>',
    '>>>',
    '==',
    '===',
    '+=',
    '??=',
    '/x/g',
    '`x`',
    '`x${',
    '}`',
    '<a>',
    '</a>',
    '/>',
  ],
  ...[
    'x',
    '1',
    '0x1',
    '1n',
    '1.0',
    '"s"',
    "'s'",
    'null',
    'true',
    'this',
    'super',
    '{}',
    '[]',
    '()',
  ],
  ...['var', 'let', 'const', 'using', 'function', 'class', 'extends', 'new', 'delete', 'typeof'],
  ...['void', 'in', 'of', 'instanceof', 'async', 'await', 'yield', 'get', 'set', 'static'],
  ...['return', 'break', 'continue', 'throw', 'if', 'else', 'for', 'while', 'do', 'switch'],
  ...['case', 'default', 'try', 'catch', 'finally', 'debugger', 'with', 'import', 'export', 'from'],
];

const typeWords = [
  ...['type', 'interface', 'enum', 'namespace', 'module', 'declare', 'abstract', 'as', 'satisfies'],
  ...['is', 'asserts', 'keyof', 'unique', 'infer', 'readonly', 'public', 'private', 'protected'],
  ...['override', 'accessor', 'out', 'global', 'any', 'string', 'symbol', 'never', 'undefined'],
  ...['<T>', '<T,>', '-?', '+?', 'implements', 'require', 'defer', 'A', 'new ()', '() =>'],
];

/** Those whose authors use prettier; what it makes of others' code has other parentheses. */
const formattedPackages = new RegExp(
  [
    'sources/react-native-paper/',
    '(?:ajv/lib|(?:msal-\\w+|zod|cheerio|entities|htmlparser2|domutils)/src)/.*ts$',
    'node_modules/(?:commander|mocha|@secretlint/\\w+|@textlint/types)/(?!.*node_modules).*js$',
  ]
    .map((path) => `/${path}`)
    .join('|'),
);

const blanks = [
  ...[' ', '\n', '\n\n', '\t', '\r\n', '\f', '\u00a0', '\u2028', '\r', ''],
  ...[' /* c */ ', ' // c\n', ' /* c\n */ ', '\n// c\n', '/** d. */', '/**/', ' // c\u2028'],
];

const dialects = ['.js', '.ts', '.tsx'] as const;

/** JavaScript of the installed packages: many hands, old and new. */
export const javascript: OracleRow = {
  ...rowOf('javascript', '.js'),
  sources: () => [...packaged(/\.[cm]?js$/), ...unpacked('javascript', /\.jsx?$/)],
};

export const typescript: OracleRow = {
  ...rowOf('typescript', '.ts'),
  sources: () => [
    ...packaged(/\.[cm]?ts$/),
    ...unpacked('typescript', /^(?!.*\/fourslash\/).*\.[cm]?ts$/),
  ],
};

export const tsx: OracleRow = {
  ...rowOf('tsx', '.tsx'),
  missing: () =>
    unpacked('tsx', /\.tsx$/).length === 0
      ? `no sources below ${folderOf('tsx')}: unpack some there (\`npm pack react-native-paper\`)`
      : undefined,
  sources: () => unpacked('tsx', /\.tsx$/),
};

/** TypeScript's own parser and prettier. */
function rowOf(name: string, extension: Dialect): Omit<OracleRow, 'sources'> {
  return {
    name,
    extension,
    missing: () => undefined,
    unit: (block) => block,
    open: async () => parserOf(extension),
    dialects: dialects
      .filter((each) => each !== extension)
      .map((each) => ({
        extension: each,
        open: async () => parserOf(each),
        classOf: dialectClassOf,
      })),
    format: (texts) => formatted(texts, extension),
    words: [...words, ...(extension === '.js' ? [] : typeWords)],
    blanks,
    isIndented: false,
    isLeftBehind: isUnbroken,
    isFormatted: (file) => formattedPackages.test(file),
    classOf,
  };
}

function parserOf(dialect: Dialect): OracleParser {
  return {
    trees: async (texts) => texts.map((text) => treeOf(text, dialect)),
    close: () => {},
  };
}

function packaged(extension: RegExp): readonly string[] {
  return filesBelow([`${ROOT}/node_modules`], (path) => {
    // Folders have such names too.
    return (
      extension.test(path) &&
      statSync(path).isFile() &&
      !/\.min\.|\/(?:dist|lib)\/typescript\.js$/.test(path)
    );
  });
}

function folderOf(name: string): string {
  return `${outputFolder(name)}/sources`;
}

function unpacked(name: string, extension: RegExp): readonly string[] {
  return filesBelow([folderOf(name)], (path) => extension.test(path));
}
