import { changedSettings, type Setting } from '../facts/settings.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, quoted, shortened } from '../words.ts';

/** A default, a limit, a time limit or a flag has another value than was committed. */
export const changedDefault: Rule = {
  id: 'changed-default',
  row: 44,
  title: 'A default, a limit or a flag with another value',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [1188],
  kind: 'question',
  isOn: true,
  absent: {},
  *find({ view, before, isTest }: RuleContext): Iterable<Trigger> {
    if (!before || isTest) return;
    for (const { was, is } of changedSettings(before, view)) {
      const about = {
        name: inBackticks(shortened(is.name)),
        was: quoted(before, was.value),
        is: quoted(view, is.value),
      };
      yield { at: is.value, about, ...(isSwitch(is) ? { severity: 'high' } : {}) };
    }
  },
  ask: ({ name, was, is, line }) =>
    `Line ${line}: ${name} is ${is} now and was ${was}. Was that asked for, and do all who rely on it know?`,
  obligations: ['boundary'],
  page: {
    why: 'A default, a limit, a time limit or a flag was changed along with something else. Nobody who relies on the old value sees it in their own code.',
    instead: 'Put the old value back, or make the change one of its own, with its reason.',
    sources: [
      'CWE-1188',
      'Tambon et al. 2024: non-prompted consideration (changes that nobody asked for)',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      before:
        'export const MAX_RETRIES = 3;\nexport function load(url, limit = 10, options = {}) {\n  return fetchAll(url, { limit, timeout: 5000, secure: true });\n}',
      asks: 'export const MAX_RETRIES = 30; ⟵\nexport function load(url, limit = 100, options = {}) { ⟵\n  return fetchAll(url, { limit, timeout: 500, secure: false }); ⟵\n}',
      quiet:
        "export const MAX_RETRIES = 3;\nexport function load(address, limit = 10, options = {}) {\n  const found = fetchAll(address, { secure: true, limit, timeout: 5000, order: 'asc' });\n  return found;\n}",
    },
    {
      languages: [...ECMASCRIPT],
      before:
        'function page(options) {\n  const size = options.size ?? 20;\n  setInterval(() => next(size), 1000);\n}',
      asks: 'function page(options) {\n  const size = options.size ?? 200; ⟵\n  setInterval(() => next(size), 10); ⟵\n}',
      quiet:
        'function page(settings) {\n  const size = settings.size ?? 20;\n  setInterval(() => next(size), 1000);\n}',
    },
    {
      languages: ['python'],
      before:
        'MAX_RETRIES = 3\n\ndef load(url, limit=10, verify=True):\n    return request(url, timeout=5, limit=limit)\n',
      asks: 'MAX_RETRIES = 30 ⟵\n\ndef load(url, limit=100, verify=False): ⟵\n    return request(url, timeout=500, limit=limit) ⟵\n',
      quiet:
        'MAX_RETRIES = 3\n\ndef load(\n    url,\n    limit=10,\n    verify=True,\n):\n    found = request(url, limit=limit, timeout=5)\n    return found\n',
    },
    {
      languages: ['go'],
      before:
        'package a\n\nconst maxRetries = 3\n\nfunc load(ctx context.Context) error {\n\tctx, cancel := context.WithTimeout(ctx, 5*time.Second)\n\tdefer cancel()\n\treturn request(ctx)\n}\n',
      asks: 'package a\n\nconst maxRetries = 30 ⟵\n\nfunc load(ctx context.Context) error {\n\tctx, cancel := context.WithTimeout(ctx, 50*time.Second) ⟵\n\tdefer cancel()\n\treturn request(ctx)\n}\n',
      quiet:
        'package a\n\nconst maxRetries = 3\n\nfunc load(parent context.Context) error {\n\tctx, cancel := context.WithTimeout(parent, 5 * time.Second)\n\tdefer cancel()\n\treturn request(ctx)\n}\n',
    },
    {
      languages: ['rust'],
      before:
        'pub const MAX_RETRIES: u32 = 3;\n\npub fn load(url: &str) -> Request {\n    client.get(url).timeout(Duration::from_secs(5))\n}\n',
      asks: 'pub const MAX_RETRIES: u32 = 30; ⟵\n\npub fn load(url: &str) -> Request {\n    client.get(url).timeout(Duration::from_secs(500)) ⟵\n}\n',
      quiet:
        'pub const MAX_RETRIES: u32 = 3;\n\npub fn load(address: &str) -> Request {\n    let request = client.get(address);\n    request.timeout(Duration::from_secs(5))\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class Loader {\n  static final int MAX_RETRIES = 3;\n\n  Client make() {\n    return Client.builder().connectTimeout(Duration.ofSeconds(5)).build();\n  }\n}\n',
      asks: 'class Loader {\n  static final int MAX_RETRIES = 30; ⟵\n\n  Client make() {\n    return Client.builder().connectTimeout(Duration.ofSeconds(500)).build(); ⟵\n  }\n}\n',
      quiet:
        'class Loader {\n  static final int MAX_RETRIES = 3;\n\n  Client make() {\n    var builder = Client.builder();\n    return builder.connectTimeout(Duration.ofSeconds(5)).build();\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      before:
        'class Loader {\n  private const int MaxRetries = 3;\n\n  public Page Load(string url, int limit = 10) {\n    return Fetch(url, limit, timeout: 5);\n  }\n}\n',
      asks: 'class Loader {\n  private const int MaxRetries = 30; ⟵\n\n  public Page Load(string url, int limit = 100) { ⟵\n    return Fetch(url, limit, timeout: 500); ⟵\n  }\n}\n',
      quiet:
        'class Loader {\n  private const int MaxRetries = 3;\n\n  public Page Load(string address, int limit = 10) {\n    var page = Fetch(address, limit, timeout: 5);\n    return page;\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before:
        'constexpr int MAX_RETRIES = 3;\n\nPage load(const char* url, int limit = 10) {\n  client.set_timeout(5000);\n  return request(url, limit);\n}\n',
      asks: 'constexpr int MAX_RETRIES = 30; ⟵\n\nPage load(const char* url, int limit = 100) { ⟵\n  client.set_timeout(50); ⟵\n  return request(url, limit);\n}\n',
      quiet:
        'constexpr int MAX_RETRIES = 3;\n\nPage load(const char* address,\n          int limit = 10) {\n  client.set_timeout(5000);\n  return request(address, limit);\n}\n',
    },
    {
      languages: ['ruby'],
      before:
        'MAX_RETRIES = 3\n\ndef load(url, limit = 10, verify: true)\n  request(url, limit, timeout: 5)\nend\n',
      asks: 'MAX_RETRIES = 30 ⟵\n\ndef load(url, limit = 100, verify: false) ⟵\n  request(url, limit, timeout: 500) ⟵\nend\n',
      quiet:
        'MAX_RETRIES = 3\n\ndef load(address, limit = 10, verify: true)\n  found = request(address, limit, timeout: 5)\n  found\nend\n',
    },
    {
      languages: ['php'],
      before:
        "<?php\nconst MAX_RETRIES = 3;\n\nfunction load($url, $limit = 10) {\n  return request($url, ['limit' => $limit, 'timeout' => 5, 'verify' => true]);\n}\n",
      asks: "<?php\nconst MAX_RETRIES = 30; ⟵\n\nfunction load($url, $limit = 100) { ⟵\n  return request($url, ['limit' => $limit, 'timeout' => 500, 'verify' => false]); ⟵\n}\n",
      quiet:
        "<?php\nconst MAX_RETRIES = 3;\n\nfunction load($address, $limit = 10) {\n  return request($address, ['timeout' => 5, 'verify' => true, 'limit' => $limit]);\n}\n",
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc NewPool(url string) *Pool {\n\tconst maxConnections = 10\n\treturn &Pool{url: url, limit: maxConnections}\n}\n',
      asks: 'package a\n\nfunc NewPool(url string) *Pool {\n\tconst maxConnections = 1000 ⟵\n\treturn &Pool{url: url, limit: maxConnections}\n}\n',
      quiet:
        'package a\n\nfunc NewPool(url string) *Pool {\n\tconst maxConnections = 10\n\tlog.Print(url)\n\treturn &Pool{url: url, limit: maxConnections}\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class Pools {\n  Pool create(String url) {\n    int maxConnections = 10;\n    for (int size = 0; size < 3; size++) warm(size);\n    return new Pool(url, maxConnections);\n  }\n}\n',
      asks: 'class Pools {\n  Pool create(String url) {\n    int maxConnections = 1000; ⟵\n    return new Pool(url, maxConnections);\n  }\n}\n',
      quiet:
        'class Pools {\n  Pool create(String url) {\n    int maxConnections = 10;\n    for (int size = 1; size < 3; size++) warm(size);\n    return new Pool(url, maxConnections);\n  }\n}\n',
    },
    {
      languages: ['php'],
      before:
        "<?php\nfunction tune($curl) {\n  ini_set('memory_limit', '128M');\n  curl_setopt($curl, CURLOPT_TIMEOUT, 5);\n}\n",
      asks: "<?php\nfunction tune($curl) {\n  ini_set('memory_limit', '1G'); ⟵\n  curl_setopt($curl, CURLOPT_TIMEOUT, 50); ⟵\n}\n",
      quiet:
        "<?php\nfunction tune($handle) {\n  curl_setopt($handle, CURLOPT_TIMEOUT, 5);\n  ini_set('memory_limit', '128M');\n}\n",
    },
    {
      languages: ['ruby'],
      before: 'def limit\n  @limit ||= 10\nend\n',
      asks: 'def limit\n  @limit ||= 100 ⟵\nend\n',
      quiet: 'def limit\n  @limit ||= 10\n  @limit\nend\n',
    },
    {
      languages: ['typescript', 'javascript'],
      before:
        'export function list(api, { limit = 50, includeArchived = false } = {}) {\n  return api.get({ limit, includeArchived });\n}',
      asks: 'export function list(api, { limit = 50, includeArchived = true } = {}) { ⟵\n  return api.get({ limit, includeArchived });\n}',
      quiet:
        'export function list(api, { includeArchived = false, limit = 50 } = {}) {\n  return api.get({ limit, includeArchived });\n}',
    },
    {
      languages: ['java'],
      before: 'class A {\n  @Value("${orders.max-attempts:3}")\n  private int attempts;\n}',
      asks: 'class A {\n  @Value("${orders.max-attempts:10}") ⟵\n  private int attempts;\n}',
      quiet: 'class A {\n  @Value("${orders.max-attempts:3}")\n  private int tries;\n}',
    },
  ],
};

/** A protection that is switched. */
function isSwitch({ name, value }: Setting): boolean {
  return (
    value.kind === 'constant' &&
    /secure|verify|httpOnly|http_only|csrf|auth|reject_?unauthorized/i.test(name)
  );
}
