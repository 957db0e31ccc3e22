/** What `dist/parser.cjs` holds: tree-sitter, which only files with AI code need. */
export { createBlockReader } from './node/parsers/blockReader.ts';
