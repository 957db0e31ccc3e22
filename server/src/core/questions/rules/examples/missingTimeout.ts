import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What `missing-timeout` asks about, and what it does not. */
export const missingTimeoutExamples: readonly Example[] = [
  {
    languages: ECMASCRIPT,
    asks: "async function load(base, id, body) {\n  const options = { method: 'POST' };\n  await fetch(base + id, options); ⟵\n  await axios.post(base, body); ⟵\n  const api = axios.create({ baseURL: base }); ⟵\n  setTimeout(report, 500);\n  https.get(base, (answer) => answer.resume()); ⟵\n  return api;\n}",
    quiet:
      "async function load(base, id, body, options) {\n  const api = axios.create({ baseURL: base, timeout: 500 });\n  await axios.get(base, { timeout: 500 });\n  await fetch(base + id, options);\n  await fetch(base, { ...options, method: 'POST' });\n  await axios.post(base, body, { signal });\n  await Promise.race([fetch(base), pause(500)]);\n  await withTimeout(fetch(base), 500);\n  await ky.get(base);\n  https.get(base, { timeout: 500 }, (answer) => answer.resume());\n  return api.get(id);\n}",
  },
  {
    languages: ECMASCRIPT,
    asks: "function convert(path) {\n  return execFileSync('convert', [path]); ⟵\n}",
    quiet:
      "import { fetch } from './client';\n\nfunction convert(path) {\n  fetch(path);\n  return execFileSync('convert', [path], { timeout: 5000 });\n}",
  },
  {
    languages: ['python'],
    asks: 'import requests as web\nfrom requests import get, post as send\n\ndef load(url):\n    web.options(url) ⟵\n    send(url, timeout=None) ⟵\n    urllib.request.urlopen(url) ⟵\n    httpx.get(url, timeout=None) ⟵\n    return get(url) ⟵',
    quiet:
      'import requests as web\nfrom requests import get, post as send\nfrom cache import head\n\ndef load(url, limits):\n    web.options(url, **limits)\n    send(url, timeout=5)\n    urllib.request.urlopen(url, timeout=5)\n    httpx.get(url)\n    head(url)\n    return get(url, timeout=5)',
  },
  {
    languages: ['python'],
    asks: 'def convert(proc, queue):\n    out, _ = proc.communicate() ⟵\n    return queue.get() ⟵',
    quiet:
      'def convert(proc, queue):\n    while True:\n        show(queue.get())\n    out, _ = proc.communicate(timeout=5)\n    return queue.get(timeout=5)',
  },
  {
    languages: ['go'],
    asks: 'func load(url string) {\n\thttp.Get(url) ⟵\n\tclient := &http.Client{} ⟵\n\thttp.ListenAndServe(":80", nil) ⟵\n\tserver := &http.Server{Addr: ":80"} ⟵\n\tconn, err := net.Dial("tcp", url) ⟵\n}',
    quiet:
      'func load(url string) {\n\tclient := &http.Client{Timeout: time.Second}\n\tserver := &http.Server{Addr: ":80", ReadHeaderTimeout: time.Second}\n\tconn, err := net.DialTimeout("tcp", url, time.Second)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn load(url: &str) -> Result<()> {\n  reqwest::get(url).await?; ⟵\n  let client = reqwest::Client::builder().gzip(true).build()?; ⟵\n  TcpStream::connect(url).await?; ⟵\n  Ok(())\n}',
    quiet:
      'async fn load(url: &str) -> Result<()> {\n  let client = reqwest::Client::builder().gzip(true).timeout(LIMIT).build()?;\n  timeout(LIMIT, TcpStream::connect(url)).await??;\n  let other = reqwest::blocking::Client::new();\n  Ok(())\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void load(URL url) throws Exception {\n    RestTemplate rest = new RestTemplate(); ⟵\n    HttpClient client = HttpClient.newHttpClient(); ⟵\n    URLConnection connection = url.openConnection(); ⟵\n    Socket socket = new Socket(host, 80); ⟵\n    Report report = future.get(); ⟵\n    latch.await(); ⟵\n  }\n}',
    quiet:
      'class A {\n  void load(URL url) throws Exception {\n    OkHttpClient http = new OkHttpClient();\n    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();\n    URLConnection connection = url.openConnection();\n    connection.setReadTimeout(5000);\n    Report report = future.get(5, SECONDS);\n    latch.await(5, SECONDS);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task Run(Process process, string host) {\n    await process.WaitForExitAsync(); ⟵\n    signal.WaitOne(); ⟵\n    Task.WaitAll(); ⟵\n    var tcp = new TcpClient(host, 80); ⟵\n  }\n}',
    quiet:
      'class A {\n  async Task Run(Process process, CancellationToken token) {\n    await process.WaitForExitAsync(token);\n    signal.WaitOne(500);\n    var http = new HttpClient();\n    await http.GetAsync(url);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void Run(SqlCommand command) {\n    command.CommandTimeout = 0; ⟵\n  }\n}',
    quiet: 'class A {\n  void Run(SqlCommand command) {\n    command.CommandTimeout = 5;\n  }\n}',
  },
  {
    languages: ECMASCRIPT,
    asks: 'async function load(base) {\n  return axios.get(base, { timeout: 0 }); ⟵\n}',
    quiet: 'async function load(base) {\n  return axios.get(base, { timeout: 900 });\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void load(const char* url) {\n  CURL* curl = curl_easy_init(); ⟵\n  curl_easy_perform(curl);\n  cpr::Get(cpr::Url{url}); ⟵\n  auto report = future.get(); ⟵\n}',
    quiet:
      'void load(const char* url) {\n  CURL* curl = curl_easy_init();\n  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 500L);\n  curl_easy_perform(curl);\n  cpr::Get(cpr::Url{url}, cpr::Timeout{500});\n  if (future.wait_for(LIMIT) != ready) throw Late();\n}',
  },
  {
    languages: ['ruby'],
    asks: "def load(url, host)\n  Faraday.get(url) ⟵\n  HTTP.get(url) ⟵\n  api = Faraday.new(url: url) ⟵\n  socket = TCPSocket.new(host, 80) ⟵\n  out, status = Open3.capture2('convert', url) ⟵\nend",
    quiet:
      "def load(url, host)\n  HTTP.timeout(5).get(url)\n  Net::HTTP.get(URI(url))\n  api = Faraday.new(url: url, request: { timeout: 5 })\n  socket = Socket.tcp(host, 80, connect_timeout: 5)\n  Timeout.timeout(5) { Open3.capture2('convert', url) }\nend",
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction load($url) {\n  $curl = curl_init($url); ⟵\n  $http = new \\GuzzleHttp\\Client([]); ⟵\n  return curl_exec($curl);\n}',
    quiet:
      '<?php\nfunction load($url) {\n  $curl = curl_init($url);\n  curl_setopt_array($curl, [CURLOPT_TIMEOUT => 5]);\n  $http = new \\GuzzleHttp\\Client(["timeout" => 5]);\n  return curl_exec($curl);\n}',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction load($url) {\n  curl_setopt($curl, CURLOPT_TIMEOUT, 0); ⟵\n}',
    quiet: '<?php\nfunction load($url) {\n  curl_setopt($curl, CURLOPT_TIMEOUT, 9);\n}',
  },
];
