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
];
