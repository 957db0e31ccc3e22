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
