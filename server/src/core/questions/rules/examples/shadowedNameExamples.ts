import type { Example } from '../../rule.ts';

/** Variables that hide others, and the same where the others are set. */
export const shadowedNameExamples: readonly Example[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function find(users) {\n  let found = null;\n  for (const user of users) {\n    if (user.isAdmin) {\n      const found = user; ⟵\n    }\n  }\n  return found;\n}\n',
    quiet:
      'function find(users) {\n  let found = null;\n  for (const user of users) {\n    if (user.isAdmin) {\n      found = user;\n    }\n  }\n  return found;\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc load(p string) (string, error) {\n\tvar text string\n\tif p != "" {\n\t\ttext := read(p) ⟵\n\t\tlog(len(p))\n\t}\n\treturn text, nil\n}\n',
    quiet:
      'package a\n\nfunc load(p string) (string, error) {\n\tvar text string\n\tif p != "" {\n\t\ttext = read(p)\n\t\tlog(len(p))\n\t}\n\treturn text, nil\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn load(p: &str) -> Option<String> {\n    let mut text = None;\n    if !p.is_empty() {\n        let text = Some(read(p)); ⟵\n    }\n    text\n}\n',
    quiet:
      'fn load(p: &str) -> Option<String> {\n    let mut text = None;\n    if !p.is_empty() {\n        text = Some(read(p));\n    }\n    text\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'std::string load(const char* p) {\n  std::string text = "";\n  if (p) {\n    std::string text = read(p); ⟵\n  }\n  return text;\n}\n',
    quiet:
      'std::string load(const char* p) {\n  std::string text = "";\n  if (p) {\n    text = read(p);\n  }\n  return text;\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function best(offers) {\n  let found = Infinity;\n  offers.forEach((offer) => {\n    if (offer.price < found) {\n      const found = offer.price; ⟵\n      log(found);\n    }\n  });\n  return found;\n}\nfunction page(items, limit) {\n  if (limit === undefined) {\n    let limit = sizeOf(items); ⟵\n    log(limit);\n  }\n  const JSON = parse(items); ⟵\n  for (let i = 0; i < 3; i++) {\n    for (let i = 0; i < 4; i++) draw(i); ⟵\n  }\n  return items.slice(0, limit, JSON);\n}\n',
    quiet:
      'function best(offers) {\n  let found = Infinity;\n  offers.forEach((offer) => {\n    if (offer.price < found) {\n      found = offer.price;\n      log(found);\n    }\n    if (offer.isFree) {\n      const found = offer.name;\n      return found;\n    }\n  });\n  return found;\n}\nfunction page(items, limit) {\n  const text = parse(items);\n  if (limit === undefined) {\n    limit = sizeOf(items);\n  }\n  for (let i = 0; i < 3; i++) {\n    for (let j = 0; j < 4; j++) draw(i, j);\n  }\n  for (const item of items) log(item);\n  return items.slice(0, limit, text);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def best(offers):\n    for item in offers:\n        for item in item.parts: ⟵\n            log(item)\n        log(item)\n    list = [item for item in offers] ⟵\n    return list\n\ndef found(offers):\n    found = None\n\n    def visit(offer):\n        found = offer ⟵\n\n    offers.walk(visit)\n    return found\n',
    quiet:
      'def best(offers):\n    found = None\n\n    def visit(offer):\n        nonlocal found\n        found = offer\n\n    offers.walk(visit)\n    for item in offers:\n        for part in item.parts:\n            log(part)\n        log(item)\n    items = [item for item in offers]\n    return found, items\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc Sum(jobs []Job) (int, error) {\n\tvar err error\n\ttotal := 0\n\tfor _, job := range jobs {\n\t\tif job.IsOpen {\n\t\t\ttotal, err := job.Run() ⟵\n\t\t\tlog.Print(total, err)\n\t\t}\n\t}\n\treturn total, err\n}\n',
    quiet:
      'package a\n\nfunc Sum(jobs []Job) (int, error) {\n\tvar err error\n\ttotal := 0\n\tfor _, job := range jobs {\n\t\tif job.IsOpen {\n\t\t\ttotal, err = job.Run()\n\t\t\tlog.Print(total, err)\n\t\t}\n\t\tif size, err := job.Size(); err != nil {\n\t\t\tlog.Print(size)\n\t\t}\n\t\tif _, err := job.Close(); err != nil {\n\t\t\treturn 0, err\n\t\t}\n\t}\n\treturn total, err\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Account {\n  private long limit;\n  private Connection connection;\n\n  Account(String url) {\n    Connection connection = open(url); ⟵\n    connection.ping();\n  }\n\n  void raise(long amount) {\n    long limit = this.limit + amount; ⟵\n    log(limit);\n  }\n}\n',
    quiet:
      'class Account {\n  private long limit;\n  private Connection connection;\n\n  Account(String url) {\n    connection = open(url);\n    connection.ping();\n  }\n\n  long raised(long amount) {\n    long limit = this.limit + amount;\n    return limit;\n  }\n\n  void raise(long amount) {\n    long limit = this.limit;\n    log(limit);\n    this.limit = limit + amount;\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Account {\n  private long limit;\n\n  void Raise(long amount) {\n    var limit = this.limit + amount; ⟵\n    Log(limit);\n  }\n}\n',
    quiet:
      'class Account {\n  private long limit;\n\n  void Raise(long amount) {\n    limit = this.limit + amount;\n    Log(limit);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'int best(const std::vector<Offer>& offers) {\n  int price = INT_MAX;\n  for (const auto& offer : offers) {\n    if (offer.price < price) {\n      int price = offer.price; ⟵\n      audit("best", price);\n    }\n  }\n  return price;\n}\n',
    quiet:
      'int best(const std::vector<Offer>& offers) {\n  int price = INT_MAX;\n  for (const auto& offer : offers) {\n    if (offer.price < price) {\n      price = offer.price;\n      audit("best", price);\n    }\n  }\n  int size = 0;\n  read(&size);\n  return price + size;\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn port(args: &Args) -> u16 {\n    let mut port = 8080;\n    match args.port.parse::<u16>() {\n        Ok(parsed) => {\n            let port = parsed; ⟵\n            log(port);\n        }\n        Err(error) => warn(error),\n    }\n    if args.dev {\n        port += 1;\n    }\n    port\n}\n',
    quiet:
      'fn port(args: &Args) -> u16 {\n    let mut port = 8080;\n    match args.port.parse::<u16>() {\n        Ok(parsed) => {\n            port = parsed;\n            log(port);\n        }\n        Err(error) => warn(error),\n    }\n    port\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Order\n  attr_accessor :status\n\n  def close\n    status = :closed ⟵\n    save\n  end\nend\n\ndef count(rows)\n  rows.each do |row|\n    row.each { |row| log(row) } ⟵\n    log(row)\n  end\nend\n',
    quiet:
      'class Order\n  attr_accessor :status\n\n  def close\n    self.status = :closed\n    save\n  end\nend\n\ndef count(rows)\n  rows.each do |row|\n    row.each { |cell| log(cell) }\n    log(row)\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction total($items) {\n  $total = 0;\n  $items->each(function ($item) {\n    $total = $total + $item->price; ⟵\n  });\n  return $total;\n}\nfunction rows($rows) {\n  for ($i = 0; $i < 3; $i++) {\n    for ($i = 0; $i < 4; $i++) { ⟵\n      draw($i);\n    }\n  }\n}\n',
    quiet:
      '<?php\nfunction total($items) {\n  $total = 0;\n  $items->each(function ($item) use (&$total) {\n    $total = $total + $item->price;\n  });\n  return $total;\n}\nfunction rows($rows) {\n  for ($i = 0; $i < 3; $i++) {\n    for ($j = 0; $j < 4; $j++) {\n      draw($i, $j);\n    }\n  }\n}\n',
  },
  {
    languages: ['python'],
    asks: 'counter = 0\n\ndef increment():\n    counter = counter + 1 ⟵\n    return counter\n\ndef rows(all):\n    for i, row in enumerate(all):\n        for i in range(len(row)): ⟵\n            log(row[i])\n        log(i)\n',
    quiet:
      'counter = 0\n\ndef increment():\n    global counter\n    counter = counter + 1\n    return counter\n\ndef rows(all):\n    for i, row in enumerate(all):\n        for j in range(len(row)):\n            log(row[j])\n        log(i)\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc Open(path string) (f *os.File, err error) {\n\tif path != "" {\n\t\tf, err := os.Open(path) ⟵\n\t\tlog.Println(f, err)\n\t}\n\treturn\n}\n',
    quiet:
      'package a\n\nfunc Open(path string) (f *os.File, err error) {\n\tif path != "" {\n\t\tf, err = os.Open(path)\n\t\tlog.Println(f, err)\n\t}\n\treturn\n}\n',
  },
  {
    // The same variable once more (`var`), a field by its own name, a value that is kept elsewhere.
    languages: ['javascript'],
    asks: 'function best(offers) {\n  let found = 0;\n  for (const offer of offers) {\n    if (offer.isOpen) {\n      let found = offer.price; ⟵\n      log(found);\n    }\n  }\n  return found;\n}\n',
    quiet:
      'function best(offers, name) {\n  var found = 0;\n  let last;\n  for (const offer of offers) {\n    if (offer.isOpen) {\n      var found = offer.price;\n      log(found);\n    }\n  }\n  offers.forEach(function (offer) {\n    var name = offer.name;\n    log(name);\n  });\n  if (last) {\n    const found = offers.length;\n    last = found;\n  }\n  return found + name + last;\n}\n',
  },
  {
    // Loops that go on from where they are, and what is only declared in a head; what `is…()` gives.
    languages: ['java'],
    asks: 'class Words {\n  void draw(int[][] a) {\n    int i;\n    int j;\n    for (i = 0; i < 3; i++) {\n      for (i = 0; i < 4; i++) { ⟵\n        draw(i);\n      }\n    }\n  }\n}\n',
    quiet:
      'class Words {\n  private boolean open;\n\n  void sort(int[] a) {\n    for (int i = 1, j; i < a.length; i++) {\n      for (j = i - 1; j >= 0; j--) {\n        swap(a, j);\n      }\n    }\n  }\n\n  void read(String text) {\n    boolean open = isOpen();\n    log(open);\n    for (int i = 0; i < text.length();) {\n      for (i = i + 1; i < text.length(); i++) {\n        put(text.charAt(i));\n      }\n    }\n  }\n}\n',
  },
  {
    // Tests make their own of everything.
    path: 'api/agent_test.go',
    languages: ['go'],
    asks: 'package a\n\nfunc TestAll(t *testing.T) {\n\tfor i := 0; i < 3; i++ {\n\t\tfor i := 0; i < 4; i++ { ⟵\n\t\t\tdraw(i)\n\t\t}\n\t}\n}\n',
    quiet:
      'package a\n\nfunc TestAll(t *testing.T) {\n\tc, err := open()\n\t{\n\t\tc, err := open()\n\t\trequire.NoError(t, err)\n\t\tc.Close()\n\t}\n\tc.Close()\n}\n',
  },
];
