import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Values that nothing reads, and the same where something does. */
export const unusedValueExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function total(items) {\n  const tax = rateOf(items) * 2; ⟵\n  let sum = 0;\n  for (const item of items) sum += item.price;\n  return sum;\n}\n',
    quiet:
      'function total(items) {\n  const tax = rateOf(items) * 2;\n  const { id, ...others } = items;\n  let sum = tax;\n  for (const item of items) sum += item.price;\n  return [sum, others];\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def total(items):\n    tax = rate_of(items) * 2 ⟵\n    return sum(i.price for i in items)\n',
    quiet:
      'def total(items):\n    tax = rate_of(items) * 2\n    _ = log(items)\n    global last\n    last = items\n    return sum(i.price for i in items) + tax\n\ndef page(items):\n    title = "a"\n    return render(locals())\n',
  },
  {
    languages: ['rust'],
    asks: 'fn total(items: &[Item]) -> u32 {\n    let tax = rate_of(items) * 2; ⟵\n    items.iter().map(|i| i.price).sum()\n}\n',
    quiet:
      'fn total(items: &[Item]) -> u32 {\n    let tax = rate_of(items) * 2;\n    let _guard = lock();\n    log!("{tax}");\n    items.iter().map(|i| i.price).sum()\n}\n',
  },
  {
    languages: ['java', 'csharp', 'cpp'],
    asks: 'class Cart {\n  int total(int count) {\n    int tax = count * 2; ⟵\n    return count * 3;\n  }\n};\n',
    quiet:
      'class Cart {\n  int total(int count) {\n    int tax = count * 2;\n    return count * 3 + tax;\n  }\n};\n',
  },
  {
    languages: ['cpp'],
    asks: 'int total(const Items& items) {\n  auto tax = items.size() * 2; ⟵\n  return items.sum();\n}\n',
    quiet:
      'int total(const Items& items) {\n  std::lock_guard<std::mutex> held(items.mutex);\n  Timer timed = start();\n  return items.sum();\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def total(items)\n  tax = rate_of(items) * 2 ⟵\n  items.sum(&:price)\nend\n',
    quiet:
      'def total(items)\n  tax = rate_of(items) * 2\n  items.sum { |i| i.price + tax }\n  last = items\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction total($items) {\n  $tax = rate_of($items) * 2; ⟵\n  return array_sum($items);\n}\n',
    quiet:
      '<?php\nfunction total($items) {\n  $tax = rate_of($items) * 2;\n  $title = "a";\n  return compact("tax", "title");\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'export function priceOf(order, rate, region) { ⟵\n  let note = describe(order, rate); ⟵\n  note = summaryOf(order);\n  order.name.trim(); ⟵\n  const { id, total } = order; ⟵\n  let count = 0; ⟵\n  count += 1;\n  return { total, note, count: 2 };\n}\n',
    quiet:
      'export function priceOf(order, rate, region) {\n  let note = describe(order, rate);\n  note = `${note}, ${summaryOf(order)}`;\n  const name = order.name.trim();\n  const { id, ...rest } = order;\n  let count = 0;\n  count += 1;\n  return { total: taxIn(region), name, rest, note, count };\n}\nexport function onMessage(event, origin) {\n  const found = seen.get(event);\n  return found ? found.id : undefined;\n}\nfunction compareByAge(left, options) {\n  return left.age;\n}\nconst sorted = (users) => users.map(labelOf);\nfunction labelOf(user, place) {\n  const { name } = user;\n  return name.first;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def price_of(order, rate, region): ⟵\n    note = describe(order, rate) ⟵\n    note = summary_of(order)\n    order.name.strip() ⟵\n    count = 0 ⟵\n    count += 1\n    return {"region": note}\n',
    quiet:
      'def price_of(order, rate, region):\n    note = describe(order, rate)\n    note = note + summary_of(order)\n    name = order.name.strip()\n    count = 0\n    count += 1\n    return {region: note, "name": name, "count": count}\n\nclass Handler(Base):\n    def price(self, order, region):\n        total = 0\n        try:\n            total = load(order)\n            total = load(total)\n        except KeyError:\n            pass\n        return total\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc PriceOf(order Order, region string) (int, error) { ⟵\n\tnet, err := netOf(order) ⟵\n\ttax, err := taxOf(order)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tstrings.TrimSpace(order.Name) ⟵\n\treturn net + tax, nil\n}\n',
    quiet:
      'package a\n\nfunc PriceOf(order Order, region string) (int, error) {\n\tnet, err := netOf(order)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\ttax, err := taxOf(order, region)\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tname := strings.TrimSpace(order.Name)\n\treturn net + tax + len(name), nil\n}\n\nfunc (s *Server) Price(order Order, region string) int {\n\tnet := order.Net\n\treturn net * 2\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn price_of(order: &Order, region: &str) -> u64 { ⟵\n    let mut net = net_of(order); ⟵\n    net = total_of(order);\n    order.name.trim(); ⟵\n    net * 2\n}\n',
    quiet:
      'fn price_of(order: &Order, region: &str) -> u64 {\n    let mut net = net_of(order, region);\n    net = net + total_of(order);\n    let name = if order.is_new { format!("{}", net) } else { order.name.clone() };\n    log(name.trim());\n    net * 2\n}\n\nimpl Display for Order {\n    fn price(&self, order: &Order, region: &str) -> u64 {\n        let net = order.net;\n        net * 2\n    }\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Prices {\n  long priceOf(Order order, String region) { ⟵\n    long net = netOf(order); ⟵\n    net = totalOf(order);\n    order.name().trim(); ⟵\n    return net * 2;\n  }\n}\n',
    quiet:
      'class Prices implements Pricing {\n  long priceOf(Order order, String region) {\n    long net = netOf(order);\n    net = net + totalOf(order);\n    String name = order.name().trim();\n    return net * name.length();\n  }\n  private void log(@Nullable String region, long net) {\n    long twice = net * 2;\n    write(twice);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Prices {\n  long PriceOf(Order order, string region) { ⟵\n    var net = NetOf(order); ⟵\n    net = TotalOf(order);\n    order.Name.Trim(); ⟵\n    return net * 2;\n  }\n}\n',
    quiet:
      'class Prices : IPricing {\n  public long PriceOf(Order order, string region) {\n    var net = NetOf(order);\n    net += TotalOf(order);\n    var name = order.Name.Trim();\n    return net * name.Length;\n  }\n  bool TryPrice(Order order, out string reason) {\n    reason = "";\n    return order.Net == 1;\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'long priceOf(const Order& order, const std::string& region) { ⟵\n  long net = netOf(order); ⟵\n  net = totalOf(order);\n  std::remove_if(order.lines.begin(), order.lines.end(), isEmpty); ⟵\n  return net * 2;\n}\n',
    quiet:
      'long priceOf(const Order& order, const std::string& region) {\n  long net = netOf(order, region);\n  net += totalOf(order);\n  order.lines.erase(std::remove_if(order.lines.begin(), order.lines.end(), isEmpty), order.lines.end());\n  return net * 2;\n}\nbool tryPrice(const Order& order, long& total, std::string&) {\n  total = order.net;\n  return order.net == 1;\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def price_of(order, region) ⟵\n  net = net_of(order) ⟵\n  net = total_of(order)\n  order.name.strip ⟵\n  net * 2\nend\n',
    quiet:
      'def price_of(order, region)\n  net = net_of(order)\n  net = net + total_of(order)\n  order.name.strip!\n  other(region => net)\nend\n\nclass Importer < Base\n  def price(order, region)\n    net = order.net\n    net * 2\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction price_of($order, $region) { ⟵\n  $net = net_of($order); ⟵\n  $net = total_of($order);\n  trim($order->name); ⟵\n  return $net * 2;\n}\n',
    quiet:
      "<?php\nfunction price_of($order, $region) {\n  $net = net_of($order);\n  $net = $net + total_of($order);\n  $name = trim($order->name);\n  return [$region => $net, 'name' => $name];\n}\nfunction fill(&$region, $order) {\n  $region = $order->name;\n  return $order->id;\n}\n",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function sum(rows) {\n  let total = 0; ⟵\n  for (const row of rows) {\n    total = total + row; ⟵\n  }\n  function add(row) { ⟵\n    return row + 1;\n  }\n  return rows.length;\n}\n',
    quiet:
      'function sum(rows) {\n  let total = 0;\n  function add(row) {\n    return row + 1;\n  }\n  for (const row of rows) {\n    total = total + add(row);\n  }\n  return total;\n}\n',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction range_of($input) {\n  $from = read($input, 'from'); ⟵\n  return read($input, 'to');\n}\n",
    quiet:
      "<?php\nfunction range_of($input) {\n  $from = read($input, 'from');\n  $to = read($input, 'to');\n  foreach (['from', 'to'] as $name) {\n    $dates[] = date_of($$name);\n  }\n  return $dates;\n}\n",
  },
  {
    languages: ['rust'],
    asks: `fn usage(name: &str) -> String {
    let text = String::from(name);
    text.trim(); ⟵
    text
}`,
    quiet: `fn usage(name: &str) -> StyledStr {
    let mut text = StyledStr::new();
    text.push(name);
    text.trim();
    text
}`,
  },
  {
    languages: ['ruby'],
    asks: `class A
  def type_to_sql(type, scale) ⟵
    log(type)
    other(type)
  end
end`,
    quiet: `class A
  def type_to_sql(type, scale)
    log(type)
    super
  end
end`,
  },
];
