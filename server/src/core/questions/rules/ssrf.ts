import { lastWord } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { isChecked } from '../facts/checked.ts';
import { addressOf } from '../facts/fetchCalls.ts';
import { originKey, outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { hostValueIn } from '../facts/urlStart.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { ssrfExamples } from './examples/ssrf.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** A server loads from an address that a client names. */
export const ssrf: Rule = {
  id: 'ssrf',
  row: 30,
  title: 'An address to load from that a client names',
  severity: 'normal',
  concern: 'security',
  weight: 4,
  cwe: [918],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    const asked = new Set<string>();
    for (const call of view.all('call')) {
      const address = addressOf(view, call, language);
      const host = address && hostValueIn(view, address);
      const origin = host && outsideOf(context).textIn(host);
      if (!host || origin?.kind !== 'request' || asked.has(originKey(view, origin, host))) continue;
      if (
        isChecked(view, host, origin) ||
        /^(?:window|document|location)\b/.test(view.flat(origin.from))
      )
        continue;
      asked.add(originKey(view, origin, host));
      const what = outsideWordsAtEnd(view, host, origin);
      yield { at: callPlace(view, call), about: { what }, severity: 'high' };
    }
    if (language === 'csharp') {
      // `client.BaseAddress = new Uri(host)`
      for (const one of view.all('assign', 'entry')) {
        const target = one.kind === 'assign' ? one.target : one.key;
        const isAddress = /^(?:BaseAddress|RequestUri)$/.test(lastWord(target));
        const host = isAddress && one.value ? hostValueIn(view, one.value) : undefined;
        const origin = host && outsideOf(context).textIn(host);
        if (!host || origin?.kind !== 'request' || isChecked(view, host, origin)) continue;
        if (asked.has(originKey(view, origin, host))) continue;
        asked.add(originKey(view, origin, host));
        yield { at: one, about: { what: outsideWordsAtEnd(view, host, origin) }, severity: 'high' };
      }
    }
  },
  ask: ({ what, line }) =>
    `Line ${line} loads from ${what}, which a client names. Which hosts may it reach, and where is that checked?`,
  obligations: ['text', 'error'],
  page: {
    why: 'The server stands inside the network: it reaches addresses that a client cannot, such as `http://169.254.169.254/` or a database’s port, and gives the answer out.',
    instead:
      'Look the host up in a list of those that may be, or let the client choose a name that the program turns into an address. Follow no redirects to elsewhere.',
    sources: ['CWE-918', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'async function preview(req, res) {\n  const page = await fetch(req.query.url); ⟵\n  const { host } = req.body;\n  await axios.get(`https://${host}/status`); ⟵\n}',
      quiet:
        "async function preview(req, res) {\n  const url = new URL(req.query.url);\n  if (!ALLOWED.has(url.host)) return res.status(400).end();\n  const page = await fetch(url);\n  const { host } = req.body;\n  await axios.get(`https://api.example.com/hosts/${encodeURIComponent(host)}`);\n  await fetch('/api/hosts/' + req.params.id);\n}",
    },
    {
      languages: ['python'],
      asks: 'def preview():\n    url = request.args.get("url")\n    return requests.get(url).text ⟵\n\ndef other(request):\n    return urllib.request.urlopen("http://" + request.GET["host"]) ⟵',
      quiet:
        'def preview():\n    url = request.args.get("url")\n    if urlparse(url).hostname not in ALLOWED:\n        abort(400)\n    return requests.get(url).text\n\ndef other(request):\n    return urllib.request.urlopen("http://api.example.com/" + request.GET["host"])',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc preview(w http.ResponseWriter, r *http.Request) {\n\turl := r.URL.Query().Get("url")\n\tresp, err := http.Get(url) ⟵\n\tcopyTo(w, resp, err)\n}',
      quiet:
        'package a\n\nfunc preview(w http.ResponseWriter, r *http.Request) {\n\tid := r.URL.Query().Get("id")\n\tresp, err := http.Get("https://api.example.com/" + id)\n\tcopyTo(w, resp, err)\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn preview(Query(q): Query<Preview>) -> String {\n    reqwest::get(&q.url).await.unwrap().text().await.unwrap() ⟵\n}',
      quiet:
        'async fn preview(Query(q): Query<Preview>) -> String {\n    let url = format!("https://api.example.com/{}", q.id);\n    reqwest::get(&url).await.unwrap().text().await.unwrap()\n}',
    },
    {
      languages: ['java'],
      asks: 'class Preview {\n  String show(@RequestParam String url) {\n    return rest.getForObject(url, String.class); ⟵\n  }\n  void open(HttpServletRequest req) throws IOException {\n    new URL(req.getParameter("url")).openStream(); ⟵\n  }\n}',
      quiet:
        'class Preview {\n  String show(@RequestParam String id) {\n    return rest.getForObject("https://api.example.com/" + id, String.class);\n  }\n  void open(HttpServletRequest req) throws IOException {\n    String url = req.getParameter("url");\n    if (!ALLOWED.contains(url)) throw new IOException("refused");\n    new URL(url).openStream();\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class PreviewController : Controller {\n  public async Task<string> Show(string url) {\n    return await client.GetStringAsync(url); ⟵\n  }\n}',
      quiet:
        'class PreviewController : Controller {\n  public async Task<string> Show(string id) {\n    return await client.GetStringAsync($"https://api.example.com/{id}");\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void preview(const Request& req) {\n  std::string url = req.get_param_value("url");\n  curl_easy_setopt(curl, CURLOPT_URL, url.c_str()); ⟵\n}',
      quiet:
        'void preview(const Request& req) {\n  std::string url = "https://api.example.com/" + req.get_param_value("id");\n  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def preview\n  page = Net::HTTP.get(URI.parse(params[:url])) ⟵\n  more = HTTParty.get("http://#{params[:host]}/status") ⟵\nend',
      quiet:
        'def preview\n  page = Net::HTTP.get(URI.parse("https://api.example.com/#{params[:id]}"))\n  host = params[:host]\n  raise "refused" unless HOSTS.include?(host)\n  more = HTTParty.get("http://#{host}/status")\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction preview() {\n  $url = $_GET['url'];\n  $page = file_get_contents($url); ⟵\n  curl_setopt($ch, CURLOPT_URL, 'http://' . $_GET['host']); ⟵\n}",
      quiet:
        "<?php\nfunction preview() {\n  $page = file_get_contents('https://api.example.com/' . $_GET['id']);\n  $host = $_GET['host'];\n  if (!in_array($host, HOSTS, true)) exit;\n  curl_setopt($ch, CURLOPT_URL, 'http://' . $host);\n}",
    },
    ...ssrfExamples,
  ],
};
