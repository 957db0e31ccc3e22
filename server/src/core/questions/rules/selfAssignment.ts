import type { Code } from '../../code/code.ts';
import { isExplained } from '../facts/explained.ts';
import { isSameField } from '../facts/ownField.ts';
import { isRepeatable } from '../facts/repeatable.ts';
import { ECMASCRIPT, isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** To write these does something even where the value stays. */
const ACTS =
  /\b(?:location|href|src|innerHTML|scroll\w*|selected\w*|value|className|options|style|display|exports|__class__|window|globalThis)\b/;

/** A variable or field is given what it already has. */
export const selfAssignment: Rule = {
  id: 'self-assignment',
  row: 40,
  title: 'A variable that is given its own value',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [480, 563],
  kind: 'check',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    for (const one of view.all('assign')) {
      const { target, operator, value } = one;
      if (!/^(?:\|\||&&|\?\?)?=$/.test(operator) || !value) continue;
      const words = view.textOf(target);
      // C++'s `Point(int x) : x(x)` names a field and a parameter.
      if (!view.text.slice(target.end, value.start).includes('=')) continue;
      if (ACTS.test(words) || !isOwnValue(context, target, value)) continue;
      // A test may be after what a setter does.
      if (isTest && target.kind !== 'name') continue;
      if (!isDone(context, one) || isExplained(view, one)) continue;
      // Rust's `type Error = Error;` names a type.
      if (/^\s*(?:pub )?type\b/.test(view.textOf(view.statementOf(one)))) continue;
      yield { at: one, about: { name: quoted(view, target) } };
    }
  },
  ask: ({ name, line }) => `Line ${line} gives ${name} the value that it already has.`,
  obligations: ['state'],
  page: {
    why: 'The line changes nothing. Where a field and a parameter have one name, the field is most often what was meant on the left, and it stays empty.',
    instead: 'Name the field (`this.name = name`), or take the line out.',
    sources: ['CWE-480, CWE-563', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function swap(a, b) {\n  [a, b] = [a, b]; ⟵\n  ({ a, b } = { a, b }); ⟵\n  return [a, b];\n}',
      quiet:
        'function swap(a, b) {\n  [a, b] = [b, a];\n  ({ a, b } = { b: a, a: b });\n  return [a, b];\n}',
    },
    {
      languages: ['java', 'csharp'],
      asks: 'class User {\n  private int age;\n  void rename(int years) {\n    this.age = age; ⟵\n    age = this.age; ⟵\n  }\n}\n',
      quiet:
        'class User {\n  private int age;\n  void rename(int age) {\n    this.age = age;\n  }\n  int older() {\n    int age = load();\n    this.age = age;\n    return age;\n  }\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'first, last = first, last ⟵\nname ||= name ⟵\n',
      quiet: 'first, last = last, first\nname ||= other\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc swap(a, b int) {\n\ta, b = a, b ⟵\n}\n',
      quiet: 'package a\n\nfunc swap(a, b int) {\n\ta, b = b, a\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'class User {\n  rename(name) {\n    name = name; ⟵\n    this.age = this.age; ⟵\n  }\n}',
      quiet:
        'class User {\n  rename(name) {\n    this.name = name;\n    this.age = this.years;\n    img.src = img.src;\n  }\n}',
    },
    {
      languages: ['python'],
      asks: 'class User:\n    def __init__(self, name):\n        name = name ⟵\n',
      quiet:
        'class User:\n    def __init__(self, name):\n        self.name = name\n        save(name=name)\n        kind = find()\n        kind = kind  # locals() below reads it\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc (u *User) Rename(name string) {\n\tu.Name = u.Name ⟵\n}\n',
      quiet:
        'package a\n\nfunc (u *User) Rename(name string) {\n\tu.Name = name\n\tname := name\n\tgo log(name)\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'impl User {\n    fn rename(&mut self, name: String) {\n        self.name = self.name; ⟵\n    }\n}\n',
      quiet:
        'impl User {\n    fn rename(&mut self, name: String) {\n        self.name = name;\n    }\n}\nfn wrap() {\n    impl Service for User {\n        type Error = Error;\n    }\n}\n',
    },
    {
      languages: ['java', 'csharp'],
      asks: 'class User {\n  private string name;\n  User(string name) {\n    name = name; ⟵\n  }\n}\n',
      quiet:
        'class User {\n  private string name;\n  User(string name) {\n    this.name = name;\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'void User::rename(std::string name) {\n  name = name; ⟵\n}\n',
      quiet: 'void User::rename(std::string name) {\n  this->name = name;\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'class User\n  def initialize(name)\n    name = name ⟵\n    @age = @age ⟵\n  end\nend\n',
      quiet: 'class User\n  def initialize(name)\n    @name = name\n    @age ||= 0\n  end\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nclass User {\n  function __construct($name) {\n    $name = $name; ⟵\n  }\n}\n',
      quiet:
        '<?php\nclass User {\n  function __construct($name) {\n    $this->name = $name;\n  }\n}\n',
    },
  ],
};

/** `a` and `a`, `a, b` and `a, b`; in a class that has the field `a`, also `this.a` and `a`. */
function isOwnValue(context: RuleContext, target: Code, value: Code): boolean {
  const { view, language } = context;
  if (target.kind === 'pattern' || target.kind === 'list') {
    if (view.flat(target) === view.flat(value)) return true;
    const parts = target.kind === 'pattern' ? target.parts : target.items;
    const values =
      value.kind === 'list' ? value.items : value.kind === 'pattern' ? value.parts : [];
    const isSame = (part: Code, i: number): boolean => {
      const other = values[i];
      return other !== undefined && isRepeatable(part) && view.flat(part) === view.flat(other);
    };
    if (parts.length === 0 || parts.length !== values.length) return false;
    // Elsewhere several are given at once where only some change: `a, n = a, 0`.
    return isEcmascript(language) ? parts.some(isSame) : parts.every(isSame);
  }
  if (!isRepeatable(target)) return false;
  return view.textOf(target) === view.textOf(value) || isSameField(context, target, value);
}

/** Names of a module and a class may be told others by being given again. */
function isDone({ view, language }: RuleContext, one: Code): boolean {
  if (view.enclosing(one, 'function') !== undefined) return true;
  if (language === 'python') return false;
  return !view.around(one).some(({ kind }) => kind === 'class' || kind === 'named');
}
