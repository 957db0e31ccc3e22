import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Money in floating point and in whole cents or decimals; equality with and without a tolerance. */
export const floatMoneyExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function pay(price, quantity, taxRate, a, b) {\n  const tax = price * taxRate; ⟵\n  if (a + b === 0.3) stop(); ⟵\n  return tax;\n}\nfunction sum(items) {\n  return items.reduce((sum, item) => sum + item.price * item.quantity, 0); ⟵\n}',
    quiet:
      'function pay(priceCents, quantity, taxRate, a, b) {\n  const taxCents = Math.round(priceCents * taxRate);\n  if (Math.abs(a + b - 0.3) < 1e-9) stop();\n  return taxCents;\n}\nfunction sum(items) {\n  return items.reduce((sum, item) => sum + item.priceCents * item.quantity, 0);\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function show(subtotal, discount) {\n  return Number((subtotal * 0.9).toFixed(2)); ⟵\n}',
    quiet:
      "function show(subtotal, discount) {\n  return new Decimal(subtotal).times('0.9').toFixed(2);\n}",
  },
  {
    languages: ['python'],
    asks: 'def pay(price, total, x):\n    total = price * 1.19 ⟵\n    if x + 0.1 == 0.3: ⟵\n        stop()\n    return total',
    quiet:
      "def pay(price, total, x):\n    total = Decimal(price) * Decimal('1.19')\n    if math.isclose(x + 0.1, 0.3):\n        stop()\n    return total",
  },
  {
    languages: ['go'],
    asks: 'func pay(price float64, qty int, a float64, b float64) float64 {\n\tif a == b { ⟵\n\t\tstop()\n\t}\n\treturn price * float64(qty) ⟵\n}',
    quiet:
      'func pay(priceCents int64, qty int, a float64, b float64) int64 {\n\tif math.Abs(a-b) < epsilon {\n\t\tstop()\n\t}\n\treturn priceCents * int64(qty)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn pay(price: f64, rate: f64) -> f64 {\n    let tax = price * rate; ⟵\n    tax\n}\nfn same(a: f64, b: f64) -> bool {\n    a == b ⟵\n}',
    quiet:
      'fn pay(price: Decimal, rate: Decimal) -> Decimal {\n    let tax = price * rate;\n    tax\n}\nfn same(a: f64, b: f64) -> bool {\n    (a - b).abs() < f64::EPSILON\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  double pay(double price, int quantity) {\n    double total = price * quantity; ⟵\n    return total;\n  }\n  boolean same(double a, double b) {\n    return a == b; ⟵\n  }\n}',
    quiet:
      'class A {\n  BigDecimal pay(BigDecimal price, int quantity) {\n    return price.multiply(BigDecimal.valueOf(quantity));\n  }\n  boolean same(double a, double b) {\n    return Math.abs(a - b) < 1e-9;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  double Pay(double price, int quantity) {\n    return price * quantity; ⟵\n  }\n  bool Same(double a) {\n    return a * 3 == 0.3; ⟵\n  }\n}',
    quiet:
      'class A {\n  decimal Pay(decimal price, int quantity) {\n    return price * quantity;\n  }\n  bool Same(double a) {\n    return Math.Abs(a * 3 - 0.3) < 1e-9;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'double pay(double price, int quantity, double a, double b) {\n  if (a == b) stop(); ⟵\n  return price * quantity; ⟵\n}',
    quiet:
      'int64_t pay(int64_t price_cents, int quantity, double a, double b) {\n  if (std::fabs(a - b) < 1e-9) stop();\n  return price_cents * quantity;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def pay(price, a, b)\n  return if a + b == 0.3 ⟵\n  price * 1.19 ⟵\nend',
    quiet:
      "def pay(price, a, b)\n  return if (a + b - 0.3).abs < 1e-9\n  BigDecimal(price) * BigDecimal('1.19')\nend",
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction pay($price, $a, $b) {\n  if ($a + $b == 0.3) { return 0; } ⟵\n  return $price * 1.19; ⟵\n}',
    quiet:
      "<?php\nfunction pay($price, $a, $b) {\n  if (abs($a + $b - 0.3) < 1e-9) { return 0; }\n  return bcmul($price, '1.19', 2);\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function level(x, list) {\n  if (x === NaN) return 0; ⟵\n  if (Number.NaN !== x) stop(); ⟵\n  if (x === -0) return 1; ⟵\n  switch (x) {\n    case NaN: ⟵\n      return 2;\n  }\n  return list.indexOf(NaN); ⟵\n}',
    quiet:
      'function level(x, list) {\n  if (Number.isNaN(x)) return 0;\n  if (x === NaNs.first) stop();\n  if (Object.is(x, -0)) return 1;\n  switch (x) {\n    case 0:\n      return 2;\n  }\n  return x === -1 ? list.includes(NaN) : list.findIndex(Number.isNaN);\n}',
  },
  {
    languages: ['python'],
    asks: "def level(x):\n    if x == numpy.nan: ⟵\n        return 0\n    if x is not float('nan'): ⟵\n        return 1\n    return x < math.nan ⟵",
    quiet:
      "def level(x):\n    if numpy.isnan(x):\n        return 0\n    if not math.isnan(x):\n        return 1\n    return x is None or nan_policy == 'omit'",
  },
  {
    languages: ['go'],
    asks: 'func level(x float64) bool {\n\treturn x == math.NaN() ⟵\n}',
    quiet: 'func level(x float64) bool {\n\treturn math.IsNaN(x)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn level(x: f64) -> bool {\n    x == f64::NAN ⟵\n}',
    quiet: 'fn level(x: f64) -> bool {\n    x.is_nan()\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  boolean level(double x) {\n    return x == Double.NaN; ⟵\n  }\n}',
    quiet: 'class A {\n  boolean level(double x) {\n    return Double.isNaN(x);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  bool Level(double x) {\n    return x != double.NaN; ⟵\n  }\n}',
    quiet: 'class A {\n  bool Level(double x) {\n    return !double.IsNaN(x);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'bool level(double x) {\n  if (x == NAN) return false; ⟵\n  return x != std::numeric_limits<double>::quiet_NaN(); ⟵\n}',
    quiet: 'bool level(double x) {\n  if (std::isnan(x)) return false;\n  return x != limit;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def level(x)\n  x == Float::NAN ⟵\nend',
    quiet: 'def level(x)\n  x.nan?\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction level($x) {\n  return $x === NAN; ⟵\n}',
    quiet: '<?php\nfunction level($x) {\n  return is_nan($x);\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "const settle = (invoice, payments) => {\n  let balance = invoice.total;\n  for (const payment of payments) {\n    balance -= payment.amount; ⟵\n  }\n  if (balance === 0) invoice.state = 'settled';\n  return invoice;\n};\nfunction vat(price, items) {\n  const net = price / 1.19; ⟵\n  return Math.round(net * 100) / 100;\n}\nfunction cart(items) {\n  return items.reduce((sum, item) => sum + item.price, 0); ⟵\n}\nfunction order(lines) {\n  let total = 0;\n  for (const line of lines) total += line.price * line.quantity; ⟵\n  return total;\n}\nfunction parse(form) {\n  const amount = parseFloat(form.amount); ⟵\n  return amount;\n}\nfunction cut(price) {\n  return parseFloat(price.toFixed(2)); ⟵\n}",
    quiet:
      "const settle = (invoice, payments) => {\n  let balanceCents = invoice.totalCents;\n  for (const payment of payments) {\n    balanceCents -= payment.cents;\n  }\n  if (balanceCents === 0) invoice.state = 'settled';\n  return invoice;\n};\nfunction cart(items) {\n  return items.reduce((sum, item) => sum + item.priceCents, 0);\n}\nfunction order(lines) {\n  let totalCents = 0;\n  for (const line of lines) totalCents += line.priceCents * line.quantity;\n  return totalCents;\n}\nfunction count(parts) {\n  let total = 0;\n  for (const part of parts) total += part.length;\n  return total;\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'interface Product { id: string; price: number; }\nfunction total(items: readonly Product[]): number {\n  let sum = 0;\n  for (const item of items) {\n    sum += item.price; ⟵\n  }\n  return sum;\n}',
    quiet:
      'interface Product { id: string; priceCents: number; }\nfunction total(items: readonly Product[]): number {\n  let sum = 0;\n  for (const item of items) {\n    sum += item.priceCents;\n  }\n  return sum;\n}',
  },
  {
    languages: ['python'],
    asks: 'class Booking(models.Model):\n    price = models.FloatField() ⟵\nclass Order(Base):\n    total = Column(Float) ⟵\n    tax_amount: Mapped[float] = mapped_column() ⟵\n@dataclass\nclass Line:\n    price: float ⟵\ndef pay(price: float, quantity: int) -> float:\n    return price * quantity ⟵\ndef add(items):\n    total = 0.0\n    for item in items:\n        total += item["price"] * item["quantity"] ⟵\n    return total\ndef split(amount: float, people):\n    return round(amount / len(people), 2) ⟵\ndef parse(form):\n    amount = float(form["amount"]) ⟵\n    return amount\ndef same(a: float, b: float):\n    return a == b ⟵',
    quiet:
      'class Booking(models.Model):\n    price = models.DecimalField(max_digits=10, decimal_places=2)\n    rating = models.FloatField()\nclass Order(Base):\n    total = Column(Numeric(10, 2))\n@dataclass\nclass Line:\n    price: Decimal\n    weight: float\ndef pay(price: Decimal, quantity: int) -> Decimal:\n    return price * quantity\ndef add(items):\n    total = Decimal(0)\n    for item in items:\n        total += item["price"] * item["quantity"]\n    return total\ndef parse(form):\n    amount = Decimal(form["amount"])\n    return amount\ndef same(a: float, b: float):\n    return math.isclose(a, b)',
  },
  {
    languages: ['go'],
    asks: 'type Order struct {\n\tTotal float64 `json:"total"` ⟵\n\tPrice float32 ⟵\n}\nfunc sum(items []Item) float64 {\n\tvar total float64\n\tfor _, item := range items {\n\t\ttotal += item.Price * float64(item.Quantity) ⟵\n\t}\n\treturn total\n}\nfunc tax(price float64) float64 {\n\treturn price * 0.19 ⟵\n}\nfunc parse(text string) (float64, error) {\n\tamount, err := strconv.ParseFloat(text, 64) ⟵\n\treturn amount, err\n}\nfunc equal(a, b float64) bool {\n\treturn a == b ⟵\n}',
    quiet:
      'type Order struct {\n\tTotalCents int64 `json:"total_cents"`\n\tWeight     float64\n}\nfunc sum(items []Item) int64 {\n\tvar total int64\n\tfor _, item := range items {\n\t\ttotal += item.PriceCents * item.Quantity\n\t}\n\treturn total\n}\nfunc parse(text string) (decimal.Decimal, error) {\n\treturn decimal.NewFromString(text)\n}\nfunc equal(a, b float64) bool {\n\treturn math.Abs(a-b) < epsilon\n}',
  },
  {
    languages: ['rust'],
    asks: 'struct Order {\n    total: f64, ⟵\n    price: f32, ⟵\n    weight: f64,\n}\nfn sum(items: &[Item]) -> f64 {\n    items.iter().map(|item| item.price * item.quantity as f64).sum() ⟵\n}\nfn tax(price: f64) -> f64 {\n    price * 0.19 ⟵\n}\nfn parse(text: &str) -> f64 {\n    let amount: f64 = text.parse().unwrap(); ⟵\n    amount\n}',
    quiet:
      'struct Order {\n    total: Decimal,\n    price_cents: i64,\n    weight: f64,\n}\nfn tax(price: Decimal) -> Decimal {\n    price * rate\n}',
  },
  {
    languages: ['java'],
    asks: 'class Order {\n  private double total; ⟵\n  private float price; ⟵\n  private Double balance; ⟵\n  private double weight;\n  double sum(List<Item> items) {\n    return items.stream().mapToDouble(Item::getPrice).sum(); ⟵\n  }\n  double add(List<Item> items) {\n    double total = 0;\n    for (Item item : items) total += item.getPrice() * item.getQuantity(); ⟵\n    return total;\n  }\n  BigDecimal of(double price) {\n    return new BigDecimal(price); ⟵\n  }\n  double parse(String text) {\n    double amount = Double.parseDouble(text); ⟵\n    return amount;\n  }\n  boolean same(Double a, Double b) {\n    return a == b; ⟵\n  }\n}',
    quiet:
      'class Order {\n  private BigDecimal total;\n  private long priceCents;\n  private double weight;\n  BigDecimal sum(List<Item> items) {\n    return items.stream().map(Item::getPrice).reduce(BigDecimal.ZERO, BigDecimal::add);\n  }\n  BigDecimal of(String price) {\n    return new BigDecimal(price);\n  }\n  boolean same(double a, double b) {\n    return Math.abs(a - b) < 1e-9;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class Order {\n  public double Total { get; set; } ⟵\n  public float Price { get; set; } ⟵\n  public double Weight { get; set; }\n  double Sum(List<Item> items) {\n    return items.Sum(i => i.Price * i.Quantity); ⟵\n  }\n  double Tax(double price) {\n    return price * 0.19; ⟵\n  }\n  double Parse(string text) {\n    double amount = double.Parse(text); ⟵\n    return amount;\n  }\n  bool Same(double a, double b) { return a == b; } ⟵\n}',
    quiet:
      'class Order {\n  public decimal Total { get; set; }\n  public double Weight { get; set; }\n  decimal Tax(decimal price) {\n    return price * 0.19m;\n  }\n  bool Same(double a, double b) { return Math.Abs(a - b) < 1e-9; }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'struct Order {\n  double total; ⟵\n  float price; ⟵\n  double weight;\n};\ndouble sum(const std::vector<Item>& items) {\n  double total = 0;\n  for (const auto& item : items) total += item.price * item.quantity; ⟵\n  return total;\n}\ndouble tax(double price) {\n  return price * 0.19; ⟵\n}\nbool same(double a, double b) { return a == b; } ⟵',
    quiet:
      'struct Order {\n  int64_t total_cents;\n  double weight;\n};\nint64_t sum(const std::vector<Item>& items) {\n  int64_t total = 0;\n  for (const auto& item : items) total += item.price_cents * item.quantity;\n  return total;\n}\nbool same(double a, double b) { return std::abs(a - b) < 1e-9; }',
  },
  {
    languages: ['ruby'],
    asks: 'class AddPrice < ActiveRecord::Migration[7.0]\n  def change\n    add_column :orders, :price, :float ⟵\n    create_table :items do |t|\n      t.float :total ⟵\n      t.float :weight\n    end\n  end\n  def pay(params, order)\n    amount = params[:amount].to_f ⟵\n    total = order.price.to_f * order.quantity ⟵\n    order.price * 1.19 ⟵\n  end\nend',
    quiet:
      'class AddPrice < ActiveRecord::Migration[7.0]\n  def change\n    add_column :orders, :price, :decimal, precision: 10, scale: 2\n    create_table :items do |t|\n      t.integer :total_cents\n      t.float :weight\n    end\n  end\n  def pay(params, order)\n    amount = params[:amount].to_d\n    total = order.price_cents * order.quantity\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass Order {\n  private float $total; ⟵\n  public ?float $price = null; ⟵\n  private float $weight;\n  public function sum(array $items): float {\n    $total = 0.0;\n    foreach ($items as $item) {\n      $total += $item['price'] * $item['quantity']; ⟵\n    }\n    return $total;\n  }\n  public function pay(float $price, int $qty): float {\n    return $price * $qty; ⟵\n  }\n  public function parse($request) {\n    $amount = (float) $request->amount; ⟵\n    $fee = floatval($_POST['fee']); ⟵\n    return round($amount / 3, 2); ⟵\n  }\n  public function up(Blueprint $table) {\n    $table->float('price'); ⟵\n    $table->double('total'); ⟵\n  }\n}",
    quiet:
      "<?php\nclass Order {\n  private int $totalCents;\n  private float $weight;\n  public function sum(array $items): int {\n    $total = 0;\n    foreach ($items as $item) {\n      $total += $item['price_cents'] * $item['quantity'];\n    }\n    return $total;\n  }\n  public function up(Blueprint $table) {\n    $table->decimal('price', 10, 2);\n    $table->float('rating');\n  }\n}",
  },
  {
    languages: ['java'],
    asks: 'class A {\n  BigDecimal low = new BigDecimal(-0.1); ⟵\n}',
    quiet:
      'class A {\n  BigDecimal low = new BigDecimal("-0.1");\n  BigDecimal half = new BigDecimal(0.5);\n}',
  },
  {
    languages: ['python'],
    asks: 'def low():\n    return Decimal(0.1) ⟵',
    quiet: "def low():\n    return Decimal('0.1') + Decimal(0.25)",
  },
  {
    languages: ['ruby'],
    asks: 'def low\n  BigDecimal(0.1, 4) ⟵\nend',
    quiet: "def low\n  BigDecimal('0.1')\nend",
  },
];
