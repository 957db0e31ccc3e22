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
    // Between 50 and 90 all have a branch, 90 itself has none.
    languages: ['typescript', 'tsx', 'javascript'],
    asks: "function grade(score) {\n  if (score > 90) { ⟵\n    return 'A';\n  } else if (score > 50 && score < 90) {\n    return 'B';\n  } else if (score <= 50) {\n    return 'C';\n  }\n}\nfunction apply(op) {\n  if (op.kind === 'insert') { ⟵\n    doc.insert(op.at, op.text);\n  } else if (op.kind === 'delete') {\n    doc.remove(op.at);\n  } else if (op.kind === 'move') {\n    doc.move(op.at, op.to);\n  }\n}",
    quiet:
      "function grade(score) {\n  if (score > 90) {\n    return 'A';\n  } else if (score > 50 && score <= 90) {\n    return 'B';\n  } else if (score <= 50) {\n    return 'C';\n  }\n}\nfunction apply(op) {\n  if (op.kind === 'insert') {\n    doc.insert(op.at, op.text);\n  } else if (op.kind === 'delete') {\n    doc.remove(op.at);\n  } else if (op.kind === 'move') {\n    doc.move(op.at, op.to);\n  } else {\n    throw new Error(op.kind);\n  }\n}",
  },
  {
    // Constants, types, ends of texts.
    languages: ['python'],
    asks: 'def label(status):\n    if status is Status.OPEN: ⟵\n        return "Open"\n    elif status is Status.CLOSED:\n        return "Closed"\n\ndef area(shape):\n    if isinstance(shape, Circle): ⟵\n        size = shape.r\n    elif isinstance(shape, Square):\n        size = shape.a\n    return size * 2\n\ndef load(path):\n    if path.endswith(".json"): ⟵\n        read = json.load\n    elif path.endswith(".yaml"):\n        read = yaml.safe_load\n    return read(path)\n\ndef name(shape):\n    match shape: ⟵\n        case Circle(r=r):\n            return r\n        case Square(a=a):\n            return a',
    quiet:
      'def label(status):\n    if status is Status.OPEN:\n        return "Open"\n    elif status is Status.CLOSED:\n        return "Closed"\n    raise ValueError(status)\n\ndef area(shape):\n    size = 0\n    if isinstance(shape, Circle):\n        size = shape.r\n    elif isinstance(shape, Square):\n        size = shape.a\n    else:\n        raise TypeError(shape)\n    return size * 2',
  },
  {
    languages: ['go'],
    asks: 'func (e *Encoder) size(value any) int {\n\tn := 1\n\tswitch v := value.(type) { ⟵\n\tcase string:\n\t\tn += len(v)\n\tcase []byte:\n\t\tn += 4 + len(v)\n\t}\n\treturn n\n}\nfunc color(s Severity) string {\n\tvar color string\n\tif s == Info { ⟵\n\t\tcolor = "blue"\n\t} else if s == Warn {\n\t\tcolor = "yellow"\n\t}\n\treturn wrap(color)\n}\nfunc rate(kind string) (string, error) {\n\tswitch { ⟵\n\tcase kind == "card":\n\t\treturn "3", nil\n\tcase kind == "bank":\n\t\treturn "1", nil\n\t}\n\treturn "", nil\n}',
    quiet:
      'func (e *Encoder) size(value any) int {\n\tn := 1\n\tswitch v := value.(type) {\n\tcase string:\n\t\tn += len(v)\n\tcase []byte:\n\t\tn += 4 + len(v)\n\tdefault:\n\t\tpanic("unknown")\n\t}\n\treturn n\n}\nfunc wait(a, b chan int) {\n\tselect {\n\tcase <-a:\n\tcase <-b:\n\t}\n}\nfunc rate(kind string) (string, error) {\n\tswitch {\n\tcase kind == "card":\n\t\treturn "3", nil\n\tcase kind == "bank":\n\t\treturn "1", nil\n\t}\n\treturn "", errUnknown\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn grams(amount: f64, unit: &str) -> f64 {\n    let mut factor = 0.0;\n    if unit.eq_ignore_ascii_case("kg") { ⟵\n        factor = 1000.0;\n    } else if unit.eq_ignore_ascii_case("g") {\n        factor = 1.0;\n    }\n    amount * factor\n}\nfn on(&mut self, e: Event) {\n    match e.kind.as_str() { ⟵\n        "created" => self.add(e),\n        "deleted" => self.remove(e.id),\n        _ => {}\n    }\n}',
    quiet:
      'fn grams(amount: f64, unit: &str) -> f64 {\n    let mut discount = 0.0;\n    if unit == "kg" {\n        discount = 1000.0;\n    } else if unit == "g" {\n        discount = 1.0;\n    }\n    amount - discount\n}\nfn on(&mut self, e: Event) {\n    match e.kind.as_str() {\n        "created" => self.add(e),\n        "deleted" => self.remove(e.id),\n        // Others come from newer servers.\n        _ => {}\n    }\n}',
  },
  {
    languages: ['java', 'csharp'],
    asks: 'class A {\n  int days(Plan plan) {\n    int days = 0;\n    if (plan == Plan.FREE) { ⟵\n      days = 7;\n    } else if (plan == Plan.PRO) {\n      days = 30;\n    }\n    return days * 24;\n  }\n}',
    quiet:
      'class A {\n  int days(Plan plan) {\n    int days = 0;\n    if (plan == Plan.FREE) {\n      days = 7;\n    } else {\n      days = 30;\n    }\n    return days * 24;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'Color of(Severity severity) {\n  Color color;\n  if (severity == Severity::Info) { ⟵\n    color = blue;\n  } else if (severity == Severity::Error) {\n    color = red;\n  }\n  return color;\n}\nvoid on(const Event& e) {\n  switch (e.type) { ⟵\n    case EVENT_ADDED:\n      add(e);\n      break;\n    case EVENT_REMOVED:\n      drop(e);\n      break;\n  }\n}',
    quiet:
      'Color of(Severity severity) {\n  Color color;\n  if (severity == Severity::Info) {\n    color = blue;\n  } else if (severity == Severity::Error) {\n    color = red;\n  } else {\n    throw std::invalid_argument("severity");\n  }\n  return color;\n}',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction driver($name, $shape) {\n  if ($name === Driver::MYSQL) { ⟵\n    $driver = new Mysql();\n  } elseif ($name === Driver::PGSQL) {\n    $driver = new Pgsql();\n  }\n  return $driver->connect();\n}\nfunction area($shape) {\n  if ($shape instanceof Circle) { ⟵\n    return $shape->r;\n  } elseif ($shape instanceof Square) {\n    return $shape->a;\n  }\n}',
    quiet:
      '<?php\nfunction driver($name) {\n  if ($name === Driver::MYSQL) {\n    $driver = new Mysql();\n  } elseif ($name === Driver::PGSQL) {\n    $driver = new Pgsql();\n  } else {\n    throw new InvalidArgumentException($name);\n  }\n  return $driver->connect();\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function start(mode, job) {\n  switch (mode) { ⟵\n    case 'fast':\n      job.skipChecks();\n      break;\n  }\n}",
    quiet:
      "function start(mode, job) {\n  switch (mode) {\n    case 'fast':\n      job.skipChecks();\n      break;\n    // no default\n  }\n}",
  },
  {
    languages: ['csharp', 'java'],
    asks: `class A {
  void Run(int i) {
    String str = null;
    if (i == 0) str = one(); ⟵
    else if (i == 1) str = two();
    use(str.length());
  }
}`,
    quiet: `class A {
  void Run() {
    for (int i = 0; i < 2; ++i) {
      String str = null;
      if (i == 0) str = one();
      else if (i == 1) str = two();
      use(str.length());
    }
  }
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `function draw(kind) {
  let status;
  switch (kind) { ⟵
    case 'error': status = 'a'; break;
    case 'info': status = 'b'; break;
  }
  show(status);
}`,
    quiet: `function draw(kind, event) {
  let status = 'idle';
  switch (kind) {
    case 'error': status = 'a'; break;
    case 'info': status = 'b'; break;
  }
  show(status);
  switch (event.key) {
    case 'Enter': send(); break;
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: 'enum class Level { Debug, Info, Error };\n\nconst char* colour(Level level) {\n  switch (level) { ⟵\n    case Level::Debug: return "grey";\n    case Level::Info: return "green";\n  }\n  return "";\n}',
    quiet:
      'enum class Level { Debug, Info, Error };\n\nconst char* colour(Level level) {\n  switch (level) {\n    case Level::Debug: return "grey";\n    case Level::Info: return "green";\n    case Level::Error: return "red";\n  }\n  return "";\n}',
  },
];
