import { isRepeatable } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
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
  *find({ view, isTest }: RuleContext): Iterable<Trigger> {
    for (const one of view.all('assign')) {
      const { target, operator, value } = one;
      if (operator !== '=' || !value || !isRepeatable(target)) continue;
      const words = view.textOf(target);
      // C++'s `Point(int x) : x(x)` names a field and a parameter.
      if (!view.text.slice(target.end, value.start).includes('=')) continue;
      if (words !== view.textOf(value) || ACTS.test(words)) continue;
      // A test may be after what a setter does.
      if (isTest && target.kind !== 'name') continue;
      if (view.enclosing(one, 'function') === undefined) continue;
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
      asks: 'class User {\n  rename(name) {\n    name = name; ⟵\n    this.age = this.age; ⟵\n  }\n}',
      quiet:
        'class User {\n  rename(name) {\n    this.name = name;\n    this.age = this.years;\n    img.src = img.src;\n  }\n}',
    },
    {
      languages: ['python'],
      asks: 'class User:\n    def __init__(self, name):\n        name = name ⟵\n',
      quiet:
        'class User:\n    def __init__(self, name):\n        self.name = name\n        save(name=name)\n',
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
        'impl User {\n    fn rename(&mut self, name: String) {\n        self.name = name;\n    }\n}\n',
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
