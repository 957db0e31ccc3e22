import { ts } from '@ts-morph/common';
import { ecmascript } from '../../../server/src/core/blocks/languages/ecmascript.ts';
import { replaced, type TokenClass, tokenClassOf } from '../engine/tokenClasses.ts';
import type { Change } from '../row.ts';

/** The listed class of a difference, for all three dialects. */
export function classOf(change: Change): string | undefined {
  if (directivesOf(change.before) !== directivesOf(change.after)) return 'directives';
  if (sameTokens(change)) return layoutClassOf(change);
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

/**
 * Where the grammar ends a statement and the language does not, or the other way round. Such hashes
 * hold all tokens, so they are never equal by mistake.
 */
function layoutClassOf({ before, after, removed, inserted }: Change): string | undefined {
  const joined = (text: string): string => text.replace(behindExport, '$1 ');
  if (joined(before) === joined(after)) return 'a line break within an export';
  if (/[\u00a0\u2028\ufeff\f]|\r(?!\n)/.test(removed + inserted)) {
    return 'white space that the grammar does not know';
  }
  return commentsOverLines(before) === commentsOverLines(after)
    ? undefined
    : 'a comment over lines within a statement';
}

const behindExport =
  /(\bexport\b|\bexport\b[^;]*?\})(?:\s|\/\/[^\n\u2028]*[\n\u2028]|\/\*[^]*?\*\/)+/g;

function commentsOverLines(text: string): string {
  const comments = (text.match(token) ?? []).filter(isComment);
  return comments.filter((each) => each.includes('\n')).join('\n');
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
