import type { CodeLanguage, ReadNode } from '../codeLanguage.ts';
import { other } from '../readCode.ts';
import { creationNodes } from './csharpCreations.ts';
import { expressionNodes } from './csharpExpressions.ts';
import { functionNodes } from './csharpFunctions.ts';
import { memberNodes } from './csharpMembers.ts';
import { attributeNodes } from './csharpModifiers.ts';
import { patternNodes } from './csharpPatterns.ts';
import { statementNodes } from './csharpStatements.ts';
import { body } from './plainNodes.ts';

/** Lines for the preprocessor that could change what the code does; they hold no code. */
const DIRECTIVES = [
  ...['preproc_define', 'preproc_undef', 'preproc_pragma', 'preproc_error', 'preproc_warning'],
];

/** C#, whose nodes are read in a file for each sort. */
export const csharp: CodeLanguage = {
  comments: new Set(['comment']),
  // `this` has no named node, so what is in parentheses is read by hand.
  wrappers: new Set(),
  empties: new Set([
    ...['empty_statement', 'shebang_directive', 'preproc_region', 'preproc_endregion'],
    ...['preproc_line', 'preproc_nullable'],
  ]),
  nodes: new Map<string, ReadNode>([
    ['compilation_unit', body],
    ['block', body],
    ...DIRECTIVES.map((type): [string, ReadNode] => [type, (node) => other(node, [])]),
    ...statementNodes,
    ...expressionNodes,
    ...creationNodes,
    ...patternNodes,
    ...functionNodes,
    ...memberNodes,
    ...attributeNodes,
  ]),
};
