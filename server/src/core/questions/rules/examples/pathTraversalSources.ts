import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What comes from outside by other ways, and how it travels. */
export const pathTraversalSourcesExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "export const handler = async (event) => {\n  for (const record of event.Records) {\n    const { file } = JSON.parse(record.body);\n    fs.unlinkSync(file); ⟵\n  }\n};\nio.on('connection', (socket) => {\n  socket.on('preview', (name) => fs.readFile(name, done)); ⟵\n});\nasync function save(req) {\n  const options = {};\n  options.path = req.body.path.replace(/ /g, '_');\n  await fs.readFile(options.path); ⟵\n}",
    quiet:
      "export const handler = async (event) => {\n  for (const record of event.Records) {\n    const { file } = JSON.parse(record.body);\n    fs.unlinkSync(path.join(ROOT, path.basename(file)));\n  }\n};\nio.on('connection', (socket) => {\n  socket.on('preview', (name) => fs.readFile(FILES[name], done));\n});\nasync function save(req) {\n  const options = {};\n  options.path = req.body.path.replace(/\\W/g, '_');\n  await fs.readFile(options.path);\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'export const show = async (r: Request, w: Response) => {\n  w.sendFile(r.params.name as string); ⟵\n};\nconst files = router({\n  read: procedure.input(schema).query(async ({ input }) => fs.readFile(input.path)), ⟵\n});',
    quiet:
      'export const show = async (r: Request, w: Response) => {\n  w.sendFile(path.basename(r.params.name as string));\n};\nconst files = router({\n  read: procedure.input(schema).query(async ({ input }) => fs.readFile(pathOf(input.id))),\n});',
  },
  {
    languages: ['python'],
    asks: 'class Show(View):\n    def get(self, request, name):\n        return HttpResponse(open(name).read()) ⟵\n\ndef on_message(ch, method, properties, body):\n    job = json.loads(body)\n    os.remove(job["path"]) ⟵\n\ndef clear():\n    names = [n.lower() for n in request.args.getlist("n")]\n    for name in names:\n        os.remove(name) ⟵',
    quiet:
      'class Show(View):\n    def get(self, request, name):\n        return HttpResponse(open(Path(name).name).read())\n\ndef on_message(ch, method, properties, body):\n    job = json.loads(body)\n    os.remove(os.path.basename(job["path"]))\n\ndef clear():\n    names = [secure_filename(n) for n in request.args.getlist("n")]\n    for name in names:\n        os.remove(name)',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (s *server) Remove(ctx context.Context, in *pb.RemoveRequest) (*pb.Reply, error) {\n\treturn nil, os.Remove(in.GetPath()) ⟵\n}\n\nfunc work(deliveries <-chan amqp.Delivery) {\n\tfor d := range deliveries {\n\t\tos.Remove(string(d.Body)) ⟵\n\t}\n}\n\nfunc show(rw http.ResponseWriter, rq *http.Request) {\n\toptions := &Options{}\n\toptions.Path = strings.TrimPrefix(rq.URL.Path, "/files/")\n\tos.ReadFile(options.Path) ⟵\n}',
    quiet:
      'package a\n\nfunc (s *server) Remove(ctx context.Context, in *pb.RemoveRequest) (*pb.Reply, error) {\n\treturn nil, os.Remove(filepath.Join(root, filepath.Base(in.GetPath())))\n}\n\nfunc work(deliveries <-chan amqp.Delivery) {\n\tfor d := range deliveries {\n\t\tos.Remove(files[string(d.Body)])\n\t}\n}\n\nfunc show(rw http.ResponseWriter, rq *http.Request) {\n\toptions := &Options{}\n\toptions.Path = filepath.Base(rq.URL.Path)\n\tos.ReadFile(options.Path)\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn show(Query(params): Query<HashMap<String, String>>) -> Result<String, E> {\n    if let Some(name) = params.get("name") {\n        return Ok(std::fs::read_to_string(name)?); ⟵\n    }\n    Ok(String::new())\n}\n\n#[get("/files/<file..>")]\nfn file(file: PathBuf) -> Option<File> {\n    File::open(ROOT.join(file)).ok()\n}',
    quiet:
      'async fn show(Query(params): Query<HashMap<String, String>>) -> Result<String, E> {\n    if let Some(name) = params.get("name") {\n        if !ALLOWED.contains(&name.as_str()) {\n            return Err(E);\n        }\n        return Ok(std::fs::read_to_string(name)?);\n    }\n    Ok(String::new())\n}',
  },
  {
    languages: ['java'],
    asks: 'class Removes {\n  @KafkaListener(topics = "files")\n  void on(ConsumerRecord<String, String> record) throws IOException {\n    Files.delete(Path.of(record.value())); ⟵\n  }\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {\n    Map<String, String> fields = new HashMap<>();\n    fields.put("name", request.getParameter("name"));\n    new FileInputStream(fields.get("name")); ⟵\n  }\n}',
    quiet:
      'class Removes {\n  @KafkaListener(topics = "files")\n  void on(ConsumerRecord<String, String> record) throws IOException {\n    Files.delete(FILES.get(record.value()));\n  }\n  void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {\n    Map<String, String> fields = new HashMap<>();\n    fields.put("name", FilenameUtils.getName(request.getParameter("name")));\n    new FileInputStream(fields.get("name"));\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'public class FilesHub : Hub\n{\n    public string Open(string path) => File.ReadAllText(path); ⟵\n}\npublic class FilesController : Controller\n{\n    public IActionResult Show()\n    {\n        if (!Request.Query.TryGetValue("n", out var name)) return BadRequest();\n        return Ok(System.IO.File.ReadAllText(name)); ⟵\n    }\n}',
    quiet:
      'public class FilesHub : Hub\n{\n    public string Open(string path) => File.ReadAllText(Path.GetFileName(path));\n}\npublic class FilesController : Controller\n{\n    public IActionResult Show()\n    {\n        if (!Request.Query.TryGetValue("n", out var name)) return BadRequest();\n        if (!Allowed.Contains(name)) return BadRequest();\n        return Ok(System.IO.File.ReadAllText(name));\n    }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void show(const httplib::Request& q, httplib::Response& res) {\n  std::ostringstream path;\n  path << root << "/" << q.get_param_value("n");\n  std::ifstream in(path.str()); ⟵\n}',
    quiet:
      'void show(const httplib::Request& q, httplib::Response& res) {\n  std::string name = q.get_param_value("n");\n  if (!std::all_of(name.begin(), name.end(), ::isalnum)) return;\n  std::ostringstream path;\n  path << root << "/" << name;\n  std::ifstream in(path.str());\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class Files < ApplicationController\n  def show\n    File.read(file_params[:name]) ⟵\n  end\n\n  def old\n    path = +"files/"\n    path << params[:name].strip\n    File.read(path) ⟵\n  end\n\n  private\n\n  def file_params\n    params.require(:file).permit(:name)\n  end\nend',
    quiet:
      'class Files < ApplicationController\n  def show\n    File.read(FILES.fetch(file_params[:name]))\n  end\n\n  def old\n    path = +"files/"\n    path << File.basename(params[:name].strip)\n    File.read(path)\n  end\n\n  private\n\n  def file_params\n    params.require(:file).permit(:name)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass FilesController extends Controller\n{\n    public function show(Request $r)\n    {\n        $o = [];\n        $o['name'] = $r->query('name');\n        return file_get_contents($o['name']); ⟵\n    }\n    public function old(string $name)\n    {\n        return file_get_contents(storage_path('old/' . $name)); ⟵\n    }\n}",
    quiet:
      "<?php\nclass FilesController extends Controller\n{\n    public function show(Request $r)\n    {\n        $o = [];\n        $o['name'] = basename($r->query('name'));\n        return file_get_contents($o['name']);\n    }\n    public function old(string $name)\n    {\n        abort_unless(in_array($name, OLD, true), 404);\n        return file_get_contents(storage_path('old/' . $name));\n    }\n}",
  },
];
