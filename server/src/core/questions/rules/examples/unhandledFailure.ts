import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const unhandledFailureExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'app.get("/users/:id", async (req, res) => {\n  const answer = await fetch(`${BASE}/${req.params.id}`); ⟵\n  res.json(await answer.json());\n});\nsocket.on("message", (data) => {\n  const event = JSON.parse(data); ⟵\n  apply(event);\n});\nconst handleSave = async () => {\n  await api.post("/save", form); ⟵\n  close();\n};',
    quiet:
      'app.get("/users/:id", async (req, res, next) => {\n  try {\n    const answer = await fetch(`${BASE}/${req.params.id}`);\n    res.json(await answer.json());\n  } catch (error) {\n    next(error);\n  }\n});\napp.get("/all", wrap(async (req, res) => res.json(await fetch(BASE))));\nsocket.on("message", (data) => {\n  try {\n    apply(JSON.parse(data));\n  } catch (error) {\n    socket.close(1003, error.message);\n  }\n});\nconst handleSave = async () => {\n  await api.post("/save", form).catch(show);\n  close();\n};\nasync function load(id) {\n  return await fetch(`/users/${id}`);\n}',
  },
  {
    languages: ['python'],
    asks: '@app.route("/users/<id>")\ndef user(id):\n    answer = requests.get(f"{BASE}/{id}", timeout=5) ⟵\n    return answer.json()\n\ndef lambda_handler(event, context):\n    order = json.loads(event["body"]) ⟵\n    return save(order)',
    quiet:
      '@app.route("/users/<id>")\ndef user(id):\n    try:\n        answer = requests.get(f"{BASE}/{id}", timeout=5)\n    except requests.RequestException:\n        log.exception("users")\n        return "try again later", 502\n    return answer.json()\n\ndef load(text):\n    return json.loads(text)',
  },
  {
    languages: ['go'],
    asks: 'func Show(w http.ResponseWriter, r *http.Request) {\n\tuser, err := load(r)\n\tif err != nil {\n\t\tlog.Fatal(err) ⟵\n\t}\n\trender(w, user)\n}',
    quiet:
      'func Show(w http.ResponseWriter, r *http.Request) {\n\tuser, err := load(r)\n\tif err != nil {\n\t\tlog.Print(err)\n\t\thttp.Error(w, "try again later", 500)\n\t\treturn\n\t}\n\trender(w, user)\n}\nfunc main() {\n\tif err := run(); err != nil {\n\t\tlog.Fatal(err)\n\t}\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn show(Path(id): Path<u32>) -> impl IntoResponse {\n    let text = tokio::fs::read_to_string(file(id)).await.unwrap(); ⟵\n    Html(text)\n}',
    quiet:
      'async fn show(Path(id): Path<u32>) -> Result<Html<String>, AppError> {\n    let text = tokio::fs::read_to_string(file(id)).await?;\n    Ok(Html(text))\n}\nfn load(p: &Path) -> String {\n    fs::read_to_string(p).expect("the file is part of the package")\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @GetMapping("/users/{id}")\n  User user(@PathVariable String id) throws IOException {\n    String text = restTemplate.getForObject(base + id, String.class); ⟵\n    return mapper.readValue(text, User.class);\n  }\n  void start() {\n    timer.scheduleAtFixedRate(() -> {\n      repository.save(next()); ⟵\n    }, 0, 1, SECONDS);\n  }\n}',
    quiet:
      'class A {\n  @GetMapping("/users/{id}")\n  User user(@PathVariable String id) {\n    try {\n      String text = restTemplate.getForObject(base + id, String.class);\n      return mapper.readValue(text, User.class);\n    } catch (RestClientException | IOException e) {\n      throw new ResponseStatusException(BAD_GATEWAY, "users", e);\n    }\n  }\n  void start() {\n    timer.scheduleAtFixedRate(() -> {\n      try {\n        repository.save(next());\n      } catch (RuntimeException e) {\n        log.error("save", e);\n      }\n    }, 0, 1, SECONDS);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A : Controller {\n  [HttpGet("{id}")]\n  public async Task<IActionResult> Show(string id) {\n    var text = await client.GetStringAsync(url + id); ⟵\n    return Ok(JsonSerializer.Deserialize<User>(text));\n  }\n}',
    quiet:
      'class A : Controller {\n  [HttpGet("{id}")]\n  public async Task<IActionResult> Show(string id) {\n    try {\n      var text = await client.GetStringAsync(url + id);\n      return Ok(JsonSerializer.Deserialize<User>(text));\n    } catch (HttpRequestException e) {\n      logger.LogError(e, "users");\n      return StatusCode(502);\n    }\n  }\n  public Task<string> Load(string id) {\n    return client.GetStringAsync(url + id);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int main(int argc, char** argv) {\n  int port = std::stoi(argv[1]); ⟵\n  return serve(port);\n}\nvoid routes() {\n  svr.Post("/orders", [](const httplib::Request& req, httplib::Response& res) {\n    auto order = json::parse(req.body); ⟵\n    store(order);\n  });\n}',
    quiet:
      'int main(int argc, char** argv) {\n  try {\n    return serve(std::stoi(argv[1]));\n  } catch (const std::exception& e) {\n    std::cerr << e.what();\n    return 2;\n  }\n}\nvoid routes() {\n  svr.Post("/orders", [](const httplib::Request& req, httplib::Response& res) {\n    try {\n      store(json::parse(req.body));\n    } catch (const json::parse_error& e) {\n      res.status = 400;\n    }\n  });\n}\nint port(const std::string& text) { return std::stoi(text); }',
  },
  {
    languages: ['ruby'],
    asks: 'class UsersController < ApplicationController\n  def show\n    body = HTTParty.get(url(params[:id])) ⟵\n    render json: body\n  end\nend\npost "/orders" do\n  order = JSON.parse(request.body.read) ⟵\n  save(order)\nend',
    quiet:
      'class UsersController < ApplicationController\n  def show\n    body = HTTParty.get(url(params[:id]))\n    render json: body\n  rescue HTTParty::Error => e\n    logger.error(e)\n    head :bad_gateway\n  end\nend\nclass Users\n  def load(id)\n    JSON.parse(HTTParty.get(url(id)).body)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nclass UserController extends Controller {\n  public function show($id) {\n    $answer = $this->client->get("/users/$id"); ⟵\n    return json_decode($answer->getBody());\n  }\n}',
    quiet:
      '<?php\nclass UserController extends Controller {\n  public function show($id) {\n    try {\n      $answer = $this->client->get("/users/$id");\n    } catch (GuzzleException $e) {\n      report($e);\n      return response("try again later", 502);\n    }\n    return json_decode($answer->getBody());\n  }\n}\nclass Users {\n  public function load($id) { return $this->client->get("/users/$id"); }\n}',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: "worker.onmessage = (event) => {\n  const data = JSON.parse(event.data); ⟵\n  apply(data);\n};\nconsumer.run({\n  eachMessage: async ({ message }) => {\n    place(JSON.parse(message.value.toString())); ⟵\n  },\n});\nnew Worker('mail', async (job) => {\n  send(JSON.parse(job.data)); ⟵\n});\nfunction usePage() {\n  useEffect(() => {\n    async function run() {\n      const response = await fetch('/x'); ⟵\n      show(response);\n    }\n    run();\n  }, []);\n}",
    quiet:
      "worker.onmessage = (event) => {\n  try {\n    apply(JSON.parse(event.data));\n  } catch (error) {\n    report(error);\n  }\n};\nfunction usePage() {\n  useEffect(() => {\n    async function run() {\n      const response = await fetch('/x');\n      show(response);\n    }\n    run().catch(report);\n    (async () => {\n      show(await fetch('/y'));\n    })().catch(report);\n  }, []);\n}",
  },
  {
    languages: ['python'],
    asks: '@app.get("/q")\ndef q():\n    limit = int(request.args["limit"]) ⟵\n    return jsonify(load(limit))',
    quiet:
      '@app.get("/q")\ndef q():\n    limit = request.args.get("limit", default=10, type=int)\n    return jsonify(load(int(limit)))',
  },
  {
    languages: ['go'],
    asks: 'func find(w http.ResponseWriter, r *http.Request) {\n\tquery := regexp.MustCompile(r.FormValue("q")) ⟵\n\tshow(w, query)\n}',
    quiet:
      'func find(w http.ResponseWriter, r *http.Request) {\n\tnumbers := regexp.MustCompile("[0-9]+")\n\tquery, err := regexp.Compile(r.FormValue("q"))\n\tif err != nil {\n\t\thttp.Error(w, "not a pattern", 400)\n\t\treturn\n\t}\n\tshow(w, query, numbers)\n}',
  },
  {
    // The request's body is no file.
    languages: ['csharp'],
    asks: 'static class A {\n  static void Map(WebApplication app) {\n    app.MapPost("/x", async (HttpRequest request) => {\n      using var reader = new StreamReader(request.Body);\n      var text = await reader.ReadToEndAsync();\n      return Results.Ok(JsonSerializer.Deserialize<Order>(text)); ⟵\n    });\n  }\n}',
    quiet:
      'static class A {\n  static void Map(WebApplication app) {\n    app.MapPost("/x", async (HttpRequest request) => {\n      using var reader = new StreamReader(request.Body);\n      var text = await reader.ReadToEndAsync();\n      try {\n        return Results.Ok(JsonSerializer.Deserialize<Order>(text));\n      } catch (JsonException e) {\n        return Results.BadRequest(e.Message);\n      }\n    });\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void routes(crow::SimpleApp& app) {\n  CROW_ROUTE(app, "/x")([](const crow::request& request) {\n    const auto body = nlohmann::json::parse(request.body); ⟵\n    return crow::response(200, place(body));\n  });\n}',
    quiet:
      'void routes(crow::SimpleApp& app) {\n  CROW_ROUTE(app, "/x")([](const crow::request& request) {\n    const auto body = nlohmann::json::parse(request.body, nullptr, false);\n    if (body.is_discarded()) return crow::response(400);\n    return crow::response(200, place(body));\n  });\n}',
  },
  {
    languages: ['java'],
    asks: `class A {
  public static void main(String[] args) throws IOException {
    PrintWriter out = new PrintWriter(args[0]); ⟵
    out.println("a");
  }
}`,
    quiet: `class A {
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out);
    out.println("a");
  }
}`,
  },
];
