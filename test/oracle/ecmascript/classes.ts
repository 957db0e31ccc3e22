import { ts } from '@ts-morph/common';
import { ecmascript } from '../../../server/src/core/blocks/languages/ecmascript.ts';
import { replaced, type TokenClass, tokenClassOf } from '../engine/tokenClasses.ts';
import type { Change } from '../row.ts';

/** The listed class of a difference, for all three dialects. */
export function classOf(change: Change): string | undefined {
  if (directivesOf(change.before) !== directivesOf(change.after)) return 'directives';
  // White space alone is never a class of tokens.
  if (sameTokens(change)) return undefined;
  return tokenClassOf(change, tokensOf, classes);
}

const classes: readonly TokenClass[] = [
  { name: 'spelling of quotes and strings', rewrite: (tokens) => tokens.map(stringValue) },
  { name: 'spelling of numbers', rewrite: (tokens) => tokens.map(numberValue) },
  { name: 'redundant parentheses', rewrite: replaced(/[()]/g, '') },
];

const token =
  /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?\*\/|`(?:\\[^]|[^`\\])*`|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|\.?\d(?:[eE][+-](?=\d)|[\w.])*|[\w$\\#]+|[^\s]/g;

function tokensOf(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((each) => !isComment(each));
}

function sameTokens({ before, after }: Change): boolean {
  return tokensOf(before).join(' ') === tokensOf(after).join(' ');
}

function directivesOf(text: string): string {
  const comments = (text.match(token) ?? []).filter(isComment);
  return comments.filter((each) => ecmascript.isDirective(each)).join('\n');
}

function isComment(word: string): boolean {
  return word.startsWith('//') || word.startsWith('/*');
}

function stringValue(word: string): string {
  return /^["']/.test(word) ? JSON.stringify(valueOf(word)) : word;
}

function numberValue(word: string): string {
  return /^\.?\d/.test(word) ? valueOf(word) : word;
}

/** A literal's value, as TypeScript's scanner reads it. */
function valueOf(literal: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true);
  scanner.setText(literal);
  scanner.scan();
  return scanner.getTokenValue();
}
