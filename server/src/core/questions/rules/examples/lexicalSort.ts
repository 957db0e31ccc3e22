import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Numbers ordered as text, and by their values. */
export const lexicalSortExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "function order(scores, items, version) {\n  scores.sort(); ⟵\n  const years = items.map((item) => item.year);\n  years.sort(); ⟵\n  if (version < '1.10') return [10, 9, 1].sort(); ⟵\n  return [...scores].sort(); ⟵\n}",
    quiet:
      "function order(scores, items, version) {\n  scores.sort((a, b) => a - b);\n  const names = items.map((item) => item.name);\n  names.sort();\n  if (isOlder(version, '1.10')) return [10, 9, 1].sort((a, b) => a - b);\n  return items.sort();\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'function median(list: number[]): number {\n  return list.sort()[1]; ⟵\n}',
    quiet:
      'function median(list: number[], words: string[]): number {\n  words.sort();\n  return list.toSorted((a, b) => a - b)[1];\n}',
  },
  {
    languages: ['python'],
    asks: "def order(items, version):\n    if version < '3.10': ⟵\n        return sorted(items, key=str) ⟵\n    return sorted(items, key=lambda item: str(item.price)) ⟵",
    quiet:
      "def order(items, version):\n    if Version(version) < Version('3.10'):\n        return sorted(items)\n    return sorted(items, key=lambda item: item.price)",
  },
  {
    languages: ['go'],
    asks: 'func order(items []Item, versions []string) {\n\tsort.Slice(items, func(i, j int) bool {\n\t\treturn strconv.Itoa(items[i].Age) < strconv.Itoa(items[j].Age) ⟵\n\t})\n\tsort.Strings(versions) ⟵\n}',
    quiet:
      'func order(items []Item, names []string) {\n\tsort.Slice(items, func(i, j int) bool {\n\t\treturn items[i].Age < items[j].Age\n\t})\n\tsort.Strings(names)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn order(items: &mut Vec<Item>) {\n    items.sort_by_key(|item| item.age.to_string()); ⟵\n    items.sort_by(|a, b| a.age.to_string().cmp(&b.age.to_string())); ⟵\n}',
    quiet:
      'fn order(items: &mut Vec<Item>) {\n    items.sort_by_key(|item| item.age);\n    items.sort_by(|a, b| a.age.cmp(&b.age));\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void order(List<Integer> list) {\n    list.sort(Comparator.comparing(String::valueOf)); ⟵\n    list.sort((a, b) -> a.toString().compareTo(b.toString())); ⟵\n  }\n}',
    quiet:
      'class A {\n  void order(List<Integer> list) {\n    list.sort(Comparator.naturalOrder());\n    list.sort((a, b) -> a.compareTo(b));\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  object Order(IEnumerable<Item> items) {\n    return items.OrderBy(x => x.Age.ToString()); ⟵\n  }\n}',
    quiet:
      'class A {\n  object Order(IEnumerable<Item> items) {\n    return items.OrderBy(x => x.Age);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void order(std::vector<int>& ages) {\n  std::sort(ages.begin(), ages.end(), [](int a, int b) {\n    return std::to_string(a) < std::to_string(b); ⟵\n  });\n}',
    quiet:
      'void order(std::vector<int>& ages) {\n  std::sort(ages.begin(), ages.end(), [](int a, int b) {\n    return a < b;\n  });\n}',
  },
  {
    languages: ['ruby'],
    asks: "def order(numbers, version)\n  return if version < '1.10' ⟵\n  numbers.sort_by(&:to_s) + numbers.sort_by { |n| n.to_s } ⟵\nend",
    quiet:
      "def order(numbers, version)\n  return if Gem::Version.new(version) < Gem::Version.new('1.10')\n  numbers.sort + numbers.sort_by { |n| n.to_i }\nend",
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction order($numbers, $items) {\n  sort($numbers, SORT_STRING); ⟵\n  usort($items, fn($a, $b) => strcmp($a['price'], $b['price'])); ⟵\n}",
    quiet:
      "<?php\nfunction order($numbers, $items) {\n  sort($numbers, SORT_NUMERIC);\n  usort($items, fn($a, $b) => $a['price'] <=> $b['price']);\n}",
  },
];
