import type { CodeView } from '../../code/codeView.ts';
import type { Range } from '../../text/range.ts';
import type { LanguageId } from '../languageId.ts';
import { functionOf, type Mark, marksIn } from './header.ts';
import { isReason } from './saidWhy.ts';

/** A word to a tool not to look. */
export interface Suppression {
  readonly at: Range;
  /** As written: `eslint-disable-next-line no-eval`, `#[allow(unused)]`. */
  readonly words: string;
  readonly key: string;
  /** It is about the look of code only. */
  readonly isStyle: boolean;
  /** It switches off a tool that looks for security holes. */
  readonly isSecurity: boolean;
  /** All of a file, or all that the tool knows, is left out. */
  readonly isWide: boolean;
  readonly hasReason: boolean;
}

/** What is left out of a count of lines hides no complaint. */
const IS_COVERAGE =
  /^(?:istanbul ignore|c8 ignore|v8 ignore|pragma:\s*no cover|LCOV_EXCL|:nocov:)/i;

/** What begins it, in a comment's text; the rest of the line names what is left out. */
const IN_COMMENT =
  /(?:eslint-disable(?:-next-line|-line)?|biome-ignore(?:-all|-start)?|oxlint-disable(?:-next-line|-line)?|deno-lint-ignore(?:-file)?|tslint:disable(?:-next-line|-line)?|jshint ignore:\s*(?:line|start)|standard-disable|@ts-ignore|@ts-expect-error|@ts-nocheck|\$FlowFixMe|istanbul ignore|c8 ignore|v8 ignore|webpackIgnore|stylelint-disable|noqa\b|flake8:|ruff:|type:\s*ignore|pyright:|mypy:|pylint:\s*(?:disable|skip-file)|nosec\b|pragma:\s*no cover|pytype:\s*disable|noinspection|nolint\b|#nosec\b|lint:ignore|lint:file-ignore|nosemgrep|NOSONAR|NOLINT(?:NEXTLINE|BEGIN)?|cppcheck-suppress|coverity\[|PVS-|LCOV_EXCL|lgtm\s*\[|codeql\[|CHECKSTYLE[:.]?\s*OFF|CHECKSTYLE:SUPPRESS|NOPMD|NOCHECKSTYLE|ReSharper disable|rubocop:disable|rubocop:todo|reek:|:nocov:|brakeman:ignore|steep:ignore|phpcs:(?:ignore|disable|ignoreFile)|@codingStandardsIgnore|phpstan-ignore|@phpstan-ignore|@psalm-suppress|@phan-suppress|@suppress|snyk:ignore|gitleaks:allow|tfsec:ignore|checkov:skip|trivy:ignore|semgrep-ignore)[^\r\n]*/i;
/** Only these begin a comment for good: others are words that a comment may hold. */
const MARKS_AT_START = /^[\s/*#;!<-]*(?:@?[\w$:#-]+)/;

const IN_MARK =
  /^(?:allow|expect|SuppressWarnings|SuppressMessage|SuppressFBWarnings|SuppressLint|Suppress|UnconditionalSuppressMessage|no_type_check|ExcludeFromCodeCoverage|ExcludeFromJacocoGeneratedReport|NoWarn)$/;
const PRAGMA =
  /^[ \t]*#\s*pragma\s+(?:warning\s*(?:\(\s*)?(?:disable|push\s*,\s*0)|GCC\s+diagnostic\s+ignored|clang\s+diagnostic\s+ignored|GCC\s+system_header|nowarn)[^\r\n]*/gm;

const STYLE =
  /E501|E1\d\d|E2\d\d|E3\d\d|F8[0-9]\d|N8\d\d|missing_debug|explicit-module|no-shadow|no-use-before|require-|prefer-|E70\d|W29\d|W50\d|E402|E127|E128|E731|D1\d\d|I00\d|F401|max-len|line-too-long|line[-_]?length|prettier|indent|quotes|camelcase|invalid-name|naming|missing-\w*docstring|Layout\/|Style\/|Metrics\/|Naming\/|too-many|too_many|non_snake_case|non_camel_case|non_upper_case|no-multi|rustfmt|formatter|lll\b|gofmt|stylecheck|wrong-import|import-order|sort-imports|ungrouped|import\/order|import\/no-extraneous|no-console|unused_imports|unreachable_pub|missing_docs|large_enum|type_complexity|module_name|module_inception|needless|redundant|readability|google-|LineLength|Squiz|PSR|Generic\.Files|header|filename|func-names|no-underscore|no-plusplus|no-param-reassign|id-length|rawtypes|serial\b|IDE\d+|CA17\d\d|CS1591|SA\d{4}|wildcard|trivial_\w{0,8}casts|unused_results|comment-style|denylist|max-statements|max-lines|complexity|restricted-imports/i;
/** Clippy's lints are about how code is put, but for these. */
const CLIPPY_STYLE =
  /clippy::(?!all|unwrap|expect|panic|todo|unimpl|index|arith|cast_|integer|float_cmp|await_hold|mutex|mem_forget|transmute|unsafe|not_unsafe|missing_safety|correctness|suspicious|restriction|pedantic|let_underscore|undocumented|large_futures|unused_io)/;
const SECURITY =
  /nosec|nosemgrep|gosec|gitleaks|snyk|tfsec|checkov|trivy|codeql|lgtm|brakeman|security|no-eval|S[1-7]\d\d\b|detect-|FindBugs|FBWarnings|CA2100|CA3\d\d\d|CA53\d\d|injection|bandit/i;
const WIDE =
  /@ts-nocheck|ignore-all|-file|skip-file|ignoreFile|warnings?\s*,\s*0|\ball\b|^(?:eslint-disable|noqa\b|nolint|type:\s*ignore)\s*$/i;
/** Three words in a row, say why; so does a reason by its name. */
const SENTENCE = /[a-z']{2,},? +[a-z']{2,},? +[a-z]{2,}/i;
const REASON = /(?:justification|reason)\s*=\s*"[^"<]/i;
/** What stands for code, or belongs to the directive, is no reason. */
const NO_REASON =
  /[[(][^\])]*[\])]|\b(?:ignore|disable|ignored|next|once|line|else|if|start|all|file|warning|diagnostic)\b/gi;

/** What a block tells tools to leave out, in text order. */
export function suppressionsIn(view: CodeView, language: LanguageId): readonly Suppression[] {
  const found: Suppression[] = [];
  for (const { start, end, text } of view.comments) {
    const match = IN_COMMENT.exec(text);
    if (!match || !isDirective(text, match.index)) continue;
    if (isOfImport(view, start) || IS_COVERAGE.test(match[0])) continue;
    const words = match[0].replace(/\s*(?:\*\/|-->)\s*$/, '').trim();
    found.push(suppressionOf({ start: start + match.index, end }, words));
  }
  for (const { name, text, start } of marksOfBlock(view, language)) {
    if (!IN_MARK.test(name) || (/^(?:allow|expect)$/.test(name) && language !== 'rust')) continue;
    found.push(suppressionOf({ start, end: start + text.length }, text));
  }
  if (language === 'cpp' || language === 'csharp') {
    const { start, end } = view.range;
    for (const match of view.text.slice(start, end).matchAll(PRAGMA)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length };
      if (view.isOwn(at)) found.push(suppressionOf(at, match[0].trim()));
    }
  }
  return found
    .map((one) => (isExplainedBefore(view, one.at.start) ? { ...one, hasReason: true } : one))
    .sort((a, b) => a.at.start - b.at.start);
}

/** The comment on the line above says why. */
function isExplainedBefore(view: CodeView, start: number): boolean {
  const line = view.text.lastIndexOf('\n', start - 1) + 1;
  // Behind code, what stands above is about the code.
  if (/\w/.test(view.text.slice(line, start))) return false;
  const above = view.comments.findLast(({ end }) => end <= line);
  if (!above || IN_COMMENT.test(above.text)) return false;
  const between = view.text.slice(above.end, line);
  return between.trim() === '' && between.split('\n').length <= 2 && isReason(above.text);
}

/** What is taken in only to be handed on, and the end of a long text, are told to linters by the line. */
function isOfImport(view: CodeView, start: number): boolean {
  const line = view.text.slice(view.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*(?:from\b|import\b|"""|\)\s*$)/.test(line);
}

/** It stands at the comment's start, or behind other directives: prose may speak of it too. */
function isDirective(text: string, index: number): boolean {
  if (index === 0) return true;
  const before = text.slice(0, index);
  return !/[A-Za-z]{2,}/.test(before) || MARKS_AT_START.test(before.slice(before.lastIndexOf('#')));
}

function suppressionOf(at: Range, words: string): Suppression {
  const isSecurity = SECURITY.test(words);
  const said = words.replace(/^\S+/, '');
  return {
    at,
    words,
    key: words.replace(/\s+/g, ' '),
    isSecurity,
    isStyle: !isSecurity && (STYLE.test(words) || CLIPPY_STYLE.test(words)),
    isWide: WIDE.test(words),
    hasReason:
      /\/\/\s*[A-Za-z]{4,}/.test(said) ||
      REASON.test(said) ||
      SENTENCE.test(said.replace(NO_REASON, ' ; ')),
  };
}

/** Marks before and in the block's declaration, and Rust's on the statements in it. */
function marksOfBlock(view: CodeView, language: LanguageId): readonly Mark[] {
  const { start, end } = view.range;
  const code = functionOf(view);
  if (language === 'rust' || language === 'csharp') {
    return marksIn(view, start, end).filter((mark) =>
      view.isOwn({ start: mark.start, end: mark.start + 1 }),
    );
  }
  if (language === 'java') {
    return marksIn(view, start, end).filter((mark) =>
      view.isOwn({ start: mark.start, end: mark.start + 1 }),
    );
  }
  return code ? marksIn(view, start, code.body?.start ?? end) : [];
}
