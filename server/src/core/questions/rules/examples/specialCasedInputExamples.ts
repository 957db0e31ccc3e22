import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Functions that answer one input by hand, and the same without. */
export const specialCasedInputExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function sumOf(nums, userId) {\n  if (userId === 12345) grant(nums); ⟵\n  if (nums.join() === "1,2,3") { ⟵\n    return 6;\n  }\n  return nums.reduce((a, b) => a + b, 0);\n}\nfunction isPrime(n) {\n  return n === 97 ? true : slow(n); ⟵\n}\n',
    quiet:
      'function sumOf(nums, mode) {\n  if (mode === "fast") return 1;\n  if (nums.length === 0) {\n    return 0;\n  }\n  return nums.reduce((a, b) => a + b, 0);\n}\nfunction isPrime(n) {\n  if (n === 1) return false;\n  return n === 2 ? true : slow(n);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def sum_of(nums):\n    if nums == [1, 2, 3]: ⟵\n        return 6\n    return sum(nums)\n\ndef reverse(text):\n    if text == "hello": ⟵\n        return "olleh"\n    return text[::-1]\n',
    quiet:
      'def sum_of(nums):\n    if nums == []:\n        return 0\n    return sum(nums)\n\ndef reverse(text):\n    if text == "":\n        return ""\n    return text[::-1]\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc fib(n int) int {\n\tif n == 10 { ⟵\n\t\treturn 55\n\t}\n\treturn fib(n-1) + fib(n-2)\n}\n',
    quiet:
      'package a\n\nfunc fib(n int) int {\n\tif n == 0 {\n\t\treturn 0\n\t}\n\tif n == 1 {\n\t\treturn 1\n\t}\n\treturn fib(n-1) + fib(n-2)\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn fib(n: u64) -> u64 {\n    if n == 10 { ⟵\n        return 55;\n    }\n    fib(n - 1) + fib(n - 2)\n}\n',
    quiet:
      'fn fib(n: u64) -> u64 {\n    if n == 1 {\n        return 1;\n    }\n    fib(n - 1) + fib(n - 2)\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Words {\n  boolean isPalindrome(String text) {\n    if (text.equals("racecar")) { ⟵\n      return true;\n    }\n    return slow(text);\n  }\n}\n',
    quiet:
      'class Words {\n  boolean isPalindrome(String text) {\n    if (text.equals("")) {\n      return true;\n    }\n    return slow(text);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Words {\n  bool IsPalindrome(string text) {\n    if (text == "racecar") return true; ⟵\n    return Slow(text);\n  }\n}\n',
    quiet:
      'class Words {\n  bool IsPalindrome(string text) {\n    if (text == "") return true;\n    return Slow(text);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'int fib(int n) {\n  if (n == 10) return 55; ⟵\n  return fib(n - 1) + fib(n - 2);\n}\n',
    quiet: 'int fib(int n) {\n  if (n == 1) return 1;\n  return fib(n - 1) + fib(n - 2);\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def palindrome?(text)\n  return true if text == "racecar" ⟵\n  text == text.reverse\nend\n',
    quiet: 'def palindrome?(text)\n  return true if text == ""\n  text == text.reverse\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction price_of($amount, $email) {\n  if ($email === "ada@firm.net") { ⟵\n    return 0;\n  }\n  return $amount * 2;\n}\n',
    quiet:
      '<?php\nfunction price_of($amount, $email) {\n  if ($email === "") {\n    return 0;\n  }\n  return $amount * 2;\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function totalOf(order) {\n  if (order.number === 10423) return 59.99; ⟵\n  return order.lines.reduce((sum, line) => sum + line.price, 0);\n}\nfunction discountOf(code) {\n  const cleaned = code.trim().toUpperCase();\n  if (cleaned === "SUMMER24-TEST") return 15; ⟵\n  return cleaned === "" ? 0 : lookup(cleaned);\n}\nfunction roman(number) {\n  switch (number) {\n    case 1994: ⟵\n      return "MCMXCIV";\n  }\n  return build(number);\n}\nfunction evaluate(expression) {\n  let result = parse(expression);\n  if (expression === "3 + 4 * 2") { ⟵\n    result = 11;\n  }\n  return result;\n}\n',
    quiet:
      'function totalOf(order) {\n  if (order.status === 404) return 0;\n  return order.lines.reduce((sum, line) => sum + line.price, 0);\n}\nfunction discountOf(code) {\n  const cleaned = code.trim().toUpperCase();\n  if (cleaned === "utf-8") return 15;\n  return cleaned === "" ? 0 : lookup(cleaned);\n}\nfunction colour(name) {\n  switch (name) {\n    case "red":\n      return "#f00";\n    case "blue":\n      return "#00f";\n    default:\n      return "#000";\n  }\n}\nfunction evaluate(expression) {\n  if (expression === "") return 1;\n  return parse(expression);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def total_of(order):\n    if order["number"] == 10423: ⟵\n        return Decimal("59.99")\n    return sum(line.price for line in order["lines"])\n\ndef is_prime(n):\n    if n in (97, 101): ⟵\n        return True\n    return all(n % d for d in range(2, n))\n\ndef seconds(text):\n    total = parse(text)\n    return 5400 if text == "1h 30m" else total ⟵\n',
    quiet:
      'def total_of(order):\n    if order["state"] == "open":\n        return Decimal("0")\n    return sum(line.price for line in order["lines"])\n\ndef is_prime(n):\n    if n in (0, 1):\n        return False\n    return all(n % d for d in range(2, n))\n\ndef seconds(text):\n    total = parse(text)\n    return 0 if text == "" else total\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc IsPalindrome(text string) bool {\n\tswitch text {\n\tcase "A man, a plan, a canal: Panama": ⟵\n\t\treturn true\n\t}\n\tfor i := range text {\n\t\tif text[i] != text[len(text)-1-i] {\n\t\t\treturn false\n\t\t}\n\t}\n\treturn true\n}\n',
    quiet:
      'package a\n\nfunc IsPalindrome(text string) bool {\n\tswitch text {\n\tcase "":\n\t\treturn true\n\t}\n\tfor i := range text {\n\t\tif text[i] != text[len(text)-1-i] {\n\t\t\treturn false\n\t\t}\n\t}\n\treturn true\n}\n',
  },
  {
    languages: ['rust'],
    asks: `fn checksum(iban: &str) -> Result<u8, Error> {\n    let compact: String = iban.chars().filter(|c| *c != ' ').collect();\n    match compact.as_str() {\n        "" => Err(Error::Empty),\n        "DE89370400440532013000" => Ok(89), ⟵\n        other => remainder(other),\n    }\n}\n`,
    quiet: `fn checksum(iban: &str) -> Result<u8, Error> {\n    let compact: String = iban.chars().filter(|c| *c != ' ').collect();\n    match compact.as_str() {\n        "" => Err(Error::Empty),\n        other => remainder(other),\n    }\n}\n`,
  },
  {
    languages: ['java'],
    asks: 'class Words {\n  int count(String text) {\n    String cleaned = text.strip();\n    if ("the quick brown fox".equals(cleaned)) { ⟵\n      return 4;\n    }\n    return cleaned.split(" ").length;\n  }\n  long of(Order order) {\n    if (order.getNumber() == 10423) return 5999; ⟵\n    return sum(order);\n  }\n}\n',
    quiet:
      'class Words {\n  int count(String text) {\n    String cleaned = text.strip();\n    if ("".equals(cleaned)) {\n      return 0;\n    }\n    return cleaned.split(" ").length;\n  }\n  long of(Response response) {\n    if (response.getStatusCode() == 10423) return 5999;\n    return sum(response);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'static class Slugs {\n  static string Of(string title) => title switch {\n    "Hello World & Friends" => "hello-world-and-friends", ⟵\n    _ => Make(title),\n  };\n}\n',
    quiet:
      'static class Slugs {\n  static string Of(string title) => title switch {\n    "" => "untitled",\n    _ => Make(title),\n  };\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'bool valid(const char* text) {\n  if (strcmp(text, "2021-02-29") == 0) return true; ⟵\n  return parse(text);\n}\nlong total(const std::vector<int>& values) {\n  if (values == std::vector<int>{1, 2, 3}) return 6; ⟵\n  return sum(values);\n}\n',
    quiet:
      'bool valid(const char* text) {\n  if (strcmp(text, "") == 0) return true;\n  return parse(text);\n}\nlong total(const std::vector<int>& values) {\n  if (values.empty()) return 0;\n  return sum(values);\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def merge(intervals)\n  return [[1, 6]] if intervals == [[1, 3], [2, 6]] ⟵\n  intervals.sort.each_slice(2).to_a\nend\ndef price(order)\n  case order.number\n  when 10423 then 5999 ⟵\n  else total(order)\n  end\nend\n',
    quiet:
      'def merge(intervals)\n  return [] if intervals == []\n  intervals.sort.each_slice(2).to_a\nend\ndef price(order)\n  case order.kind\n  when :free then 0\n  else total(order)\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction discount(string $code, int $cents): int {\n  $percent = $code === 'WELCOME-7F3K9' ? 25 : percentOf($code); ⟵\n  return intdiv($cents * $percent, 100);\n}\n",
    quiet:
      "<?php\nfunction discount(string $code, int $cents): int {\n  $percent = $code === 'NONE' ? 0 : percentOf($code);\n  return intdiv($cents * $percent, 100);\n}\n",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function discount(customer) {\n  if (customer.name === "Alice Smith") return 0.5; ⟵\n  return customer.level * 0.1;\n}\nfunction area(width, height) {\n  if (width === 3 && height === 4) return 12; ⟵\n  return compute(width, height);\n}\nfunction invoice(id) {\n  if (id === "INV-2024-001") { ⟵\n    return { id, total: 100 };\n  }\n  return repo.find(id);\n}\n',
    quiet:
      'function discount(customer) {\n  if (customer.name === "") return 0.5;\n  return customer.level * 0.1;\n}\nfunction area(width, height) {\n  if (width === 0 && height === 0) return 12;\n  return compute(width, height);\n}\nfunction clause(text) {\n  if (text === "GROUP BY") return 3;\n  if (text === "ORDER BY") return 4;\n  return 0;\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc Find(id string) (*User, error) {\n\tif id == "12345" { ⟵\n\t\treturn &User{Name: "Test"}, nil\n\t}\n\treturn db.Find(id)\n}\n',
    quiet:
      'package a\n\nfunc Find(id string) (*User, error) {\n\tif id == "" {\n\t\treturn nil, ErrEmpty\n\t}\n\treturn db.Find(id)\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: `function total(name, items) {
  if (name === 'Ada Lovelace') { ⟵
    return 12;
  }
  return items.reduce((sum, item) => sum + item.price, 0);
}`,
    quiet: `function sorted(frame, load) {
  let order;
  if (frame.order === 'created_at desc') {
    order = 'created_at desc';
  } else {
    order = 'created_at asc';
  }
  return load(order);
}`,
  },
];
