import type { Example } from '../../rule.ts';

/** Values that others hold are changed, and the same with copies. */
export const sharedMutableExamples: readonly Example[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function topScores(scores) {\n  scores.sort((a, b) => b - a); ⟵\n  return scores.slice(0, 3);\n}\nfunction getTotal(order) {\n  order.total = order.price * 2; ⟵\n  return order.total;\n}\nfunction withName(user, name) {\n  return Object.assign(user, { name }); ⟵\n}\nclass Cart {\n  #items = [];\n  items() {\n    return this.#items; ⟵\n  }\n}\n',
    quiet:
      'function topScores(scores) {\n  return [...scores].sort((a, b) => b - a).slice(0, 3);\n}\nfunction getTotal(order) {\n  return order.price * 2;\n}\nfunction withName(user, name) {\n  return Object.assign({}, user, { name });\n}\nfunction sortScores(scores) {\n  scores.sort();\n  return scores;\n}\nclass Cart {\n  #items = [];\n  items() {\n    return [...this.#items];\n  }\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def add(item, items=[]): ⟵\n    items.append(item)\n    return items\n\ndef median(values):\n    values.sort() ⟵\n    return values[len(values) // 2]\n\nclass Cart:\n    items = [] ⟵\n\n    def put(self, item):\n        self.items.append(item)\n',
    quiet:
      'def add(item, items=None):\n    items = list(items or [])\n    items.append(item)\n    return items\n\ndef median(values):\n    values = sorted(values)\n    values.sort()\n    return values[len(values) // 2]\n\nclass Cart:\n    names = []\n\n    def __init__(self):\n        self.items = []\n\n    def put(self, item):\n        self.items.append(item)\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc Median(values []int) int {\n\tsort.Ints(values) ⟵\n\treturn values[len(values)/2]\n}\n\nfunc WithAdmin(names []string) []string {\n\tall := append(names, "admin") ⟵\n\treturn all\n}\n',
    quiet:
      'package a\n\nfunc Median(values []int) int {\n\tsorted := append([]int(nil), values...)\n\tsort.Ints(sorted)\n\treturn sorted[len(sorted)/2]\n}\n\nfunc WithAdmin(names []string) []string {\n\tall := make([]string, 0, len(names)+1)\n\tall = append(all, names...)\n\treturn append(all, "admin")\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Stats {\n  private final List<Integer> values = new ArrayList<>();\n  public List<Integer> getValues() {\n    return values; ⟵\n  }\n  int median(List<Integer> given) {\n    Collections.sort(given); ⟵\n    return given.get(given.size() / 2);\n  }\n}\n',
    quiet:
      'class Stats {\n  private final List<Integer> values = new ArrayList<>();\n  public List<Integer> getValues() {\n    return List.copyOf(values);\n  }\n  int median(List<Integer> given) {\n    List<Integer> sorted = new ArrayList<>(given);\n    Collections.sort(sorted);\n    return sorted.get(sorted.size() / 2);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Stats {\n  private readonly List<int> _values = new List<int>();\n  public List<int> Values => _values; ⟵\n  int Median(List<int> given) {\n    given.Sort(); ⟵\n    return given[given.Count / 2];\n  }\n}\n',
    quiet:
      'class Stats {\n  private readonly List<int> _values = new List<int>();\n  public IReadOnlyList<int> Values => _values;\n  int Median(List<int> given) {\n    var sorted = given.OrderBy(v => v).ToList();\n    return sorted[sorted.Count / 2];\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'int median(std::vector<int>& values) {\n  std::sort(values.begin(), values.end()); ⟵\n  return values[values.size() / 2];\n}\n',
    quiet:
      'int median(std::vector<int> values) {\n  std::sort(values.begin(), values.end());\n  return values[values.size() / 2];\n}\nvoid sortAll(std::vector<int>& values) {\n  std::sort(values.begin(), values.end());\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'NAMES = []\ndef median(values)\n  values.sort! ⟵\n  values[values.size / 2]\nend\ndef describe(name)\n  name << "!" ⟵\nend\ndef remember(name)\n  NAMES << name ⟵\nend\n',
    quiet:
      'NAMES = %w[a b].freeze\ndef median(values)\n  sorted = values.sort\n  sorted[sorted.size / 2]\nend\ndef describe(name)\n  "#{name}!"\nend\ndef remember(name)\n  @names << name\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction get_total($order) {\n  $order->total = $order->price * 2; ⟵\n  return $order->total;\n}\n',
    quiet: '<?php\nfunction get_total($order) {\n  return $order->price * 2;\n}\n',
  },
];
