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
    asks: 'function a(view, elapsed, big, price, fileSize, id, buf) {\n  const account = Number(view.getBigUint64(4)); ⟵\n  const other = Number(BigInt(id)); ⟵\n  const ms = ~~elapsed; ⟵\n  const size = fileSize >>> 0; ⟵\n  const cents = parseInt(price * 100, 10); ⟵\n  const c2 = Math.trunc(price * 100); ⟵\n  const c3 = (price * 100) | 0; ⟵\n  const n = Number(buf.readBigInt64LE(0)); ⟵\n  const bytes = new Uint8Array([total]);\n  buf.writeInt32BE(Date.now(), 0); ⟵\n  buf.writeUInt16BE(payload.length, 0); ⟵\n  return 1 << 40; ⟵\n}',
    quiet:
      'function a(view, elapsed, big, price, fileSize, id, buf) {\n  const account = view.getBigUint64(4);\n  const ns = process.hrtime.bigint();\n  const days = Number(process.hrtime.bigint() / 1000000n);\n  const ms = Math.trunc(elapsed);\n  const hash = h >>> 0;\n  const cents = Math.round(price * 100);\n  buf.writeUInt32BE(payload.length, 0);\n  buf.writeBigInt64BE(BigInt(Date.now()), 0);\n  return 2 ** 40;\n}',
  },
  {
    languages: ['python'],
    asks: 'def a(mixed, image, price, total, n, value):\n    mixed += image * 2\n    x = mixed.astype(np.int16) ⟵\n    y = (image + 5).astype("uint8") ⟵\n    b = struct.pack(">H", len(payload)) ⟵\n    c = len(payload).to_bytes(1, "big") ⟵\n    cents = int(float(price) * 100) ⟵\n    cents = int(row["price"] * 100) ⟵\n    avg = total // n * 100 ⟵\n    average = sum(values) // len(values) ⟵\n    return int(total / n) ⟵',
    quiet:
      'def a(mixed, image, price, total, n, value):\n    x = np.clip(mixed, -32768, 32767).astype(np.int16)\n    y = np.clip(image, 0, 255).astype("uint8")\n    m = (image > 3).astype("uint8")\n    b = struct.pack(">I", len(payload))\n    c = len(payload).to_bytes(4, "big")\n    cents = round(float(price) * 100)\n    middle = len(values) // 2\n    average = sum(values) / len(values)\n    return total // n',
  },
  {
    languages: ['go'],
    asks: 'func a(total int64, n int, data []byte, text string, f float64, u uint64, info os.FileInfo) float64 {\n\ta := int32(total) ⟵\n\tb := uint16(len(data)) ⟵\n\td := uint32(info.Size()) ⟵\n\tv, _ := strconv.ParseInt(text, 10, 64)\n\te := int32(v) ⟵\n\tg := int8(n) ⟵\n\th := int64(price * 100) ⟵\n\tw, _ := strconv.Atoi(text)\n\tk := int16(w) ⟵\n\tm := uint32(time.Now().UnixNano()) ⟵\n\tavg := float64(n / len(data)) ⟵\n\treturn avg\n}',
    quiet:
      'func a(total int64, n int, data []byte, text string, f float64, u uint64) float64 {\n\tif total > math.MaxInt32 {\n\t\treturn 0\n\t}\n\ta := int32(total)\n\tb := uint32(len(data))\n\tv, _ := strconv.ParseInt(text, 10, 32)\n\te := int32(v)\n\th := int(math.Round(f * 100))\n\tif n < 0 {\n\t\treturn 0\n\t}\n\tq := uint(n)\n\tlow := byte(u & 0xff)\n\tavg := float64(n) / float64(len(data))\n\treturn avg\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn a(items: &[u8], total: u64, n: i32, f: f64, big: i64, idx: usize) -> u32 {\n    let a = items.len() as u16; ⟵\n    let b = total as u32; ⟵\n    let d = (price * 100.0) as i64; ⟵\n    let e = big as i32; ⟵\n    let g = idx as u8; ⟵\n    let k = start.elapsed().as_millis() as u32; ⟵\n    let m = fs::metadata(path)?.len() as u32; ⟵\n    0\n}',
    quiet:
      'fn a(items: &[u8], total: u64, n: i32, f: f64, big: i64, idx: usize) -> Result<u32, E> {\n    let a = u16::try_from(items.len())?;\n    let b = u32::try_from(total)?;\n    let d = (f * 100.0).round() as i64;\n    let g = (idx & 0xff) as u8;\n    let h = usize::try_from(n)?;\n    let w = n as i64;\n    Ok(b)\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void a(long total, Long wide, int n, double price, byte[] data, List<String> list, File file, Instant start, ByteBuffer buffer) {\n    int a = (int) total; ⟵\n    short b = (short) data.length; ⟵\n    byte c = (byte) list.size(); ⟵\n    int d = (int) file.length(); ⟵\n    int e = (int) (price * 100); ⟵\n    buffer.putShort((short) (data.length + list.size())); ⟵\n    int ms = (int) Duration.between(start, end).toMillis(); ⟵\n    long size = n * 1024 * 1024; ⟵\n    long day = 24 * 60 * 60 * 1000 * n; ⟵\n    int mid = (low + high) / 2; ⟵\n    double avg = n / list.size(); ⟵\n    int g = new BigDecimal(text).intValue(); ⟵\n    int boxed = wide.intValue(); ⟵\n    int h = Math.abs(key.hashCode()) % n; ⟵\n    int k = (int) ChronoUnit.MILLIS.between(a, b); ⟵\n    return (int) (a.getTime() - b.getTime()); ⟵\n  }\n}',
    quiet:
      'class A {\n  void a(long total, int n, double price, byte[] data, List<String> list, File file, Instant start, ByteBuffer buffer) {\n    int a = Math.toIntExact(total);\n    buffer.putInt(data.length);\n    long d = file.length();\n    int e = (int) Math.round(price * 100);\n    long ms = Duration.between(start, end).toMillis();\n    long size = n * 1024L * 1024;\n    int mid = low + (high - low) / 2;\n    double avg = (double) n / list.size();\n    int g = new BigDecimal(text).intValueExact();\n    int h = Math.floorMod(key.hashCode(), n);\n    return Long.compare(a.getTime(), b.getTime());\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void F(long total, int n, double price, ReadOnlySpan<byte> payload, List<int> list, FileInfo file, Stream stream) {\n    var a = (int)total; ⟵\n    header[1] = (byte)payload.Length; ⟵\n    writer.Write((ushort)list.Count); ⟵\n    var d = (int)file.Length; ⟵\n    var e = (int)(price * 100); ⟵\n    var f = (int)stream.Length; ⟵\n    var g = (int)(DateTime.UtcNow - start).TotalMilliseconds; ⟵\n    var h = (int)DateTimeOffset.UtcNow.ToUnixTimeSeconds(); ⟵\n    long size = n * 1024 * 1024; ⟵\n    double avg = n / list.Count; ⟵\n    var p = done / n * 100;\n    var mid = (low + high) / 2; ⟵\n    var t = (int)DateTime.Now.Ticks; ⟵\n  }\n}',
    quiet:
      'class A {\n  void F(long total, int n, double price, ReadOnlySpan<byte> payload, List<int> list, FileInfo file, Stream stream) {\n    var a = checked((int)total);\n    header[1] = checked((byte)payload.Length);\n    var d = file.Length;\n    var e = (int)Math.Round(price * 100);\n    long size = n * 1024L * 1024;\n    double avg = (double)n / list.Count;\n    var kind = (byte)kindEnum;\n    var mid = low + (high - low) / 2;\n    if (list.Count > ushort.MaxValue) throw new E();\n    writer.Write((ushort)list.Count);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void f(std::ifstream& file, const std::string& s, size_t n, long long total, int count, double price, const std::vector<int>& v, int64_t big) {\n  int size = (int)file.tellg(); ⟵\n  short port = std::stoi(s); ⟵\n  uint16_t p2 = atoi(text); ⟵\n  uint8_t c = v.size(); ⟵\n  auto d = static_cast<int>(big); ⟵\n  auto e = static_cast<uint8_t>(v.size()); ⟵\n  int cents = price * 100; ⟵\n  int cents2 = (int)(price * 100); ⟵\n  int x = total; ⟵\n  int64_t bytes = count * 1024 * 1024; ⟵\n  int mid = (lo + hi) / 2; ⟵\n  double avg = count / v.size(); ⟵\n  unsigned u = count - 1;\n  char b = (char)n; ⟵\n}',
    quiet:
      'void f(std::ifstream& file, const std::string& s, size_t n, long long total, int count, double price, const std::vector<int>& v, int64_t big) {\n  std::streamoff size = file.tellg();\n  size_t len = s.size();\n  int port = std::stoi(s);\n  auto d = gsl::narrow<int>(big);\n  int cents = std::lround(price * 100);\n  int64_t bytes = static_cast<int64_t>(count) * 1024 * 1024;\n  int mid = lo + (hi - lo) / 2;\n  double avg = static_cast<double>(count) / v.size();\n  char b = (char)(n & 0x7f);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def a(price, done, total, list)\n  cents = (price * 100).to_i ⟵\n  cents = (price.to_f * 100).to_i ⟵\n  percent = done / total * 100 ⟵\n  average = list.sum / list.size ⟵\n  [list.size].pack("C") ⟵\n  ratio = list.count / other.count ⟵\n  (amount * 100).floor ⟵\nend',
    quiet:
      'def a(price, done, total, list)\n  cents = (price * 100).round\n  percent = done * 100.0 / total\n  average = list.sum.to_f / list.size\n  average = list.sum.fdiv(list.size)\n  [list.size].pack("N")\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction a($price, $total, $id, $data) {\n  $a = (int) ($price * 100); ⟵\n  $b = intval($price * 100); ⟵\n  $c = (int) ($row['price'] * 100); ⟵\n  $d = floor($amount * 100); ⟵\n  $e = pack('C', strlen($data)); ⟵\n  $f = pack('n', count($items)); ⟵\n  $g = intdiv($done, $total) * 100; ⟵\n  $h = chr(strlen($data)); ⟵\n  $i = (int) (float) $price * 100;\n}",
    quiet:
      "<?php\nfunction a($price, $total, $id, $data) {\n  $a = (int) round($price * 100);\n  $e = pack('N', strlen($data));\n  $g = $done / $total * 100;\n}",
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
  {
    languages: ['rust'],
    asks: 'fn put(c: char, n: u32) -> u8 {\n    n as u8 ⟵\n}\n',
    quiet:
      'fn put(c: char, n: u32) -> u8 {\n    if c.is_ascii() {\n        return c as u8;\n    }\n    n as u8 // the low byte is wanted\n}\n',
  },
  {
    languages: ['typescript', 'javascript'],
    asks: 'export function pick(all, text) {\n  const n = parseInt(text); ⟵\n  return all[n];\n}\n',
    quiet:
      'export function pick(all, text) {\n  if (isNaN(parseInt(text))) return text.replace(/{(\\d+)}/g, (found, n) => all[parseInt(n)]);\n  return all[(Math.random() * 64) | 0];\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  int Cut(double rate) {\n    return (int)rate; ⟵\n  }\n}\n',
    quiet:
      'class A {\n  int IntValue(double rate) {\n    return (int)rate;\n  }\n  int Draw(float fWidth) {\n    return (int)fWidth;\n  }\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def cents(price)\n  (price * 100).to_i ⟵\nend\n',
    quiet: 'def stamp\n  "temp_#{(Time.now.to_f * 1000.0).to_i}"\nend\n',
  },
  {
    languages: ['cpp'],
    asks: 'void stat(const Path& path) {\n  const std::uintmax_t size = sizeOf(path);\n  bytes = static_cast<std::uint32_t>(size); ⟵\n}',
    quiet:
      'void stat(const Path& path) {\n  const std::uintmax_t size = sizeOf(path);\n  if (size > LIMIT) throw TooLarge();\n  bytes = static_cast<std::uint32_t>(size);\n}',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function next(now, worker, n) {\n  return ((now - EPOCH) << 22) | (worker << 12) | n; ⟵\n}',
    quiet:
      'function next(now, worker, n) {\n  return (BigInt(now - EPOCH) << 22n) | (BigInt(worker) << 12n) | BigInt(n);\n}',
  },
];
