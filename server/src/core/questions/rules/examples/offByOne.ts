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
];
