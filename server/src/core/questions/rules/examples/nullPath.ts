import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Searches that may find nothing, and their checked twins. */
export const nullPathExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function nameOf(users, id) {\n  const user = users.find((each) => each.id === id);\n  return user.name; ⟵\n}',
    quiet:
      'function nameOf(users, id) {\n  const user = users.find((each) => each.id === id);\n  if (!user) throw new Error(`no user ${id}`);\n  return user.name;\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function read(text, users, byId) {\n  const year = text.match(/(\\d{4})/)[1]; ⟵\n  const box = document.querySelector('#box').value; ⟵\n  const { name } = users.find((each) => each.isNew); ⟵\n  return year + box + name;\n}",
    quiet:
      "function read(text, users, byId) {\n  const year = text.match(/(\\d{4})/)?.[1] ?? '';\n  const box = document.querySelector('#box');\n  const value = box ? box.value : '';\n  const { name } = users.find((each) => each.isNew) ?? users[0];\n  return year + value + name;\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'function price(items: Map<string, Item>, id: string, list: Item[]): number {\n  const one = list.find((item) => item.id === id)!; ⟵\n  return items.get(id).price + one.price; ⟵\n}',
    quiet:
      'function price(items: Map<string, Item>, id: string, list: Item[]): number {\n  const one = list.find((item) => item.id === id);\n  if (one === undefined || !items.has(id)) return 0;\n  return items.get(id).price + one.price;\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "async function show(req, res) {\n  const user = await User.findById(req.params.id);\n  if (!user) {\n    console.log('no user');\n  }\n  res.json({ mail: user.mail }); ⟵\n}\nfunction label(order) {\n  log(order?.id);\n  return order.total; ⟵\n}",
    quiet:
      'async function show(req, res) {\n  const user = await User.findById(req.params.id);\n  if (!user) {\n    return res.sendStatus(404);\n  }\n  res.json({ mail: user.mail });\n}\nfunction label(order) {\n  log(order?.id);\n  return order?.total;\n}',
  },
  {
    languages: ['python'],
    asks: "def year(text, data, xs):\n    match = re.search(r'(\\d{4})', text)\n    value = match.group(1) ⟵\n    name = data.get('name').strip() ⟵\n    first = next(x for x in xs if x.ok) ⟵\n    return value, name, first",
    quiet:
      "def year(text, data, xs):\n    match = re.search(r'(\\d{4})', text)\n    value = match.group(1) if match else None\n    name = data.get('name', '').strip()\n    first = next((x for x in xs if x.ok), None)\n    return value, name, first",
  },
  {
    languages: ['python'],
    asks: "def load(db, key):\n    row = db.execute('SELECT name FROM t WHERE id = ?', (key,)).fetchone()\n    port = int(os.environ.get('PORT')) ⟵\n    return row[0], port ⟵",
    quiet:
      "def load(db, key):\n    row = db.execute('SELECT name FROM t WHERE id = ?', (key,)).fetchone()\n    if row is None:\n        raise KeyError(key)\n    port = int(os.environ.get('PORT', '80'))\n    return row[0], port",
  },
  {
    languages: ['go'],
    asks: 'func load(users map[string]*User, id string, v any) (string, error) {\n\tresp, err := http.Get(id)\n\tdefer resp.Body.Close() ⟵\n\tif err != nil {\n\t\treturn "", err\n\t}\n\tname := v.(string) ⟵\n\tu := users[id]\n\treturn name + u.Name, nil ⟵\n}',
    quiet:
      'func load(users map[string]*User, id string, v any) (string, error) {\n\tresp, err := http.Get(id)\n\tif err != nil {\n\t\treturn "", err\n\t}\n\tdefer resp.Body.Close()\n\tname, ok := v.(string)\n\tu, found := users[id]\n\tif !ok || !found {\n\t\treturn "", errMissing\n\t}\n\treturn name + u.Name, nil\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn port(map: &HashMap<String, String>) -> u16 {\n    let text = map.get("port").unwrap(); ⟵\n    text.parse().unwrap() ⟵\n}',
    quiet:
      'fn port(map: &HashMap<String, String>) -> Option<u16> {\n    let text = map.get("port")?;\n    let guard = LOCK.lock().unwrap();\n    text.parse().ok()\n}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn reads() {\n        assert_eq!(port(&map()).unwrap(), 80);\n    }\n}',
  },
  {
    languages: ['java'],
    asks: 'class Shop {\n  private final Map<String, User> users = new HashMap<>();\n  String name(String id, List<Item> items) {\n    User user = users.get(id);\n    Item first = items.stream().filter(Item::isNew).findFirst().get(); ⟵\n    return user.getName() + first; ⟵\n  }\n}',
    quiet:
      'class Shop {\n  private final Map<String, User> users = new HashMap<>();\n  String name(String id, List<Item> items) {\n    User user = users.get(id);\n    Item first = items.stream().filter(Item::isNew).findFirst().orElseThrow();\n    if (user == null) {\n      return "";\n    }\n    return user.getName() + first + items.get(0).name();\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class Mail {\n  String of(Optional<User> found) {\n    return found.get().getMail(); ⟵\n  }\n}',
    quiet:
      'class Mail {\n  String of(Optional<User> found) {\n    if (found.isEmpty()) return "";\n    return found.get().getMail();\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class Shop {\n  string Name(int id, object o) {\n    var user = users.FirstOrDefault(x => x.Id == id);\n    var admin = o as Admin;\n    admin.Greet(); ⟵\n    return user.Name; ⟵\n  }\n}',
    quiet:
      'class Shop {\n  string Name(int id, object o) {\n    var user = users.FirstOrDefault(x => x.Id == id);\n    if (o is Admin admin) admin.Greet();\n    if (user is null) throw new KeyNotFoundException();\n    return user.Name;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int price(const std::map<std::string, int>& prices, Shape* shape) {\n  auto found = prices.find("a");\n  auto* circle = dynamic_cast<Circle*>(shape);\n  circle->draw(); ⟵\n  char* copy = (char*)malloc(10);\n  copy[0] = 0; ⟵\n  return found->second; ⟵\n}',
    quiet:
      'int price(const std::map<std::string, int>& prices, Shape* shape) {\n  auto found = prices.find("a");\n  auto* circle = dynamic_cast<Circle*>(shape);\n  if (circle) circle->draw();\n  char* copy = (char*)malloc(10);\n  if (copy == NULL) return 0;\n  copy[0] = 0;\n  return found == prices.end() ? 0 : found->second;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def show(users, id, text)\n  user = users.find { |each| each.id == id }\n  year = text.match(/(\\d{4})/)[1] ⟵\n  host = ENV[\'HOST\'].downcase ⟵\n  puts order&.owner.name ⟵\n  "#{user.name} #{year} #{host}" ⟵\nend',
    quiet:
      "def show(users, id, text)\n  user = users.find { |each| each.id == id }\n  year = text[/(\\d{4})/, 1].to_s\n  host = ENV.fetch('HOST').downcase\n  puts order&.owner&.name\n  return '' unless user\n  \"#{user.name} #{year} #{host}\"\nend",
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction show($repository, $id, $db) {\n  $user = $repository->find($id);\n  $total = $db->query($sql)->fetch()['total']; ⟵\n  return $user->getName() . $total; ⟵\n}",
    quiet:
      "<?php\nfunction show($repository, $id, $db) {\n  $user = $repository->find($id);\n  $row = $db->query($sql)->fetch();\n  if (!$user || $row === false) {\n    throw new NotFoundException();\n  }\n  return $user->getName() . $row['total'];\n}",
  },
  {
    languages: ['typescript', 'tsx'],
    asks: 'async function show(db, id: string, stack: Node[]) {\n  const [user] = await db.select().from(users).where(eq(users.id, id));\n  print(user.email); ⟵\n  return stack.pop().value + process.env.HOME.length; ⟵\n}',
    quiet:
      'async function show(db, id: string, stack: Node[], list: User[], groups: Map<string, User[]>) {\n  const [user] = await db.select().from(users).where(eq(users.id, id));\n  if (!user) return null;\n  groups.set(id, []);\n  groups.get(id)!.push(user);\n  while (0 < stack.length) print(stack.pop().value);\n  const found = list.find((each) => each.isNew);\n  const one = list.find((each) => each.isOld);\n  assert(one);\n  const [a, b] = await Promise.all([first(), second()]);\n  return isUser(found) ? found.name + a.name + b.name : one.name;\n}',
  },
  {
    languages: ['java'],
    asks: 'class Index {\n  private final Map<String, List<String>> lists = new HashMap<>();\n  void add(String key) {\n    lists.get(key).add(key); ⟵\n  }\n}',
    quiet:
      'class Index {\n  private final Map<String, List<String>> lists = new HashMap<>();\n  void add(String key) {\n    lists.putIfAbsent(key, new ArrayList<>());\n    lists.get(key).add(key);\n    for (String each : lists.keySet()) show(lists.get(each).size());\n  }\n}',
  },
  {
    languages: ['ruby'],
    path: 'app/controllers/users_controller.rb',
    asks: 'class UsersController\n  def show\n    @user = User.find_by(id: params[:id])\n    render json: @user.name ⟵\n  end\nend',
    quiet:
      'class UsersController\n  def show\n    @user = User.find_by(id: params[:id])\n    return head :not_found unless @user\n    render json: @user.name\n  end\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction greet(?User $user, $body) {\n  $data = json_decode($body, true);\n  return $user->name . $data["greeting"]; ⟵\n}',
    quiet:
      '<?php\nfunction greet(?User $user, $body) {\n  $data = json_decode($body, true);\n  abort_if(!$user, 404);\n  return $user->name . ($data["greeting"] ?? "");\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  string Name(User? user, int? count) {\n    var setting = ConfigurationManager.AppSettings["x"].Trim(); ⟵\n    return user.Name + count.Value + setting; ⟵\n  }\n}',
    quiet:
      'class A {\n  string Name(User? user, int? count) {\n    ArgumentNullException.ThrowIfNull(user);\n    return user.Name + (count.HasValue ? count.Value : 0);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'int read(std::optional<int> size, Base* base) {\n  std::string home = getenv("HOME"); ⟵\n  return *size + dynamic_cast<Derived*>(base)->x; ⟵\n}',
    quiet:
      'int read(std::optional<int> size, Base* base) {\n  if (!size) return 0;\n  if (auto* derived = dynamic_cast<Derived*>(base)) return derived->x;\n  return *size;\n}',
  },
  {
    languages: ['go'],
    asks: 'func name(id string) string {\n\tuser, _ := find(id)\n\treturn user.Name ⟵\n}',
    quiet:
      'func name(id string) (string, error) {\n\tuser, err := find(id)\n\tif err != nil {\n\t\treturn "", err\n\t}\n\treturn user.Name, nil\n}',
  },
  {
    languages: ['python'],
    asks: 'def show(users, key, name=None):\n    user = users.get(key)\n    if not user:\n        print("no user")\n    return user.name + name.upper() ⟵',
    quiet:
      'def show(users, key, name=None):\n    user = users.get(key)\n    name = name or ""\n    row = db.execute("SELECT COUNT(*) FROM t").fetchone()\n    return (user.name if user else "") + name.upper() + str(row[0])',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc count(orders []Order) map[string]int {\n\tvar counts map[string]int\n\tfor _, order := range orders {\n\t\tcounts[order.Region]++ ⟵\n\t}\n\treturn counts\n}\n',
    quiet:
      'package a\n\nfunc count(orders []Order) map[string]int {\n\tvar counts map[string]int\n\tcounts = make(map[string]int)\n\tfor _, order := range orders {\n\t\tcounts[order.Region]++\n\t}\n\treturn counts\n}\n\nfunc parse(data []byte) map[string]int {\n\tvar all map[string]int\n\tjson.Unmarshal(data, &all)\n\tall["a"] = 1\n\treturn all\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Rates {\n  Rate of(Invoice invoice) {\n    return rates.stream()\n      .filter(each -> each.country().equals(invoice.country()))\n      .max(Comparator.comparing(Rate::validFrom))\n      .get(); ⟵\n  }\n}\n',
    quiet:
      'class Rates {\n  Rate of(Invoice invoice) {\n    return rates.stream()\n      .filter(each -> each.country().equals(invoice.country()))\n      .max(Comparator.comparing(Rate::validFrom))\n      .orElseThrow();\n  }\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn fill(mapping: &mut Mapping) {\n    mapping.put("a", 1).unwrap(); ⟵\n    mapping.put("b", 2).unwrap();\n}\n',
    quiet:
      'fn fill(mapping: &mut Mapping) -> Result<(), Error> {\n    mapping.put("a", 1)?;\n    mapping.put("b", 2)\n}\n',
  },
  {
    // A flag stands for it, it is not done where there is none, a cast is only written through.
    languages: ['typescript'],
    asks: 'function show(menu?: Menu) {\n  log(menu?.title);\n  return menu.id; ⟵\n}',
    quiet:
      'function show(menu?: Menu) {\n  return menu?.items.map((item) => item.in(menu.id));\n}\nfunction from(all: Row[], area: Area) {\n  if (!area) return undefined;\n  if (hasIterator) {\n    return globalIterator!.from(all);\n  }\n  return (area as any).current;\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn start(all: &Cache) -> State {\n    all.restore(1).unwrap() ⟵\n}',
    quiet:
      'fn start(all: &Cache) -> State {\n    // The unwrap is OK: the cache was cleared above.\n    all.restore(1).unwrap()\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  int size() {\n    return System.getProperty("app.name").length(); ⟵\n  }\n}',
    quiet:
      'class A {\n  int size() {\n    return System.getProperty("file.separator").length();\n  }\n  void all() {\n    Optional<Row> row;\n    while ((row = find(1)).isPresent()) {\n      put(row.get());\n    }\n  }\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc load(c *http.Client, url string) {\n\tresp, err := c.Get(url)\n\tif err != nil {\n\t\tlog.Printf("get: %v", err)\n\t}\n\tdefer resp.Body.Close() ⟵\n}',
    quiet:
      'package a\n\nfunc load(c *http.Client, url string) {\n\tresp, err := c.Get(url)\n\tif err != nil {\n\t\tlog.Printf("get: %v", err)\n\t\treturn\n\t}\n\tdefer resp.Body.Close()\n}',
  },
];
