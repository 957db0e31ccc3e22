import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Numbers that are cut, and the same with a check or the right conversion. */
export const narrowingExamples: readonly Example[] = [
  {
    languages: ['java'],
    asks: 'class A {\n  int sum(long bytes, double share, int n) {\n    int total = 0;\n    total += bytes; ⟵\n    total *= share; ⟵\n    short port = 80;\n    port += n; ⟵\n    return total + (int) Math.random() * 10; ⟵\n  }\n}',
    quiet:
      'class A {\n  int sum(long bytes, double share, int n) {\n    long total = 0;\n    total += bytes;\n    share += total;\n    int port = 80;\n    port += n;\n    return Math.toIntExact(total) + (int) (Math.random() * 10);\n  }\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function roll() {\n  return Math.floor(Math.random()) * 6; ⟵\n}',
    quiet: 'function roll() {\n  return Math.floor(Math.random() * 6);\n}',
  },
  {
    languages: ['python'],
    asks: 'def roll():\n    return int(random.random()) * 6 ⟵',
    quiet: 'def roll():\n    return int(random.random() * 6)',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function read(text, price, list) {\n  const base = parseInt(text); ⟵\n  const now = Date.now() | 0; ⟵\n  const cents = Math.floor(price * 100); ⟵\n  return list.map(parseInt); ⟵\n}',
    quiet:
      'function read(text, price, list) {\n  const base = parseInt(text, 10);\n  const now = Math.floor(Date.now() / 1000);\n  const cents = Math.round(price * 100);\n  hash = ((hash << 5) - hash + code) | 0;\n  return list.map(Number);\n}',
  },
  {
    languages: ['python'],
    asks: 'def share(price, done, total):\n    cents = int(price * 100) ⟵\n    part = int(done / total) ⟵\n    return done // total * 100 ⟵',
    quiet:
      'def share(price, done, total):\n    cents = round(price * 100)\n    part = done // total\n    return done * 100 // total',
  },
  {
    languages: ['go'],
    asks: 'func port(text string, a int, b int) float64 {\n\tn, _ := strconv.Atoi(text)\n\tset(uint16(n), int32(a)) ⟵\n\treturn float64(a / b) ⟵\n}',
    quiet:
      'func port(text string, a int, b int) float64 {\n\tn, _ := strconv.ParseUint(text, 10, 16)\n\tset(uint16(n))\n\treturn float64(a) / float64(b)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn size(items: &[u8], total: u64) -> u32 {\n    let n = items.len() as u16; ⟵\n    total as u32 ⟵\n}',
    quiet:
      'fn size(items: &[u8], total: u64) -> Result<u32, E> {\n    let n = u16::try_from(items.len())?;\n    let low = (total & 0xff) as u8;\n    Ok(total.try_into()?)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  double f(long total, int days, int sum, int count) {\n    int small = (int) total; ⟵\n    long ms = days * 24 * 60 * 60 * 1000; ⟵\n    double average = sum / count; ⟵\n    return average + (int) System.currentTimeMillis(); ⟵\n  }\n}',
    quiet:
      'class A {\n  double f(long total, int days, int sum, int count) {\n    int small = Math.toIntExact(total);\n    long ms = days * 24L * 60 * 60 * 1000;\n    double average = (double) sum / count;\n    return average;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  double F(long total, int sum, int count) {\n    int small = (int)total; ⟵\n    double average = sum / count; ⟵\n    return average;\n  }\n}',
    quiet:
      'class A {\n  double F(long total, int sum, int count) {\n    int small = checked((int)total);\n    double average = (double)sum / count;\n    return average;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'double f(long long total, int sum, int count, const char* s) {\n  int small = static_cast<int>(total); ⟵\n  short port = atoi(s); ⟵\n  double average = sum / count; ⟵\n  return average;\n}',
    quiet:
      'double f(long long total, int sum, int count, const char* s) {\n  if (total > INT_MAX) return 0;\n  int small = static_cast<int>(total);\n  double average = static_cast<double>(sum) / count;\n  return average;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def share(price, done, total)\n  cents = (price * 100).to_i ⟵\n  done / total * 100 ⟵\nend',
    quiet:
      'def share(price, done, total)\n  cents = (price * 100).round\n  done * 100.0 / total\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction cents($price) {\n  $a = intval($price * 100); ⟵\n  return (int) ($price * 100); ⟵\n}',
    quiet:
      '<?php\nfunction cents($price) {\n  $a = intval(round($price * 100));\n  return (int) round($price * 100);\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function read(text) {\n  const a = parseInt(text, null); ⟵\n  const b = Number.parseInt(text, '10'); ⟵\n  return parseInt() + parseInt(text, 1) + a + b; ⟵\n}",
    quiet:
      'function read(text, base) {\n  const a = parseInt(text, 10);\n  const b = Number.parseInt(text, 36);\n  return parseInt(text, base) + a + b;\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void count(byte small, short bits, float rate, int n, double by) {\n    small += n * 2; ⟵\n    small += 1; ⟵\n    bits |= 65536; ⟵\n    rate *= 1.5; ⟵\n    rate -= by; ⟵\n  }\n}',
    quiet:
      'class A {\n  void count(int small, short bits, float rate, int n, byte by) {\n    small += n * 2;\n    bits |= 255;\n    bits >>= 1;\n    bits += by;\n    rate *= 1.5f;\n    rate -= n;\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  long micros = 24 * 60 * 60 * 1000 * 1000; ⟵\n  double half = 1 / 2; ⟵\n  int pick = (int) Math.random() * 6; ⟵\n}',
    quiet:
      'class A {\n  long micros = 24L * 60 * 60 * 1000 * 1000;\n  long millis = 24 * 60 * 60 * 1000;\n  double half = 1 / 2.0;\n  int pick = (int) (Math.random() * 6);\n}',
  },
  {
    languages: ['cpp'],
    asks: 'long long micros = 24 * 60 * 60 * 1000 * 1000; ⟵\ndouble half = 1 / 2; ⟵',
    quiet: 'long long micros = 24LL * 60 * 60 * 1000 * 1000;\ndouble half = 1 / 2.0;',
  },
  {
    languages: ['go'],
    asks: 'func pick() int {\n\tx := 2 / 3 ⟵\n\treturn x + int(rand.Float64())*6 ⟵\n}',
    quiet: 'func pick() int {\n\tx := 2 / 3.0\n\treturn int(x + rand.Float64()*6)\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  int Pick(Random random) {\n    return (int)random.NextDouble() * 6; ⟵\n  }\n}',
    quiet:
      'class A {\n  int Pick(Random random) {\n    return (int)(random.NextDouble() * 6);\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'def pick():\n    return int(random.random()) * 6 ⟵',
    quiet: 'def pick():\n    return int(random.random() * 6)',
  },
  {
    languages: ['ruby'],
    asks: 'def pick\n  rand.to_i * 6 ⟵\nend',
    quiet: 'def pick\n  (rand * 6).to_i\nend',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function pick() {\n  return Math.floor(Math.random()) * 6; ⟵\n}',
    quiet: 'function pick() {\n  return Math.floor(Math.random() * 6);\n}',
  },
];
