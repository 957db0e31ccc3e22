import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const resourceLeakExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'async function load(id) {\n  const client = await pool.connect(); ⟵\n  const found = await client.query("select 1");\n  client.release();\n  return found.rows;\n}\nasync function first(path) {\n  const file = await fs.promises.open(path); ⟵\n  const part = await file.read();\n  return part.buffer.toString();\n}\nfunction Clock() {\n  useEffect(() => {\n    setInterval(tick, 1000); ⟵\n    window.addEventListener("resize", draw); ⟵\n  }, []);\n}',
    quiet:
      'async function load(id) {\n  const client = await pool.connect();\n  try {\n    const found = await client.query("select 1");\n    return found.rows;\n  } finally {\n    client.release();\n  }\n}\nasync function first(path) {\n  const file = await fs.promises.open(path);\n  return new Reader(file);\n}\nfunction Clock() {\n  useEffect(() => {\n    const timer = setInterval(tick, 1000);\n    window.addEventListener("resize", draw);\n    return () => {\n      clearInterval(timer);\n      window.removeEventListener("resize", draw);\n    };\n  }, []);\n}\nsetInterval(collect, 60000);',
  },
  {
    languages: ['python'],
    asks: 'def load(path):\n    f = open(path) ⟵\n    text = f.read()\n    conf = json.load(open(path)) ⟵\n    first = open(path).readline() ⟵\n    conn = sqlite3.connect(path) ⟵\n    rows = conn.execute(SQL).fetchall()\n    lock.acquire() ⟵\n    if not rows:\n        return text\n    lock.release()\n    return rows',
    quiet:
      'def load(path):\n    with open(path) as f:\n        text = f.read()\n    g = open(path)\n    try:\n        rows = g.readlines()\n    finally:\n        g.close()\n    with lock:\n        rows.sort()\n    self.log = open(path)\n    h = open(path)\n    return h',
  },
  {
    languages: ['go'],
    asks: 'func Load(p string) ([]byte, error) {\n\tf, err := os.Open(p) ⟵\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tresp, err := http.Get(p) ⟵\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tbody, err := io.ReadAll(resp.Body)\n\tctx, _ := context.WithTimeout(base, pause) ⟵\n\tmu.Lock() ⟵\n\tif ctx == nil {\n\t\treturn nil, err\n\t}\n\tmu.Unlock()\n\tfmt.Fprintln(f, body)\n\treturn body, err\n}',
    quiet:
      'func Load(p string) ([]byte, error) {\n\tf, err := os.Open(p)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tdefer f.Close()\n\tresp, err := http.Get(p)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tdefer resp.Body.Close()\n\tctx, cancel := context.WithTimeout(base, pause)\n\tdefer cancel()\n\tmu.Lock()\n\tdefer mu.Unlock()\n\treturn io.ReadAll(resp.Body)\n}\nfunc open(p string) (*os.File, error) {\n\tf, err := os.Open(p)\n\treturn f, err\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn keep(list: Vec<u8>) {\n    std::mem::forget(list); ⟵\n    let raw = Box::into_raw(Box::new(1)); ⟵\n}',
    quiet: 'fn keep(list: Vec<u8>) {\n    drop(list);\n    let kept = Box::new(1);\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  String load(Path p) throws Exception {\n    BufferedReader in = Files.newBufferedReader(p); ⟵\n    String text = in.readLine();\n    Connection conn = dataSource.getConnection(); ⟵\n    conn.createStatement().execute(sql);\n    conn.close();\n    lock.lock(); ⟵\n    if (text == null) return "";\n    lock.unlock();\n    return text;\n  }\n}',
    quiet:
      'class A {\n  String load(Path p) throws Exception {\n    try (BufferedReader in = Files.newBufferedReader(p); Connection conn = dataSource.getConnection()) {\n      return in.readLine();\n    }\n  }\n  BufferedReader open(Path p) throws Exception {\n    lock.lock();\n    try {\n      return Files.newBufferedReader(p);\n    } finally {\n      lock.unlock();\n    }\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  string Load(string path) {\n    var reader = new StreamReader(path); ⟵\n    var text = reader.ReadToEnd();\n    var conn = new SqlConnection(url); ⟵\n    conn.Open();\n    conn.Close();\n    return text + new StreamReader(path).ReadLine(); ⟵\n  }\n}',
    quiet:
      'class A {\n  string Load(string path) {\n    using var reader = new StreamReader(path);\n    using (var conn = new SqlConnection(url)) {\n      conn.Open();\n    }\n    return reader.ReadToEnd();\n  }\n  Stream Open(string path) {\n    var stream = File.OpenRead(path);\n    return stream;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int load(const char* path) {\n  FILE* f = fopen(path, "r"); ⟵\n  if (!f) return -1;\n  char* text = (char*)malloc(80); ⟵\n  if (fgets(text, 80, f) == 0) return -1;\n  fclose(f);\n  Parser* parser = new Parser(); ⟵\n  parser->run();\n  return 0;\n}',
    quiet:
      'int load(const char* path) {\n  FILE* f = fopen(path, "r");\n  if (!f) return -1;\n  char* text = (char*)malloc(80);\n  fgets(text, 80, f);\n  free(text);\n  fclose(f);\n  std::ifstream in(path);\n  auto parser = std::make_unique<Parser>();\n  Node* node = new Node();\n  list.push_back(node);\n  return 0;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def load(path)\n  file = File.open(path) ⟵\n  text = file.read\n  first = File.open(path).readline ⟵\n  text + first\nend',
    quiet:
      'def load(path)\n  text = File.open(path) { |file| file.read }\n  file = File.open(path)\n  begin\n    text << file.read\n  ensure\n    file.close\n  end\n  text\nend\ndef open(path)\n  file = File.open(path)\n  Reader.new(file)\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction load($path) {\n  $file = fopen($path, "r"); ⟵\n  $line = fgets($file);\n  if (!$line) return null;\n  fclose($file);\n  return $line;\n}',
    quiet:
      '<?php\nfunction load($path) {\n  $file = fopen($path, "r");\n  if (!$file) return null;\n  try {\n    return fgets($file);\n  } finally {\n    fclose($file);\n  }\n}\nfunction open($path) {\n  $file = fopen($path, "r");\n  return $file;\n}',
  },
  {
    languages: ['cpp'],
    asks: 'Image* decode(const Buffer& buffer) {\n  unsigned char* pixels = new unsigned char[buffer.width * buffer.height]; ⟵\n  if (!unpack(buffer, pixels)) return nullptr;\n  return createImage(pixels, buffer.width);\n}\n',
    quiet:
      'Image* decode(const Buffer& buffer) {\n  unsigned char* pixels = new unsigned char[buffer.width];\n  unpack(buffer, pixels);\n  char* kept = new char[8];\n  buffer.adopt(kept);\n  char* given = new char[8];\n  delete[] pixels;\n  return new Image(given);\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'import { open } from "node:fs/promises";\n\nexport async function magic(path) {\n  const handle = await open(path, "r"); ⟵\n  const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);\n  return buffer.toString("hex");\n}\n',
    quiet:
      'import { open } from "node:fs/promises";\n\nexport async function magic(path) {\n  const handle = await open(path, "r");\n  try {\n    const { buffer } = await handle.read(Buffer.alloc(8), 0, 8, 0);\n    return buffer.toString("hex");\n  } finally {\n    await handle.close();\n  }\n}\n',
  },
  {
    languages: ['java'],
    asks: `class A {
  byte[] pack(Object o, File file) throws IOException {
    ObjectOutputStream out = new ObjectOutputStream(new FileOutputStream(file)); ⟵
    out.writeObject(o);
    out.close();
    return null;
  }
}`,
    quiet: `class A {
  byte[] pack(Object o) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ObjectOutputStream out = new ObjectOutputStream(bytes);
    out.writeObject(o);
    out.close();
    return bytes.toByteArray();
  }
  void write(FileWriter file, String text) throws IOException {
    try {
      BufferedWriter writer = new BufferedWriter(file);
      writer.append(text);
      writer.flush();
    } finally {
      file.close();
    }
  }
}`,
  },
  {
    languages: ['go'],
    asks: `func show(path string, w io.Writer) error {
	fd, err := os.Open(path) ⟵
	if err != nil {
		return err
	}
	_, err = io.Copy(w, fd)
	return err
}`,
    quiet: `func show(path string, w io.Writer) error {
	fd, err := os.Open(path)
	if err != nil {
		return err
	}
	defer fd.Close()
	gr, err := gzip.NewReader(fd)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, gr)
	return err
}
func ask(h api, req *http.Request) error {
	_, body, _, err := h.client.Do(req)
	if err != nil {
		return err
	}
	return json.Unmarshal(body, &h)
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `export function wait(condition) {
  return new Promise((resolve) => {
    const timer = setInterval(() => { ⟵
      if (condition()) resolve(null);
    }, 1000);
  });
}`,
    quiet: `export function wait(condition) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (condition()) {
        clearInterval(timer);
        resolve(null);
      }
    }, 1000);
  });
}`,
  },
  {
    languages: ['csharp'],
    asks: `class A {
  void Open(string host) {
    var client = new TcpClient(host, 80); ⟵
    client.NoDelay = true;
  }
}`,
    quiet: `class A {
  void Open(string host) {
    var client = new TcpClient(host, 80);
    this.stream = client.GetStream();
  }
}`,
  },
  {
    languages: ['python'],
    asks: `def unpack(path, folder):
    archive = ZipFile(path) ⟵
    archive.extractall(folder)`,
    quiet: `def unpack(data, folder):
    archive = ZipFile(BytesIO(data))
    archive.extractall(folder)`,
  },
  {
    languages: ['cpp'],
    asks: `void fill(size_t n) {
  char* buffer = (char*)malloc(n); ⟵
  memset(buffer, 0, n);
}`,
    quiet: `void fill(size_t n) {
  Buffer = (char*)realloc(Buffer, n);
  memset(Buffer, 0, n);
}
Input& input() {
  static Input* only = new Input();
  return *only;
}`,
  },
  {
    languages: ['rust'],
    asks: `fn keep(exec: Arc<Exec>) {
    std::mem::forget(exec); ⟵
}`,
    quiet: `fn keep(exec: *const Exec) {
    let exec = unsafe { Arc::from_raw(exec) };
    let weak = Arc::downgrade(&exec);
    std::mem::forget(exec);
    store(weak);
}`,
  },
];
