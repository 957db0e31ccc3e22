import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Arguments in another order or unit, and where they belong. */
export const swappedArgumentsExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function area(width, height) {\n  return width * height;\n}\nfunction wait(seconds) {\n  return sleep(seconds);\n}\nfunction run(width, height, timeoutMs, delaySeconds, token) {\n  area(height, width); ⟵\n  wait(timeoutMs); ⟵\n  setTimeout(run, delaySeconds); ⟵\n  start({ timeoutMs: delaySeconds }); ⟵\n  return new Date(token.exp); ⟵\n}',
    quiet:
      'function area(width, height) {\n  return width * height;\n}\nfunction wait(seconds) {\n  return sleep(seconds);\n}\nfunction run(width, height, timeoutMs, delaySeconds, token) {\n  area(width, height);\n  wait(timeoutMs / 1000);\n  setTimeout(run, delaySeconds * 1000);\n  start({ timeoutMs });\n  return new Date(token.exp * 1000);\n}',
  },
  {
    languages: ['python'],
    asks: 'def area(width, height):\n    return width * height\n\ndef run(width, height, timeout_ms):\n    area(height, width) ⟵\n    time.sleep(5000) ⟵\n    time.sleep(timeout_ms) ⟵\n    wait(timeout_seconds=timeout_ms) ⟵',
    quiet:
      'def area(width, height):\n    return width * height\n\ndef run(width, height, timeout_ms):\n    area(width, height)\n    time.sleep(5)\n    time.sleep(3600)\n    time.sleep(timeout_ms / 1000)\n    wait(timeout_seconds=timeout_ms / 1000)',
  },
  {
    languages: ['go'],
    asks: 'func area(width int, height int) int {\n\treturn width * height\n}\n\nfunc run(width int, height int) {\n\tarea(height, width) ⟵\n\ttime.Sleep(5) ⟵\n}',
    quiet:
      'func area(width int, height int) int {\n\treturn width * height\n}\n\nfunc run(width int, height int) {\n\tarea(width, height)\n\ttime.Sleep(5 * time.Second)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn area(width: u32, height: u32) -> u32 {\n    width * height\n}\nfn run(width: u32, height: u32, timeout_ms: u64) {\n    area(height, width); ⟵\n    sleep(Duration::from_secs(timeout_ms)); ⟵\n    sleep(Duration::from_secs(5000)); ⟵\n}',
    quiet:
      'fn area(width: u32, height: u32) -> u32 {\n    width * height\n}\nfn run(width: u32, height: u32, timeout_ms: u64) {\n    area(width, height);\n    sleep(Duration::from_millis(timeout_ms));\n    sleep(Duration::from_secs(5));\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  int area(int width, int height) {\n    return width * height;\n  }\n  void run(int width, int height, long delaySeconds) {\n    area(height, width); ⟵\n    Thread.sleep(delaySeconds); ⟵\n  }\n}',
    quiet:
      'class A {\n  int area(int width, int height) {\n    return width * height;\n  }\n  void run(int width, int height, long delaySeconds) {\n    area(width, height);\n    Thread.sleep(delaySeconds * 1000);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  A(int width, int height) {}\n  static A Make(int width, int height, int timeoutMs) {\n    Wait(TimeSpan.FromSeconds(timeoutMs)); ⟵\n    return new A(height, width); ⟵\n  }\n}',
    quiet:
      'class A {\n  A(int width, int height) {}\n  static A Make(int width, int height, int timeoutMs) {\n    Wait(TimeSpan.FromMilliseconds(timeoutMs));\n    return new A(width, height);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int area(int width, int height) { return width * height; }\nvoid run(int width, int height, char* buffer, int delay_ms) {\n  area(height, width); ⟵\n  memset(buffer, sizeof(buffer), 0); ⟵\n  wait(std::chrono::seconds(delay_ms)); ⟵\n}',
    quiet:
      'int area(int width, int height) { return width * height; }\nvoid run(int width, int height, char* buffer, int delay_ms) {\n  area(width, height);\n  memset(buffer, 0, sizeof(buffer));\n  wait(std::chrono::milliseconds(delay_ms));\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def area(width, height)\n  width * height\nend\n\ndef run(width, height, delay_ms)\n  area(height, width) ⟵\n  sleep(delay_ms) ⟵\n  sleep 5000 ⟵\nend',
    quiet:
      'def area(width, height)\n  width * height\nend\n\ndef run(width, height, delay_ms)\n  area(width, height)\n  sleep(delay_ms / 1000.0)\n  sleep 5\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction area($width, $height) {\n  return $width * $height;\n}\nfunction run($width, $height, $delayMs, $text) {\n  area($height, $width); ⟵\n  sleep($delayMs); ⟵\n  sleep(5000); ⟵\n  return explode($text, ','); ⟵\n}",
    quiet:
      "<?php\nfunction area($width, $height) {\n  return $width * $height;\n}\nfunction run($width, $height, $delayMs, $text) {\n  area($width, $height);\n  usleep($delayMs * 1000);\n  sleep(5);\n  return explode(',', $text);\n}",
  },
];
