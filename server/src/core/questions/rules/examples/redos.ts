import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What the rule `redos` finds, and its repairs. */
export const redosExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`const EMAIL = /^([a-zA-Z0-9]+[._-]?)+@example\.com$/; ⟵
export function isName(text) {
  return /^(\w+\s?)*$/.test(text); ⟵
}
const digits = new RegExp('^(\\d+)*$'); ⟵`,
    quiet: String.raw`const EMAIL = /^[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*@example\.com$/;
export function isName(text) {
  return /^\w+(?:\s\w+)*$/.test(text);
}
const digits = new RegExp('^\\d+$');
const path = /^(?:\/[\w-]+)*\/?$/;`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`const tag = /^(a|aa)+$/; ⟵
const list = /^(?:[a-z]+,?)*$/i; ⟵
const spaces = /^\s*\s*\w+\s*\s*$/; ⟵`,
    quiet: String.raw`const tag = /^(a|b)+$/;
const list = /^[a-z]+(?:,[a-z]+)*$/i;
const spaces = /^\s*\w+\s*$/;
const quoted = /"(?:[^"\\]|\\.)*"/;`,
  },
  {
    languages: ['python'],
    asks: String.raw`EMAIL = re.compile(r"^([a-zA-Z0-9]+[._-]?)+@example\.com$") ⟵
def is_name(text):
    return re.match(r"^(\w+\s?)*$", text) ⟵`,
    quiet: String.raw`EMAIL = re.compile(r"^[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*@example\.com$")
def is_name(text):
    return re.match(r"^\w+(?:\s\w+)*$", text)`,
  },
  {
    languages: ['java'],
    asks: String.raw`class A {
  static final Pattern NAME = Pattern.compile("^(\\w+\\s?)*$"); ⟵
  boolean isList(String s) { return s.matches("([a-z]+,?)*"); } ⟵
}`,
    quiet: String.raw`class A {
  static final Pattern NAME = Pattern.compile("^\\w+(?:\\s\\w+)*$");
  boolean isList(String s) { return s.matches("[a-z]++(?:,[a-z]++)*+"); }
}`,
  },
  {
    languages: ['csharp'],
    asks: String.raw`class A {
  static readonly Regex Name = new Regex(@"^(\w+\s?)*$"); ⟵
  bool IsList(string s) => Regex.IsMatch(s, "^(?:[a-z]+,?)*$"); ⟵
}`,
    quiet: String.raw`class A {
  static readonly Regex Name = new Regex(@"^\w+(?:\s\w+)*$");
  static readonly Regex Words = new Regex(@"^(\w+\s?)*$", RegexOptions.NonBacktracking);
  bool IsList(string s) => Regex.IsMatch(s, "^[a-z]+(?:,[a-z]+)*$");
}`,
  },
  {
    languages: ['cpp'],
    asks: String.raw`bool isName(const std::string& s) {
  static const std::regex name("^(\\w+\\s?)*$"); ⟵
  return std::regex_match(s, name);
}`,
    quiet: String.raw`bool isName(const std::string& s) {
  static const std::regex name("^\\w+(?:\\s\\w+)*$");
  return std::regex_match(s, name);
}`,
  },
  {
    languages: ['ruby'],
    asks: String.raw`NAME = /\A(\w+\s?)*\z/ ⟵
def list?(text)
  text.match?(Regexp.new('\A(?:[a-z]+,?)*\z')) ⟵
end`,
    quiet: String.raw`NAME = /\A\w+(?:\s\w+)*\z/
def list?(text)
  text.match?(Regexp.new('\A[a-z]+(?:,[a-z]+)*\z'))
end`,
  },
  {
    languages: ['php'],
    asks: String.raw`<?php
function isName($text) {
  return preg_match('/^(\w+\s?)*$/', $text); ⟵
}`,
    quiet: String.raw`<?php
function isName($text) {
  return preg_match('/^\w+(?:\s\w+)*$/', $text);
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`export function isAmount(request) {
  return /^\d*\.?\d*$/.test(request.body.amount); ⟵
}`,
    quiet: String.raw`export function isAmount() {
  return /^\d*\.?\d*$/.test($('#search').val());
}
export function children() {
  const { stdout } = spawnSync('ps', ['ax']);
  return /(\d+)\s*(\d+)/.exec(stdout);
}`,
  },
  {
    languages: ['ruby'],
    asks: String.raw`def number?(text)
  text.match?(/^\s*\s*\w+$/) ⟵
end`,
    quiet: String.raw`def number?(text)
  text.match?(/\A[ \n]*,?\s*\w+\z/)
end`,
  },
  {
    languages: ['php'],
    asks: String.raw`<?php
function isName($text) {
  return preg_match('/^(?:[a-z]+,?)*$/', $text); ⟵
}`,
    quiet: String.raw`<?php
function bridge($text) {
  return preg_match('/^\d+:\s+([^\s:@]+).+\s+master\s+(\S+)/', $text);
}`,
  },
];
