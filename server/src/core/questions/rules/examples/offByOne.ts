import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Loops, slices and bounds that are one off, and as they should be. */
export const offByOneExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function sum(items, limit) {\n  for (let i = 0; i <= items.length; i++) add(items[i]); ⟵\n  const last = items[items.length]; ⟵\n  const top = items.slice(0, limit - 1); ⟵\n  const one = items[Math.floor(Math.random() * (items.length - 1))]; ⟵\n  return top;\n}',
    quiet:
      'function sum(items, limit) {\n  for (let i = 0; i < items.length; i++) add(items[i]);\n  const last = items[items.length - 1];\n  const top = items.slice(0, limit);\n  const one = items[Math.floor(Math.random() * items.length)];\n  items[items.length] = one;\n  return top;\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function grade(score, prices) {\n  for (let i = 1; i < prices.length; i++) total += prices[i]; ⟵\n  for (let j = 0; j < prices.length - 1; j++) show(prices[j]); ⟵\n  if (score >= 90) return 'A';\n  else if (score > 80) return 'B'; ⟵\n  else if (score >= 70) return 'C';\n  return 'D';\n}",
    quiet:
      "function grade(score, prices) {\n  for (let i = 1; i < prices.length; i++) total += prices[i] - prices[i - 1];\n  for (let j = 0; j < prices.length - 1; j++) show(prices[j], prices[j + 1]);\n  if (score >= 90) return 'A';\n  else if (score >= 80) return 'B';\n  else if (score >= 70) return 'C';\n  return 'D';\n}",
  },
  {
    languages: ['python'],
    asks: 'def walk(items, n):\n    for i in range(len(items) - 1): ⟵\n        show(items[i])\n    for i in range(1, len(items)): ⟵\n        show(items[i])\n    pick = items[random.randint(0, len(items))] ⟵\n    return items[:n-1], items[len(items)] ⟵',
    quiet:
      'def walk(items, n):\n    for i in range(len(items)):\n        show(items[i])\n    for i in range(1, len(items)):\n        show(items[i], items[i - 1])\n    pick = items[random.randint(0, len(items) - 1)]\n    return items[:n], items[-1]',
  },
  {
    languages: ['go'],
    asks: 'func walk(items []string, limit int) []string {\n\tfor i := 0; i <= len(items); i++ { ⟵\n\t\tshow(items[i])\n\t}\n\treturn items[:limit-1] ⟵\n}',
    quiet:
      'func walk(items []string, limit int) []string {\n\tfor i := 0; i < len(items); i++ {\n\t\tshow(items[i])\n\t}\n\treturn items[:limit]\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn walk(items: &[u8]) {\n    for i in 0..=items.len() { ⟵\n        show(items[i]);\n    }\n    for i in 0..items.len() - 1 { ⟵\n        show(items[i]);\n    }\n}',
    quiet:
      'fn walk(items: &[u8]) {\n    for i in 0..items.len() {\n        show(items[i]);\n    }\n    for i in 0..items.len() - 1 {\n        show(items[i] - items[i + 1]);\n    }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void walk(List<String> items, String text, int[] numbers) {\n    for (int i = 0; i <= items.size(); i++) { ⟵\n      show(items.get(i));\n    }\n    show(text.substring(1, text.length() + 1)); ⟵\n    show(numbers[numbers.length]); ⟵\n  }\n}',
    quiet:
      'class A {\n  void walk(List<String> items, String text, int[] numbers) {\n    for (int i = 0; i < items.size(); i++) {\n      show(items.get(i));\n    }\n    show(text.substring(1, text.length()));\n    show(numbers[numbers.length - 1]);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void Walk(int[] items, int limit) {\n    for (int i = 0; i <= items.Length; i++) { ⟵\n      Show(items[i]);\n    }\n    Show(items.Take(limit - 1)); ⟵\n    Show(items[random.Next(0, items.Length - 1)]); ⟵\n  }\n}',
    quiet:
      'class A {\n  void Walk(int[] items, int limit) {\n    for (int i = 0; i < items.Length; i++) {\n      Show(items[i]);\n    }\n    Show(items.Take(limit));\n    Show(items[random.Next(0, items.Length)]);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void walk(const std::vector<int>& items, int age) {\n  for (size_t i = 0; i <= items.size(); i++) { ⟵\n    show(items[i]);\n  }\n  if (age < 18) {\n    young();\n  } else if (age > 18) { ⟵\n    old();\n  }\n}',
    quiet:
      'void walk(const std::vector<int>& items, int age) {\n  for (size_t i = 0; i < items.size(); i++) {\n    show(items[i]);\n  }\n  if (age < 18) {\n    young();\n  } else if (age >= 18) {\n    old();\n  }\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def walk(items, limit)\n  (0..items.length).each { |i| show(items[i]) } ⟵\n  for i in 0..items.size do show(items[i]) end ⟵\n  items[0..limit] ⟵\nend',
    quiet:
      'def walk(items, limit)\n  (0...items.length).each { |i| show(items[i]) }\n  for i in 0...items.size do show(items[i]) end\n  items[0...limit]\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction walk($items, $limit) {\n  for ($i = 0; $i <= count($items); $i++) { ⟵\n    show($items[$i]);\n  }\n  $one = $items[rand(0, count($items))]; ⟵\n  return array_slice($items, 0, $limit - 1); ⟵\n}',
    quiet:
      '<?php\nfunction walk($items, $limit) {\n  for ($i = 0; $i < count($items); $i++) {\n    show($items[$i]);\n  }\n  $one = $items[rand(0, count($items) - 1)];\n  return array_slice($items, 0, $limit);\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function walk(items, total, size, page) {\n  let i = 0;\n  while (i <= items.length) show(items[i++]); ⟵\n  for (let j = items.length; j >= 0; j--) show(items[j]); ⟵\n  const totalPages = Math.floor(total / size); ⟵\n  return items.slice(page * size, page * size + size - 1); ⟵\n}',
    quiet:
      'function walk(items, total, size, page) {\n  let max = items[0];\n  for (let i = 1; i < items.length; i++) max = larger(max, items[i]);\n  for (let j = items.length - 1; j > 0; j--) swap(items[j], items[Math.floor(Math.random() * (j + 1))]);\n  const totalPages = Math.ceil(total / size);\n  return items.slice(page * size, page * size + size);\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void clear(int* values, int n) {\n  for (int i = 0; i <= n; i++) values[i] = 0; ⟵\n}',
    quiet:
      'void clear(int* values, int n) {\n  for (int i = 0; i < n; i++) values[i] = 0;\n  for (int i = 1; i <= n; i++) values[i] = values[i - 1];\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function a(items, text, n, rows, page, pageSize) {\n  while (this.index <= this.text.length && this.text[this.index] !== ' ') this.index++; ⟵\n  let i = 0;\n  do { show(items[i]); i++; } while (i <= items.length); ⟵\n  let j = items.length; ⟵\n  while (j >= 0) { show(items[j]); j--; }\n  const last = items[items.length]; ⟵\n  const end = text.charAt(text.length); ⟵\n  const rest = text.substring(0, text.length - 1 + 2); ⟵\n  const pages = Math.floor(items.length / pageSize) + 1; ⟵\n  for (let k = items.length; k > 0; k--) show(items[k]); ⟵\n  const pick = items[Math.round(Math.random() * items.length)]; ⟵\n  const dice = Math.floor(Math.random() * 5) + 1;\n  if (index > items.length) throw new RangeError(); ⟵\n  return items[index];\n}",
    quiet:
      "function a(items, text, n, rows, page, pageSize) {\n  while (this.index < this.text.length && this.text[this.index] !== ' ') this.index++;\n  let i = 0;\n  do { show(items[i]); i++; } while (i < items.length);\n  let j = items.length - 1;\n  while (j >= 0) { show(items[j]); j--; }\n  const last = items[items.length - 1];\n  const offset = page * pageSize;\n  const pages = Math.ceil(items.length / pageSize);\n  for (let k = items.length; k > 0; k--) show(items[k - 1]);\n  const pick = items[Math.floor(Math.random() * items.length)];\n  if (index >= items.length) throw new RangeError();\n  return items[index];\n}",
  },
  {
    languages: ['python'],
    asks: 'def a(items, n, text, page, size):\n    i = 0\n    while i <= len(items): ⟵\n        show(items[i])\n        i += 1\n    for i in range(len(items) + 1): ⟵\n        show(items[i])\n    for i in range(len(items), 0, -1): ⟵\n        show(items[i])\n    for i in range(len(items), -1, -1): ⟵\n        show(items[i])\n    pairs = [(items[i], items[i + 1]) for i in range(len(items))] ⟵\n    last = items[len(items)] ⟵\n    pages = total // size + 1 ⟵\n    if index > len(items): ⟵\n        raise IndexError\n    return items[index]',
    quiet:
      'def a(items, n, text, page, size):\n    i = 0\n    while i < len(items):\n        show(items[i])\n        i += 1\n    for i in range(len(items)):\n        total += items[i]\n    for i in range(len(items) - 1, -1, -1):\n        show(items[i])\n    for i in range(len(items), 0, -1):\n        show(items[i - 1])\n    pairs = [(items[i], items[i + 1]) for i in range(len(items) - 1)]\n    pages = -(-total // size)\n    if index >= len(items):\n        raise IndexError\n    return items[index]',
  },
  {
    languages: ['go'],
    asks: 'func a(items []int, text string, index int) int {\n\ti := len(items) ⟵\n\tfor i >= 0 {\n\t\tshow(items[i])\n\t\ti--\n\t}\n\tfor i := len(items); i >= 0; i-- { ⟵\n\t\tshow(items[i])\n\t}\n\tfor i := 0; i < len(items); i++ {\n\t\tif items[i] == items[i+1] { ⟵\n\t\t\tshow(i)\n\t\t}\n\t}\n\tlast := items[len(items)] ⟵\n\tpages := total/size + 1 ⟵\n\tif index > len(items) { ⟵\n\t\treturn 0\n\t}\n\treturn items[index]\n}',
    quiet:
      'func a(items []int, text string, index int) int {\n\ti := len(items) - 1\n\tfor i >= 0 {\n\t\tshow(items[i])\n\t\ti--\n\t}\n\tfor i := 0; i < len(items)-1; i++ {\n\t\tif items[i] == items[i+1] {\n\t\t\tshow(i)\n\t\t}\n\t}\n\tlast := items[len(items)-1]\n\tpages := (total + size - 1) / size\n\tif index >= len(items) {\n\t\treturn 0\n\t}\n\treturn items[index]\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn a(lines: &[String], items: &[u8], index: usize) -> u8 {\n    let mut i = lines.len(); ⟵\n    loop {\n        if lines[i].is_empty() { return 0; }\n        if i == 0 { break; }\n        i -= 1;\n    }\n    let mut k = 0;\n    while k <= items.len() { ⟵\n        show(items[k]);\n        k += 1;\n    }\n    for j in (0..=items.len()).rev() { ⟵\n        show(items[j]);\n    }\n    for j in 0..items.len() {\n        if items[j] == items[j + 1] { ⟵\n            show(j);\n        }\n    }\n    if index > items.len() { ⟵\n        return 0;\n    }\n    items[index]\n}',
    quiet:
      'fn a(lines: &[String], items: &[u8], index: usize) -> u8 {\n    let mut i = lines.len().checked_sub(1)?;\n    loop {\n        if lines[i].is_empty() { return 0; }\n        if i == 0 { break; }\n        i -= 1;\n    }\n    let mut k = 0;\n    while k < items.len() {\n        show(items[k]);\n        k += 1;\n    }\n    for j in (0..items.len()).rev() {\n        show(items[j]);\n    }\n    for j in 0..items.len() - 1 {\n        if items[j] == items[j + 1] {\n            show(j);\n        }\n    }\n    if index >= items.len() {\n        return 0;\n    }\n    items[index]\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  int a(List<String> items, String text, int[] xs, int index) {\n    int i = 0;\n    while (i <= items.size()) { ⟵\n      show(items.get(i));\n      i++;\n    }\n    int j = items.size(); ⟵\n    while (j >= 0) { show(items.get(j)); j--; }\n    for (int k = 0; k < xs.length; k++) {\n      if (xs[k] > xs[k + 1]) swap(xs, k); ⟵\n    }\n    for (int k = 1; k <= xs.length; k++) { ⟵\n      sum += xs[k];\n    }\n    char c = text.charAt(text.length()); ⟵\n    int pages = total / pageSize + 1; ⟵\n    String last = items.get(items.size()); ⟵\n    if (index > items.size()) throw new IndexOutOfBoundsException(); ⟵\n    return items.get(index);\n  }\n}',
    quiet:
      'class A {\n  int a(List<String> items, String text, int[] xs, int index) {\n    int i = 0;\n    while (i < items.size()) {\n      show(items.get(i));\n      i++;\n    }\n    int j = items.size() - 1;\n    while (j >= 0) { show(items.get(j)); j--; }\n    for (int k = 0; k < xs.length - 1; k++) {\n      if (xs[k] > xs[k + 1]) swap(xs, k);\n    }\n    for (int k = 1; k <= xs.length; k++) {\n      sum += xs[k - 1];\n    }\n    int pages = (total + pageSize - 1) / pageSize;\n    if (index >= items.size()) throw new IndexOutOfBoundsException();\n    return items.get(index);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  int F(List<int> items, string text, int index) {\n    var i = 0;\n    while (i <= items.Count) { ⟵\n      Show(items[i]);\n      i++;\n    }\n    for (int k = items.Count; k >= 0; k--) Show(items[k]); ⟵\n    for (int k = 0; k < items.Count; k++) { if (items[k] == items[k + 1]) Show(k); } ⟵\n    var last = items[items.Count]; ⟵\n    var s = text.Substring(0, text.Length + 1); ⟵\n    var pages = total / pageSize + 1; ⟵\n    if (index > items.Count) throw new ArgumentOutOfRangeException(); ⟵\n    return items[index];\n  }\n}',
    quiet:
      'class A {\n  int F(List<int> items, string text, int index) {\n    var i = 0;\n    while (i < items.Count) {\n      Show(items[i]);\n      i++;\n    }\n    for (int k = items.Count - 1; k >= 0; k--) Show(items[k]);\n    for (int k = 0; k < items.Count - 1; k++) { if (items[k] == items[k + 1]) Show(k); }\n    var last = items[^1];\n    var pages = (total + pageSize - 1) / pageSize;\n    if (index >= items.Count) throw new ArgumentOutOfRangeException();\n    return items[index];\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int f(const std::vector<int>& items, char* buf, size_t index) {\n  size_t i = 0;\n  while (i <= items.size()) { ⟵\n    show(items[i]);\n    ++i;\n  }\n  for (int k = items.size(); k >= 0; --k) show(items[k]); ⟵\n  for (size_t k = 0; k < items.size(); ++k) { if (items[k] == items[k + 1]) show(k); } ⟵\n  int last = items.at(items.size()); ⟵\n  char name[16];\n  name[16] = 0; ⟵\n  name[sizeof(name)] = 0; ⟵\n  for (int k = 0; k <= 16; ++k) name[k] = 0; ⟵\n  char* copy = (char*)malloc(strlen(buf)); ⟵\n  strcpy(copy, buf);\n  if (index > items.size()) return 0; ⟵\n  return items[index];\n}',
    quiet:
      'int f(const std::vector<int>& items, char* buf, size_t index) {\n  size_t i = 0;\n  while (i < items.size()) {\n    show(items[i]);\n    ++i;\n  }\n  for (int k = items.size() - 1; k >= 0; --k) show(items[k]);\n  for (size_t k = 0; k + 1 < items.size(); ++k) { if (items[k] == items[k + 1]) show(k); }\n  char name[16];\n  name[15] = 0;\n  name[sizeof(name) - 1] = 0;\n  for (int k = 0; k < 16; ++k) name[k] = 0;\n  char* copy = (char*)malloc(strlen(buf) + 1);\n  strcpy(copy, buf);\n  if (index >= items.size()) return 0;\n  return items[index];\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def a(items, limit, index, total, per_page)\n  i = 0\n  while i <= items.length ⟵\n    show(items[i])\n    i += 1\n  end\n  until i > items.size ⟵\n    show(items[i])\n    i += 1\n  end\n  0.upto(items.length) { |k| show(items[k]) } ⟵\n  items.length.downto(0) { |k| show(items[k]) } ⟵\n  (items.size + 1).times { |k| show(items[k]) } ⟵\n  pages = total / per_page + 1 ⟵\n  raise IndexError if index > items.size ⟵\n  items[index]\nend',
    quiet:
      'def a(items, limit, index, total, per_page)\n  i = 0\n  while i < items.length\n    show(items[i])\n    i += 1\n  end\n  until i >= items.size\n    show(items[i])\n    i += 1\n  end\n  0.upto(items.length - 1) { |k| show(items[k]) }\n  (items.length - 1).downto(0) { |k| show(items[k]) }\n  items.size.times { |k| show(items[k]) }\n  pages = (total + per_page - 1) / per_page\n  raise IndexError if index >= items.size\n  items[index]\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction a($items, $text, $index, $total, $perPage) {\n  $i = 0;\n  while ($i <= count($items)) { ⟵\n    show($items[$i]);\n    $i++;\n  }\n  for ($i = count($items); $i >= 0; $i--) { show($items[$i]); } ⟵\n  for ($i = 0; $i < count($items); $i++) { if ($items[$i] == $items[$i + 1]) { show($i); } } ⟵\n  foreach (range(0, count($items)) as $k) { show($items[$k]); } ⟵\n  $last = $items[count($items)]; ⟵\n  $pages = floor($total / $perPage) + 1; ⟵\n  $c = $text[strlen($text)]; ⟵\n  if ($index > count($items)) { return null; } ⟵\n  return $items[$index];\n}',
    quiet:
      '<?php\nfunction a($items, $text, $index, $total, $perPage) {\n  $i = 0;\n  while ($i < count($items)) {\n    show($items[$i]);\n    $i++;\n  }\n  for ($i = count($items) - 1; $i >= 0; $i--) { show($items[$i]); }\n  for ($i = 0; $i < count($items) - 1; $i++) { if ($items[$i] == $items[$i + 1]) { show($i); } }\n  foreach (range(0, count($items) - 1) as $k) { show($items[$k]); }\n  $last = $items[count($items) - 1];\n  $pages = ceil($total / $perPage);\n  if ($index >= count($items)) { return null; }\n  return $items[$index];\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function list(req, page = 1, limit = 20) {\n  const offset = page * limit; ⟵\n  return Item.find().skip(page * limit).limit(limit); ⟵\n}',
    quiet:
      'function list(req, page = 1, limit = 20) {\n  const offset = (page - 1) * limit;\n  return Item.find().skip((page - 1) * limit).limit(limit);\n}',
  },
  {
    languages: ['python'],
    asks: 'def list_items(page=1, size=20):\n    offset = page * size ⟵\n    return offset',
    quiet: 'def list_items(page=0, size=20):\n    offset = page * size\n    return offset',
  },
  {
    languages: ['rust'],
    asks: "fn kind(c: char) -> u8 {\n    for one in 'a'..'z' { show(one); } ⟵\n    match c {\n        'A'..'Z' => 1, ⟵\n        _ => 2,\n    }\n}",
    quiet:
      "fn kind(c: char) -> u8 {\n    for one in 'a'..='z' { show(one); }\n    match c {\n        'A'..='Y' => 1,\n        _ => 2,\n    }\n}",
  },
  {
    languages: ['ruby'],
    asks: "def letters\n  ('a'...'z').to_a ⟵\nend",
    quiet: "def letters\n  ('a'..'z').to_a\nend",
  },
  {
    languages: ['java', 'cpp', 'csharp'],
    asks: "class A {\n  bool isSmall(char c) {\n    for (char d = '0'; d < '9'; d++) show(d); ⟵\n    return c >= 'a' && c < 'z'; ⟵\n  }\n}",
    quiet:
      "class A {\n  bool isSmall(char c) {\n    for (char d = '0'; d <= '9'; d++) show(d);\n    return c >= 'a' && c <= 'z';\n  }\n}",
  },
  {
    languages: ['python'],
    asks: "def letters():\n    last = [1, 2, 3][3] ⟵\n    return [chr(c) for c in range(ord('a'), ord('z'))] ⟵",
    quiet:
      "def letters():\n    last = [1, 2, 3][2]\n    return [chr(c) for c in range(ord('a'), ord('z') + 1)]",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function isSmall(c) {\n  const unit = ['s', 'm'][2]; ⟵\n  return 'a' <= c && c < 'z'; ⟵\n}",
    quiet:
      "function isSmall(c, others) {\n  const unit = ['s', ...others][2];\n  return 'a' <= c && c <= 'z';\n}",
  },
  {
    // Pairs; the last one behind the loop; nothing to be done where both are equal.
    languages: ['java'],
    asks: 'class A {\n  boolean rises(int[] all) {\n    for (int i = 0; i < all.length; i++) {\n      show(all[i + 1]); ⟵\n    }\n    return true;\n  }\n}\n',
    quiet:
      'class A {\n  void pairs(String[] all) {\n    for (int i = 0; i < all.length; i += 2) {\n      show(all[i], all[i + 1]);\n    }\n  }\n  void resize(int wanted) {\n    if (size < wanted) {\n      grow(wanted);\n    } else if (size > wanted) {\n      shrink(wanted);\n    }\n  }\n}\n',
  },
  {
    languages: ['javascript'],
    asks: 'function show(all) {\n  for (let i = 0; i < all.length - 1; i++) { ⟵\n    draw(all[i]);\n  }\n}\n',
    quiet:
      'function show(all) {\n  for (var i = 0; i < all.length - 1; i++) {\n    draw(all[i]);\n  }\n  keep(all[i]);\n}\nfunction back(all) {\n  let i = all.length;\n  do {\n    draw(all[--i]);\n  } while (i);\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction head($names) {\n  foreach (range(0, count($names)) as $i) { ⟵\n    echo $names[$i];\n  }\n}',
    quiet:
      '<?php\nfunction head($names) {\n  foreach (range(0, count($names) - 1) as $i) {\n    echo $names[$i];\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'def means(values, n):\n    found = []\n    for i in range(len(values) - n): ⟵\n        found.append(sum(values[i : i + n]) / n)\n    return found',
    quiet:
      'def means(values, n):\n    found = []\n    for i in range(len(values) - n + 1):\n        found.append(sum(values[i : i + n]) / n)\n    return found',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function means(values, n) {\n  for (let i = 0; i < values.length - n; i++) { ⟵\n    add(values.slice(i, i + n));\n  }\n}\nfunction metres(points) {\n  let sum = 0;\n  for (let i = 0; i < points.length; i++) {\n    sum += distance(points[i], points[i + 1]); ⟵\n  }\n  return sum;\n}',
    quiet:
      'function means(values, n) {\n  for (let i = 0; i <= values.length - n; i++) {\n    add(values.slice(i, i + n));\n  }\n}\nfunction metres(points) {\n  let sum = 0;\n  for (let i = 0; i < points.length; i++) {\n    const next = points[i + 1];\n    if (next) sum += distance(points[i], next);\n  }\n  return sum;\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void all(String text, int n) {\n    for (int i = 0; i < text.length() - n; i++) { ⟵\n      add(text.substring(i, i + n));\n    }\n  }\n}',
    quiet:
      'class A {\n  void all(String text, int n) {\n    for (int i = 0; i <= text.length() - n; i++) {\n      add(text.substring(i, i + n));\n    }\n  }\n}',
  },
];
