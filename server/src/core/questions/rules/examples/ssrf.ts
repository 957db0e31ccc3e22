import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** More calls that load from an address, each with a list of those that may be. */
export const ssrfExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\nawait needle("get", v); ⟵\n});',
    quiet:
      'app.post(\'/x\', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nawait needle("get", v);\n});',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "app.post('/x', async (req, res) => {\n  const v = req.body.v;\nconst c = axios.create({ baseURL: v }); ⟵\n});",
    quiet:
      "app.post('/x', async (req, res) => {\n  const v = req.body.v;\n  if (!ALLOWED.has(v)) return;\nconst c = axios.create({ baseURL: v });\n});",
  },
  {
    languages: ['python'],
    asks: '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    conn = http.client.HTTPConnection(v) ⟵',
    quiet:
      '@app.route("/x")\ndef x():\n    v = request.args["v"]\n    if v not in ALLOWED:\n        abort(400)\n    conn = http.client.HTTPConnection(v)',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tresp, err := s.httpClient.Post(v, "x", nil) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tresp, err := s.httpClient.Post(v, "x", nil)\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tresp, err := resty.New().R().Get(v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tresp, err := resty.New().R().Get(v)\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tconn, err := net.Dial("tcp", v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tconn, err := net.Dial("tcp", v)\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tresp, err := http.DefaultClient.Get(v) ⟵\n}',
    quiet:
      'package a\n\nfunc h(w http.ResponseWriter, r *http.Request) {\n\tv := r.FormValue("v")\n\tif !slices.Contains(allowed, v) {\n\t\treturn\n\t}\n\tresp, err := http.DefaultClient.Get(v)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    let u = Url::parse(&v)?;\n    let r = client.get(u).send().await?; ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    let u = Url::parse(&v)?;\n    let r = client.get(u).send().await?;\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    let s = TcpStream::connect(&v).await?; ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    let s = TcpStream::connect(&v).await?;\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    let r = client.request(Method::GET, &v).send().await?; ⟵\n}',
    quiet:
      'async fn h(Query(q): Query<Q>) -> R {\n    let v = q.v;\n    if !ALLOWED.contains(&v.as_str()) {\n        return Err(E);\n    }\n    let r = client.request(Method::GET, &v).send().await?;\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    return webClient.get().uri(v).retrieve().bodyToMono(String.class).block(); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    return webClient.get().uri(v).retrieve().bodyToMono(String.class).block();\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    return restClient.get().uri(v).retrieve().body(String.class); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    return restClient.get().uri(v).retrieve().body(String.class);\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    Socket s = new Socket(v, 80); ⟵\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/x")\n  R h(@RequestParam String v) throws Exception {\n    if (!ALLOWED.contains(v)) throw new Refused();\n    Socket s = new Socket(v, 80);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    client.BaseAddress = new Uri(v); ⟵\n  }\n}',
    quiet:
      'public class A : Controller\n{\n  public async Task<IActionResult> H(string v)\n  {\n    if (!Allowed.Contains(v)) return BadRequest();\n    client.BaseAddress = new Uri(v);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  auto results = resolver.resolve(v, "80"); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  auto results = resolver.resolve(v, "80");\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  httplib::SSLClient cli(v); ⟵\n}',
    quiet:
      'void h(const httplib::Request& req, httplib::Response& res) {\n  std::string v = req.get_param_value("v");\n  if (allowed.count(v) == 0) return;\n  httplib::SSLClient cli(v);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    URI.parse(v).open.read ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    URI.parse(v).open.read\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    Net::HTTP.start(URI(v).host, 80) { |h| h.get("/") } ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    Net::HTTP.start(URI(v).host, 80) { |h| h.get("/") }\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    Faraday.new(url: v).get("/") ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    Faraday.new(url: v).get("/")\n  end\nend',
  },
  {
    languages: ['ruby'],
    asks: 'class A < ApplicationController\n  def h\n    v = params[:v]\n    conn.get(v) ⟵\n  end\nend',
    quiet:
      'class A < ApplicationController\n  def h\n    v = params[:v]\n    return head :bad_request unless ALLOWED.include?(v)\n    conn.get(v)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $r = Http::timeout(5)->post($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $r = Http::timeout(5)->post($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: '<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input(\'v\');\n    $r = Http::withHeaders([])->get("http://$v/x"); ⟵\n  }\n}',
    quiet:
      '<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input(\'v\');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $r = Http::withHeaders([])->get("http://$v/x");\n  }\n}',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $c = new Client();\n    $r = $c->get($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $c = new Client();\n    $r = $c->get($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $r = (new Client())->request('GET', $v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $r = (new Client())->request('GET', $v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $r = new Client(['base_uri' => $v]); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $r = new Client(['base_uri' => $v]);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $r = new SoapClient($v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $r = new SoapClient($v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    $q = new Request('GET', $v); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    $q = new Request('GET', $v);\n  }\n}",
  },
  {
    languages: ['php'],
    asks: "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    curl_setopt_array($c, [CURLOPT_URL => $v]); ⟵\n  }\n}",
    quiet:
      "<?php\nclass A extends Controller\n{\n  public function h(Request $request)\n  {\n    $v = $request->input('v');\n    abort_unless(in_array($v, ALLOWED, true), 400);\n    curl_setopt_array($c, [CURLOPT_URL => $v]);\n  }\n}",
  },
];
