import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What the rule `regex-semantics` finds, and its repairs. */
export const regexSemanticsExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`function isValidZip(zip) {
  return /\d{5}/.test(zip); ⟵
}
const trusted = /^https:\/\/api.example.com\//; ⟵
const word = new RegExp('\bid\b'); ⟵
const letters = /^[A-z]+$/; ⟵
const kind = /^image|video$/; ⟵`,
    quiet: String.raw`function isValidZip(zip) {
  return /^\d{5}$/.test(zip);
}
const trusted = /^https:\/\/api\.example\.com\//;
const word = new RegExp('\\bid\\b');
const letters = /^[A-Za-z]+$/;
const kind = /^(?:image|video)$/;
const trimmed = text.replace(/^\s+|\s+$/g, '');
function hasDigit(text) {
  return /\d/.test(text);
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`const TAG = /<b>/g;
export function isBold(text) {
  return TAG.test(text); ⟵
}`,
    quiet: String.raw`const TAG = /<b>/;
export function isBold(text) {
  return TAG.test(text);
}`,
  },
  {
    languages: ['python'],
    asks: String.raw`def is_valid_phone(phone):
    return re.search(r"\d{3}-\d{4}", phone) is not None ⟵

def validate_username(name):
    if not re.match(r"[a-z0-9_]+", name): ⟵
        raise ValueError(name)

WORD = re.compile("\bid\b") ⟵
HOST = re.compile(r"^https://api.example.com/") ⟵`,
    quiet: String.raw`def is_valid_phone(phone):
    return re.fullmatch(r"\d{3}-\d{4}", phone) is not None

def validate_username(name):
    if not re.match(r"[a-z0-9_]+$", name):
        raise ValueError(name)

WORD = re.compile(r"\bid\b")
HOST = re.compile(r"^https://api\.example\.com/")`,
  },
  {
    languages: ['go'],
    asks: `package a

var host = regexp.MustCompile(\`^https://api.example.com/\`) ⟵

func isValidZip(s string) bool {
	ok, _ := regexp.MatchString("[0-9]{5}", s) ⟵
	return ok
}`,
    quiet: `package a

var host = regexp.MustCompile(\`^https://api\\.example\\.com/\`)

func isValidZip(s string) bool {
	ok, _ := regexp.MatchString("^[0-9]{5}$", s)
	return ok
}`,
  },
  {
    languages: ['rust'],
    asks: String.raw`fn is_valid_zip(s: &str) -> bool {
    Regex::new(r"\d{5}").unwrap().is_match(s) ⟵
}
fn host() -> Regex {
    Regex::new(r"^https://api.example.com/").unwrap() ⟵
}`,
    quiet: String.raw`fn is_valid_zip(s: &str) -> bool {
    Regex::new(r"^\d{5}$").unwrap().is_match(s)
}
fn host() -> Regex {
    Regex::new(r"^https://api\.example\.com/").unwrap()
}`,
  },
  {
    languages: ['java'],
    asks: String.raw`class A {
  static final Pattern LETTERS = Pattern.compile("^[A-z]+$"); ⟵
  String[] parts(String ip) { return ip.split("."); } ⟵
  boolean isValidZip(String zip) {
    return Pattern.compile("\\d{5}").matcher(zip).find(); ⟵
  }
}`,
    quiet: String.raw`class A {
  static final Pattern LETTERS = Pattern.compile("^[A-Za-z]+$");
  String[] parts(String ip) { return ip.split("\\."); }
  boolean isValidZip(String zip) {
    return Pattern.compile("\\d{5}").matcher(zip).matches();
  }
}`,
  },
  {
    languages: ['csharp'],
    asks: String.raw`class A {
  static readonly Regex Host = new Regex(@"^https://api.example.com/"); ⟵
  bool IsValidZip(string zip) {
    return Regex.IsMatch(zip, @"\d{5}"); ⟵
  }
}`,
    quiet: String.raw`class A {
  static readonly Regex Host = new Regex(@"^https://api\.example\.com/");
  bool IsValidZip(string zip) {
    return Regex.IsMatch(zip, @"^\d{5}$");
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: String.raw`bool isValidZip(const std::string& s) {
  return std::regex_search(s, std::regex("[0-9]{5}")); ⟵
}
const std::regex letters("^[A-z]+$"); ⟵`,
    quiet: String.raw`bool isValidZip(const std::string& s) {
  return std::regex_match(s, std::regex("[0-9]{5}"));
}
const std::regex letters("^[A-Za-z]+$");`,
  },
  {
    languages: ['ruby'],
    asks: String.raw`class User
  validates :slug, format: { with: /^[a-z]+$/ } ⟵
  def valid_zip?(zip)
    zip.match?(/\d{5}/) ⟵
  end
end`,
    quiet: String.raw`class User
  validates :slug, format: { with: /\A[a-z]+\z/ }
  def valid_zip?(zip)
    zip.match?(/\A\d{5}\z/)
  end
end`,
  },
  {
    languages: ['php'],
    asks: String.raw`<?php
function isValidZip($zip) {
  return preg_match('/[0-9]{5}/', $zip) === 1; ⟵
}
$host = preg_match('#^https://api.example.com/#', $url); ⟵`,
    quiet: String.raw`<?php
function isValidZip($zip) {
  return preg_match('/^[0-9]{5}$/', $zip) === 1;
}
$host = preg_match('#^https://api\.example\.com/#', $url);`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: String.raw`const happy = /[👍🎉]/; ⟵
const accents = /[a-z\u0041\u0301]/u; ⟵
const flag = new RegExp("[🇯🇵]", "u"); ⟵
const family = /[\u{1F468}\u200D\u{1F469}]/u; ⟵
const code = /^abc[]/; ⟵`,
    quiet: String.raw`const happy = /[👍🎉]/u;
const accents = /[a-z\u0300-\u036f]|A\u0301/u;
const flag = new RegExp("🇯🇵", "u");
const family = /\u{1F468}\u200D\u{1F469}/u;
const code = /^abc[^]|\[]|[[\]]/;
const strange = /[\u0000\u00ad\u070f\u17b4\u17b5\u200c\u200d\ufeff]/g;`,
  },
  {
    languages: ['python'],
    asks: String.raw`flag = re.compile(r"[\U0001F1EF🇯🇵]") ⟵`,
    quiet: String.raw`flag = re.compile(r"🇯🇵|[👍🎉]")`,
  },
  {
    languages: ['go'],
    asks: 'var skuPattern = regexp.MustCompile(`[A-Z]{3}-\\d{5}`)\n\nfunc (i *Item) Check() error {\n\tif !skuPattern.MatchString(i.SKU) { ⟵\n\t\treturn fmt.Errorf("%q is not a SKU", i.SKU)\n\t}\n\treturn nil\n}\n',
    quiet:
      'var skuPattern = regexp.MustCompile(`^[A-Z]{3}-\\d{5}$`)\nvar tagPattern = regexp.MustCompile(`#\\d{5}`)\n\nfunc (i *Item) Check() error {\n\tif !skuPattern.MatchString(i.SKU) {\n\t\treturn fmt.Errorf("%q is not a SKU", i.SKU)\n\t}\n\tif tagPattern.MatchString(i.Note) {\n\t\ti.Tagged = true\n\t}\n\treturn nil\n}\n',
  },
  {
    languages: ['python'],
    asks: 'class VatField(CharField):\n    def to_internal_value(self, value):\n        if not re.search(r"DE\\d{9}", value): ⟵\n            raise ValidationError("not a VAT number")\n        return value\n',
    quiet:
      'class VatField(CharField):\n    def to_internal_value(self, value):\n        if not re.fullmatch(r"DE\\d{9}", value):\n            raise ValidationError("not a VAT number")\n        return value\n',
  },
  {
    languages: ['javascript', 'typescript'],
    asks: 'const user = new Schema({\n  name: { type: String, validate: { validator: (v) => /[a-z0-9_]{3,20}/.test(v) } }, ⟵\n});',
    quiet:
      'const user = new Schema({\n  name: { type: String, validate: { validator: (v) => /^[a-z0-9_]{3,20}$/.test(v) } },\n});\nexport const hasYear = (text) => /\\d{4}/.test(text);',
  },
  {
    languages: ['java'],
    asks: 'class PhoneValidator {\n  private static final Pattern PHONE = Pattern.compile("\\\\+?[0-9]{7,15}");\n\n  public boolean isValid(String value) {\n    return PHONE.matcher(value).find(); ⟵\n  }\n}\n',
    quiet:
      'class PhoneValidator {\n  private static final Pattern PHONE = Pattern.compile("\\\\+?[0-9]{7,15}");\n\n  public boolean isValid(String value) {\n    return PHONE.matcher(value).matches();\n  }\n}\n',
  },
];
