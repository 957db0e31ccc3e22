import type { Code, If, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { caughtBefore } from '../facts/caughtBefore.ts';
import { leaving, type Place } from '../facts/leaves.ts';
import { isRepeatable } from '../facts/repeatable.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted } from '../words.ts';

/** A later branch asks what an earlier one of the chain has asked already. */
export const repeatedCondition: Rule = {
  id: 'repeated-condition',
  row: 40,
  title: 'A branch that is never taken: its condition came before',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [561, 570],
  kind: 'check',
  isOn: true,
  absent: {},
  *find({ view, language }: RuleContext): Iterable<Trigger> {
    for (const one of view.all('if')) {
      const parent = view.parentOf(one);
      // The chain is looked at from its first `if`.
      if (parent?.kind === 'if' && parent.otherwise === one) continue;
      yield* repeated(view, conditionsOf(one));
    }
    for (const { statements } of view.all('body')) {
      for (const run of guardsIn({ view, language }, statements)) yield* repeated(view, run);
    }
    for (const one of view.all('switch')) {
      if (!one.subject) yield* repeated(view, testsOf(one));
    }
    for (const one of view.all('try')) {
      for (const { at, type, first } of caughtBefore(view, language, one)) {
        const about = { code: inBackticks(type), first: String(view.lineOf(first)), how: 'caught' };
        yield { at, about };
      }
    }
  },
  ask: ({ code, line, first, how }) =>
    how === 'caught'
      ? `Line ${line} waits for ${code}: line ${first} has caught it already, so this branch is never taken.`
      : `Line ${line} asks ${code} again: line ${first} of the same chain did, so this branch is never taken.`,
  obligations: ['branch'],
  page: {
    why: 'The first branch with the condition takes all that this one waits for. It is a copy in which the condition was to be changed.',
    instead: 'Ask what was meant, or take the branch out.',
    sources: ['CWE-561, CWE-570', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: ['python'],
      asks: 'def load(path):\n    try:\n        return read(path)\n    except OSError:\n        return None\n    except FileNotFoundError: ⟵\n        return create(path)\n',
      quiet:
        'def load(path):\n    try:\n        return read(path)\n    except FileNotFoundError:\n        return create(path)\n    except OSError:\n        return None\n',
    },
    {
      languages: ['python'],
      asks: 'def load(path):\n    try:\n        return read(path)\n    except Exception:\n        return None\n    except ValueError: ⟵\n        raise LoadError(path)\n',
      quiet:
        'def load(path):\n    try:\n        return read(path)\n    except ValueError:\n        raise LoadError(path)\n    except Exception:\n        return None\n    except KeyboardInterrupt:\n        stop()\n',
    },
    {
      languages: ['ruby'],
      asks: 'def load(path)\n  read(path)\nrescue IOError\n  retry_later\nrescue ParseError, IOError ⟵\n  nil\nend\n',
      quiet:
        'def load(path)\n  read(path)\nrescue IOError\n  retry_later\nrescue StandardError\n  nil\nrescue Interrupt\n  stop\nend\n',
    },
    {
      languages: ['csharp'],
      asks: 'class A {\n  void Load() {\n    try { Read(); }\n    catch (Exception) { Log(); }\n    catch (IOException) { Retry(); } ⟵\n  }\n}\n',
      quiet:
        'class A {\n  void Load() {\n    try { Read(); }\n    catch (Exception e) when (e is TimeoutException) { Log(); }\n    catch (IOException) { Retry(); }\n  }\n}\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction load() {\n  try {\n    read();\n  } catch (Exception $e) {\n    retry();\n  } catch (ReadException $e) { ⟵\n    stop();\n  }\n}\n',
      quiet:
        '<?php\nfunction load() {\n  try {\n    read();\n  } catch (ReadException $e) {\n    retry();\n  } catch (Exception $e) {\n    stop();\n  } catch (TypeError $e) {\n    fail();\n  }\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function fee(kind) {\n  if (kind === "card") {\n    return 3;\n  } else if (kind === "bank") {\n    return 1;\n  } else if (kind === "card") { ⟵\n    return 2;\n  }\n}',
      quiet:
        'function fee(kind) {\n  if (kind === "card") {\n    return 3;\n  } else if (kind === "bank") {\n    return 1;\n  } else if (kind === "cash") {\n    return 2;\n  }\n  if (kind === "card") log(kind);\n}',
    },
    {
      languages: ['python'],
      asks: 'def fee(kind):\n    if kind == "card":\n        return 3\n    elif kind == "bank":\n        return 1\n    elif kind == "card": ⟵\n        return 2\n',
      quiet:
        'def fee(kind):\n    if kind == "card":\n        return 3\n    elif kind == "bank":\n        return 1\n    elif kind == "cash":\n        return 2\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc fee(n int) int {\n\tswitch {\n\tcase n < 10:\n\t\treturn 1\n\tcase n < 10: ⟵\n\t\treturn 2\n\t}\n\tif n < 5 {\n\t\treturn 3\n\t} else if n < 5 { ⟵\n\t\treturn 4\n\t}\n\treturn 0\n}\n',
      quiet:
        'package a\n\nfunc fee(n int) int {\n\tswitch {\n\tcase n < 10:\n\t\treturn 1\n\tcase n < 20:\n\t\treturn 2\n\t}\n\tif v, err := a(); err != nil {\n\t\treturn v\n\t} else if v, err := b(); err != nil {\n\t\treturn v\n\t}\n\treturn 0\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn fee(n: u32) -> u32 {\n    if n < 10 {\n        1\n    } else if n < 10 { ⟵\n        2\n    } else {\n        3\n    }\n}\n',
      quiet:
        'fn fee(n: u32) -> u32 {\n    if n < 10 {\n        1\n    } else if n < 20 {\n        2\n    } else {\n        3\n    }\n}\n',
    },
    {
      languages: ['java', 'csharp', 'cpp'],
      asks: 'class Fees {\n  int fee(int n) {\n    if (n < 10) {\n      return 1;\n    } else if (n < 10) { ⟵\n      return 2;\n    }\n    return 3;\n  }\n};\n',
      quiet:
        'class Fees {\n  int fee(int n) {\n    if (n < 10) {\n      return 1;\n    } else if (n < 20) {\n      return 2;\n    }\n    return 3;\n  }\n};\n',
    },
    {
      languages: ['ruby'],
      asks: 'def fee(kind)\n  if kind == :card\n    3\n  elsif kind == :bank\n    1\n  elsif kind == :card ⟵\n    2\n  end\nend\n',
      quiet:
        'def fee(kind)\n  if kind == :card\n    3\n  elsif kind == :bank\n    1\n  elsif kind == :cash\n    2\n  end\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction fee($kind) {\n  if ($kind === "card") {\n    return 3;\n  } elseif ($kind === "bank") {\n    return 1;\n  } elseif ($kind === "card") { ⟵\n    return 2;\n  }\n}\n',
      quiet:
        '<?php\nfunction fee($kind) {\n  if ($kind === "card") {\n    return 3;\n  } elseif ($kind === "bank") {\n    return 1;\n  } elseif ($kind === "cash") {\n    return 2;\n  }\n}\n',
    },
    {
      languages: ['typescript', 'javascript', 'java', 'csharp', 'cpp'],
      asks: 'class A {\n  icon() {\n    if (type == 1) { return image; }\n    if (type == 2) { return film; }\n    if (type == 1) { return music; } ⟵\n    return file;\n  }\n}',
      quiet:
        'class A {\n  icon() {\n    if (type == 1) { return image; }\n    type = next();\n    if (type == 1) { return music; }\n    if (type == 3) { use(type); }\n    if (type == 3) { return note; }\n    return file;\n  }\n}',
    },
  ],
};

/** A chain's conditions; those behind a statement of their own ask about what it sets. */
function conditionsOf(first: If): readonly Code[] {
  const conditions: Code[] = [];
  let at: If['otherwise'] = first;
  while (at?.kind === 'if') {
    if (at.before) return [];
    conditions.push(at.condition);
    at = at.otherwise;
  }
  return conditions;
}

/** The conditions of `if`s in a row that all leave: what the first let pass, a later one cannot meet. */
function guardsIn(place: Place, statements: readonly Code[]): readonly (readonly Code[])[] {
  const runs: Code[][] = [];
  let run: Code[] = [];
  for (const one of statements) {
    const isGuard =
      one.kind === 'if' &&
      !one.otherwise &&
      !one.before &&
      leaving(place, one.whenTrue) !== undefined;
    if (isGuard) run.push(one.condition);
    else run = [];
    if (run.length === 2) runs.push(run);
  }
  return runs;
}

function testsOf({ cases }: Switch): readonly Code[] {
  return cases.flatMap(({ tests }) => tests);
}

function* repeated(view: CodeView, conditions: readonly Code[]): Iterable<Trigger> {
  const seen = new Map<string, Code>();
  for (const one of conditions) {
    const words = view.flat(one);
    const first = seen.get(words);
    if (first && isRepeatable(one)) {
      yield { at: one, about: { code: quoted(view, one), first: String(view.lineOf(first)) } };
    } else {
      seen.set(words, one);
    }
  }
}
