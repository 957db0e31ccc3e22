import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Chains and switches that forget a value, and those that say what happens to it. */
export const missingCaseExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "function colorOf(status) {\n  let color;\n  if (status === 'open') { ⟵\n    color = 'red';\n  } else if (status === 'done') {\n    color = 'green';\n  }\n  return paint(color);\n}",
    quiet:
      "function colorOf(status) {\n  let color;\n  if (status === 'open') {\n    color = 'red';\n  } else if (status === 'done') {\n    color = 'green';\n  } else {\n    throw new Error(`strange status ${status}`);\n  }\n  return paint(color);\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function rateOf(kind) {\n  switch (kind) { ⟵\n    case 'child':\n      return 0.5;\n    case 'adult':\n      return 1;\n  }\n}\nfunction nameOf(kind) {\n  if (kind === 1) return 'one'; ⟵\n  if (kind === 2) return 'two';\n}",
    quiet:
      "function rateOf(kind) {\n  switch (kind) {\n    case 'child':\n      return 0.5;\n    case 'adult':\n      return 1;\n    default:\n      throw new Error(kind);\n  }\n}\nfunction nameOf(kind) {\n  if (kind === 1) return 'one';\n  if (kind === 2) return 'two';\n  return 'many';\n}\nfunction onKey(key) {\n  if (key === 'Enter') open();\n  else if (key === 'Escape') close();\n}",
  },
  {
    languages: ['python'],
    asks: "def color_of(status):\n    if status == 'open': ⟵\n        color = 'red'\n    elif status in ('done', 'closed'):\n        color = 'green'\n    return paint(color)\n\ndef rate_of(kind):\n    match kind: ⟵\n        case 'child':\n            return 0.5\n        case 'adult':\n            return 1",
    quiet:
      "def color_of(status):\n    if status == 'open':\n        color = 'red'\n    elif status in ('done', 'closed'):\n        color = 'green'\n    else:\n        raise ValueError(status)\n    return paint(color)\n\ndef rate_of(kind):\n    match kind:\n        case 'child':\n            return 0.5\n        case _:\n            return 1",
  },
  {
    languages: ['go'],
    asks: 'func colorOf(status string) string {\n\tvar color string\n\tswitch status { ⟵\n\tcase "open":\n\t\tcolor = "red"\n\tcase "done":\n\t\tcolor = "green"\n\t}\n\treturn paint(color)\n}',
    quiet:
      'func colorOf(status string) string {\n\tvar color string\n\tswitch status {\n\tcase "open":\n\t\tcolor = "red"\n\tcase "done":\n\t\tcolor = "green"\n\tdefault:\n\t\tcolor = "grey"\n\t}\n\treturn paint(color)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn color_of(status: &str) -> Color {\n    let mut color = None;\n    if status == "open" { ⟵\n        color = Some(RED);\n    } else if status == "done" {\n        color = Some(GREEN);\n    }\n    paint(color)\n}',
    quiet:
      'fn color_of(status: &str) -> Color {\n    let color = match status {\n        "open" => RED,\n        "done" => GREEN,\n        _ => GREY,\n    };\n    paint(color)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  String colorOf(String status) {\n    String color = null;\n    if (status.equals("open")) { ⟵\n      color = "red";\n    } else if ("done".equals(status)) {\n      color = "green";\n    }\n    return paint(color);\n  }\n}',
    quiet:
      'class A {\n  String colorOf(String status) {\n    String color = null;\n    if (status.equals("open")) {\n      color = "red";\n    } else if ("done".equals(status)) {\n      color = "green";\n    } else {\n      throw new IllegalArgumentException(status);\n    }\n    return paint(color);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  string ColorOf(string status, int size) {\n    string color = null;\n    switch (status) { ⟵\n      case "open": color = "red"; break;\n      case "done": color = "green"; break;\n    }\n    var width = size switch { 1 => 10, 2 => 20 }; ⟵\n    return Paint(color, width);\n  }\n}',
    quiet:
      'class A {\n  string ColorOf(string status, int size) {\n    string color = null;\n    switch (status) {\n      case "open": color = "red"; break;\n      case "done": color = "green"; break;\n      default: throw new ArgumentException(status);\n    }\n    var width = size switch { 1 => 10, 2 => 20, _ => 30 };\n    return Paint(color, width);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int rate_of(int kind) {\n  int rate;\n  switch (kind) { ⟵\n    case 1: rate = 10; break;\n    case 2: rate = 20; break;\n  }\n  return rate * 2;\n}',
    quiet:
      'int rate_of(int kind) {\n  int rate;\n  switch (kind) {\n    case 1: rate = 10; break;\n    case 2: rate = 20; break;\n    default: rate = 0; break;\n  }\n  return rate * 2;\n}',
  },
  {
    languages: ['ruby'],
    asks: "def color_of(status)\n  color = nil\n  if status == 'open' ⟵\n    color = 'red'\n  elsif status == 'done'\n    color = 'green'\n  end\n  rate = case status ⟵\n         when 'open' then 1\n         when 'done' then 2\n         end\n  paint(color, rate)\nend",
    quiet:
      "def color_of(status)\n  color = nil\n  if status == 'open'\n    color = 'red'\n  elsif status == 'done'\n    color = 'green'\n  else\n    raise ArgumentError, status\n  end\n  rate = case status\n         when 'open' then 1\n         else 2\n         end\n  paint(color, rate)\nend",
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction colorOf($status) {\n  switch ($status) { ⟵\n    case 'open':\n      $color = 'red';\n      break;\n    case 'done':\n      $color = 'green';\n      break;\n  }\n  return paint($color);\n}",
    quiet:
      "<?php\nfunction colorOf($status) {\n  switch ($status) {\n    case 'open':\n      $color = 'red';\n      break;\n    case 'done':\n      $color = 'green';\n      break;\n    default:\n      throw new Exception($status);\n  }\n  return paint($color);\n}",
  },
  {
    languages: ['java'],
    asks: 'class A {\n  int apply(String op, int a, int b) {\n    int result = 0;\n    switch (op) { ⟵\n      case "+": result = a + b; break;\n      case "-": result = a - b; break;\n    }\n    return result;\n  }\n}',
    quiet:
      'class A {\n  int apply(String op, int a, int b) {\n    switch (op) {\n      case "+": return a + b;\n      case "-": return a - b;\n    }\n    throw new IllegalArgumentException(op);\n  }\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function start(mode, job) {\n  switch (mode) { ⟵\n    case 'fast':\n      job.skipChecks();\n      break;\n  }\n}",
    quiet:
      "function start(mode, job) {\n  switch (mode) {\n    case 'fast':\n      job.skipChecks();\n      break;\n    // no default\n  }\n}",
  },
];
