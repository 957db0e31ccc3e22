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
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'const DEFAULTS = { retries: 3 };\nfunction withTax(order, rate) {\n  order.total = order.net * rate; ⟵\n  return order;\n}\nfunction requestOf(path, given) {\n  const settings = Object.assign(DEFAULTS, given); ⟵\n  return { path, settings };\n}\nfunction later(date, days) {\n  date.setDate(date.getDate() + days); ⟵\n  return date;\n}\nfunction board(size, order) {\n  const rows = new Array(size).fill([]); ⟵\n  const copy = { ...order };\n  copy.lines.push(size); ⟵\n  return { rows, copy };\n}\nfunction Todos({ todos }) {\n  const [items, setItems] = useState(todos);\n  const sorted = todos.sort(byDate); ⟵\n  const add = (item) => {\n    items.push(item); ⟵\n    setItems(items);\n  };\n  return show(sorted, add);\n}\n',
    quiet:
      'const DEFAULTS = { retries: 3 };\nfunction withTax(order, rate) {\n  return { ...order, total: order.net * rate };\n}\nfunction requestOf(path, given) {\n  const settings = Object.assign({}, DEFAULTS, given);\n  return { path, settings };\n}\nfunction later(date, days) {\n  const other = new Date(date);\n  other.setDate(other.getDate() + days);\n  return other;\n}\nfunction board(size, order) {\n  const rows = Array.from({ length: size }, () => []);\n  const copy = { ...order };\n  copy.lines = [...order.lines];\n  copy.lines.push(size);\n  return { rows, copy };\n}\nfunction Todos({ todos }) {\n  const [items, setItems] = useState(todos);\n  const sorted = [...todos].sort(byDate);\n  const add = (item) => setItems([...items, item]);\n  return show(sorted, add);\n}\nfunction updateOrder(order) {\n  order.isOpen = false;\n  return order;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'DEFAULTS = {"retries": 3}\n\ndef with_defaults(options):\n    options.update(DEFAULTS) ⟵\n    return options\n\ndef load(path, settings=DEFAULTS): ⟵\n    config = DEFAULTS\n    config["path"] = path ⟵\n    return config, settings\n\ndef board(size):\n    return [[0] * size] * size ⟵\n',
    quiet:
      'DEFAULTS = {"retries": 3}\n\ndef with_defaults(options):\n    return {**options, **DEFAULTS}\n\ndef load(path, settings=None):\n    config = dict(DEFAULTS)\n    config["path"] = path\n    return config, settings\n\ndef board(size):\n    return [[0] * size for _ in range(size)]\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\ntype Basket struct {\n\tlines []Line\n}\n\nfunc (b *Basket) Lines() []Line {\n\treturn b.lines ⟵\n}\n\nfunc Top(scores []int) []int {\n\tsort.Sort(sort.Reverse(sort.IntSlice(scores))) ⟵\n\treturn scores[:3]\n}\n',
    quiet:
      'package a\n\ntype Basket struct {\n\tlines []Line\n}\n\nfunc (b *Basket) Lines() []Line {\n\treturn slices.Clone(b.lines)\n}\n\nfunc Top(scores []int) []int {\n\tsorted := slices.Clone(scores)\n\tsort.Sort(sort.Reverse(sort.IntSlice(sorted)))\n\treturn sorted[:3]\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Basket {\n  private final List<Line> lines = new ArrayList<>();\n  List<Line> getLines() {\n    logger.debug("lines");\n    return lines; ⟵\n  }\n  Order withTax(Order order, long tax) {\n    order.setTotal(order.getNet() + tax); ⟵\n    return order;\n  }\n}\n',
    quiet:
      'class Basket {\n  private final List<Line> lines = new ArrayList<>();\n  List<Line> getLines() {\n    logger.debug("lines");\n    return Collections.unmodifiableList(lines);\n  }\n  Order withTax(Order order, long tax) {\n    return new Order(order.getNet() + tax);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Basket {\n  private readonly List<Line> _lines = new();\n  public List<Line> GetLines() {\n    _log.Debug("lines");\n    return _lines; ⟵\n  }\n  public static List<Price> WithDiscount(List<Price> prices) {\n    prices.RemoveAll(p => p.Amount == 0); ⟵\n    return prices;\n  }\n}\n',
    quiet:
      'class Basket {\n  private readonly List<Line> _lines = new();\n  public List<Line> GetLines() {\n    _log.Debug("lines");\n    return _lines.ToList();\n  }\n  public static List<Price> WithDiscount(List<Price> prices) {\n    return prices.Where(p => p.Amount != 0).ToList();\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'class Basket {\n public:\n  std::vector<Line>& lines() {\n    log("lines");\n    return lines_; ⟵\n  }\n private:\n  std::vector<Line> lines_;\n};\n',
    quiet:
      'class Basket {\n public:\n  const std::vector<Line>& lines() const {\n    log("lines");\n    return lines_;\n  }\n private:\n  std::vector<Line> lines_;\n};\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Cloud\n  def initialize\n    @tags = []\n  end\n\n  def tags\n    @tags ⟵\n  end\n\n  def summary(tags)\n    tags.map! { |tag| tag.strip } ⟵\n    tags.tally.to_a\n  end\n\n  def rows(size)\n    Array.new(size, []) ⟵\n  end\nend\n',
    quiet:
      'class Cloud\n  def initialize\n    @tags = []\n  end\n\n  def tags\n    @tags.dup\n  end\n\n  def summary(tags)\n    tags.map { |tag| tag.strip }.tally.to_a\n  end\n\n  def rows(size)\n    Array.new(size) { [] }\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction withTax($order, $rate) {\n  $order->total = $order->net * $rate; ⟵\n  return $order;\n}\nfunction topThree(array &$scores) {\n  rsort($scores); ⟵\n  return array_slice($scores, 0, 3);\n}\n',
    quiet:
      '<?php\nfunction withTax($order, $rate) {\n  $taxed = clone $order;\n  $taxed->total = $order->net * $rate;\n  return $taxed;\n}\nfunction topThree(array $scores) {\n  rsort($scores);\n  return array_slice($scores, 0, 3);\n}\n',
  },
  {
    languages: ['java'],
    asks: 'public class Team {\n  private final List<Player> players;\n\n  public Team(List<Player> players) {\n    this.players = players; ⟵\n  }\n}\n',
    quiet:
      'public class Team {\n  private final List<Player> players;\n  private final List<Player> guests = new ArrayList<>();\n  private final List<Player> coaches = new ArrayList<>();\n\n  public Team(List<Player> players) {\n    this.players = List.copyOf(players);\n  }\n\n  List<Player> getPlayers() {\n    return players;\n  }\n  List<Player> getGuests() {\n    return guests;\n  }\n  List<Player> getCoaches() {\n    return coaches;\n  }\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function cartReducer(state, action) {\n  if (action.type === "add") {\n    state.items.push(action.item); ⟵\n  }\n  return state;\n}\nfunction sortedUsers(users) {\n  users.sort(byName); ⟵\n  return users;\n}\n',
    quiet:
      'function cartReducer(state, action) {\n  if (action.type === "add") {\n    return { ...state, items: [...state.items, action.item] };\n  }\n  return state;\n}\nfunction sortUsers(users) {\n  users.sort(byName);\n  return users;\n}\n',
  },
  {
    // What is found once and kept, what a function hands on to itself, what says that it changes it.
    languages: ['javascript', 'typescript'],
    asks: 'function getTotal(order) {\n  order.total = order.price * 2; ⟵\n  return order.total;\n}\n',
    quiet:
      'function getContext(box, property) {\n  if (box.parsing === undefined) {\n    box.parsing = parse(property);\n  }\n  return box.parsing;\n}\nfunction getNames(node, names) {\n  names.push(node.name);\n  return node.next ? getNames(node.next, names) : names;\n}\n/** Normalizes the order in place. */\nfunction getOrder(order) {\n  order.total = 0;\n  return order;\n}\nfunction useQueue() {\n  const [queue] = useState(() => new Queue());\n  useEffect(() => {\n    queue.push(1);\n  });\n}\n',
  },
  {
    // A default that is only read, a hook that is there to change what it is given.
    languages: ['python'],
    asks: 'def add(item, items=[]): ⟵\n    items.append(item)\n    return items\n',
    quiet: 'def has(item, names=[], more={}):\n    return item in names or list(more.items())\n',
  },
  {
    languages: ['java'],
    asks: 'class Stats {\n  private List<Integer> values = new ArrayList<>();\n  public List<Integer> getValues() {\n    return values; ⟵\n  }\n}\n',
    quiet:
      'class Stats {\n  private List<Integer> values = List.of();\n  void put(List<Integer> more) {\n    values = Collections.unmodifiableList(more);\n  }\n  public List<Integer> getValues() {\n    return values;\n  }\n}\n',
  },
  {
    // A text is never changed: what is given back is a new one.
    languages: ['csharp'],
    asks: 'class A {\n  int GetTop(List<int> values) {\n    values.Sort(); ⟵\n    return values[0];\n  }\n}\n',
    quiet: 'class A {\n  string GetCommand(string url) {\n    return url.Remove(0, 6);\n  }\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function Cart() {\n  const [cart, setCart] = useState({ items: [] });\n  const add = (item) => {\n    setCart((previous) => {\n      previous.items.push(item); ⟵\n      return { ...previous };\n    });\n  };\n}',
    quiet:
      'function Cart() {\n  const [cart, setCart] = useState({ items: [] });\n  const add = (item) => {\n    setCart((previous) => {\n      return { items: [...previous.items, item] };\n    });\n  };\n}',
  },
];
