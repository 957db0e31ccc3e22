import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Code with made-up values, and the same without. */
export const sampleDataExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'const API = "http://localhost:3000/api"; ⟵\nasync function getUsers() {\n  return [ ⟵\n    { id: 1, name: "Ada", email: "ada@mail.net" },\n    { id: 2, name: "Bob", email: "bob@mail.net" },\n  ];\n}\nfunction invite(mailer) {\n  mailer.send("test@test.com", "Hello"); ⟵\n  mailer.from = "John Doe"; ⟵\n}\nfunction fetchUser(id) {\n  return { id, name: "Ada", age: 36 }; ⟵\n}\n',
    quiet:
      'const API = process.env.API_URL || "http://localhost:3000/api";\nasync function getUsers() {\n  return db.all("users");\n}\nfunction getPlanOptions() {\n  return [\n    { value: 1, label: "Small" },\n    { value: 2, label: "Large" },\n  ];\n}\nfunction invite(mailer, to) {\n  if (to.endsWith("example.com")) throw new Error("Use no example.com");\n  mailer.send(to, "Hello");\n}\n',
  },
  {
    languages: ['python'],
    asks: 'API = "https://api.example.com/v1" ⟵\n\ndef get_users():\n    return [ ⟵\n        {"id": 1, "name": "Ada"},\n        {"id": 2, "name": "Bob"},\n    ]\n\ndef connect():\n    return login("test_user", "changeme") ⟵\n',
    quiet:
      'API = os.environ.get("API_URL", "http://localhost:8000")\n\ndef get_users():\n    """Users, as in user@example.com."""\n    return db.all("users")\n\ndef connect(user, password):\n    parser.add_argument("--url", help="such as http://example.com")\n    return login(user, password)\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nvar api = "http://localhost:8080" ⟵\n\nfunc GetUsers() []User {\n\treturn []User{ ⟵\n\t\t{ID: 1, Name: "Ada"},\n\t\t{ID: 2, Name: "Bob"},\n\t}\n}\n',
    quiet:
      'package a\n\nvar api = os.Getenv("API_URL")\n\nfunc GetUsers(db *DB) []User {\n\treturn db.All()\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn get_users() -> Vec<User> {\n    vec![ ⟵\n        User { id: 1, name: "Ada".to_string() },\n        User { id: 2, name: "Bob".to_string() },\n    ]\n}\nfn api() -> String {\n    String::from("https://example.com/api") ⟵\n}\n',
    quiet:
      'fn get_users(db: &Db) -> Vec<User> {\n    db.all()\n}\nfn api() -> String {\n    std::env::var("API_URL").unwrap_or("http://localhost:80".to_string())\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Users {\n  String api = "http://localhost:8080/api"; ⟵\n  List<User> findUsers() {\n    return List.of( ⟵\n      new User(1, "Ada"),\n      new User(2, "Bob"));\n  }\n}\n',
    quiet:
      'class Users {\n  String api = System.getenv("API_URL");\n  List<User> findUsers() {\n    return repository.findAll();\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Users {\n  string api = "http://localhost:5000/api"; ⟵\n  List<User> GetUsers() {\n    return new List<User> { ⟵\n      new User { Id = 1, Name = "Ada" },\n      new User { Id = 2, Name = "Bob" },\n    };\n  }\n}\n',
    quiet:
      'class Users {\n  string api = Environment.GetEnvironmentVariable("API_URL") ?? "http://localhost:5000";\n  List<User> GetUsers() {\n    return db.Users.ToList();\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'const char* api = "http://localhost:8080/api"; ⟵\nstd::vector<User> getUsers() {\n  return { ⟵\n    {1, "Ada"},\n    {2, "Bob"},\n  };\n}\n',
    quiet:
      'std::vector<User> getUsers(Db& db) {\n  return db.all();\n}\nstd::vector<int> getSizes() {\n  return {1, 2};\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'API = "http://localhost:3000" ⟵\ndef find_users\n  [ ⟵\n    { id: 1, name: "Ada" },\n    { id: 2, name: "Bob" },\n  ]\nend\ndef invite(mailer)\n  mailer.deliver("jane doe") ⟵\nend\n',
    quiet: 'API = ENV.fetch("API_URL", "http://localhost:3000")\ndef find_users\n  User.all\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction get_users() {\n  return [ ⟵\n    ["id" => 1, "name" => "Ada"],\n    ["id" => 2, "name" => "Bob"],\n  ];\n}\nfunction invite($mailer) {\n  $mailer->send("user@example.com"); ⟵\n}\n',
    quiet:
      '<?php\nfunction get_users($db) {\n  return $db->all("users");\n}\nfunction invite($mailer, $to) {\n  $mailer->send($to);\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "async function send(invoice, mailer) {\n  await mailer.sendMail({ to: invoice.email ?? 'jane.doe@example.com', subject: 'x' }); ⟵\n  const phone = user.phone || '555-123-4567'; ⟵\n  const client = new Client({ token: 'your-token-here' }); ⟵\n  return { ...user, avatar: 'https://via.placeholder.com/150' }; ⟵\n}\nfunction present(product) {\n  return { sku: product.sku, description: 'Lorem ipsum dolor sit amet' }; ⟵\n}\nclass Repo {\n  async recent(limit) {\n    return [ ⟵\n      { id: 1001, customer: 'John Smith', total: 99.99 }, ⟵\n      { id: 1002, customer: 'Jane Smith', total: 149.5 }, ⟵\n    ].slice(0, limit);\n  }\n  async topCustomers() {\n    const customers = [ ⟵\n      { id: 1, name: 'Ada', email: 'ada@mail.net' },\n      { id: 2, name: 'Bob', email: 'bob@mail.net' },\n    ];\n    return customers;\n  }\n}\nconst mockUsers = [ ⟵\n  { id: 1, name: 'Ada', email: 'ada@mail.net' },\n  { id: 2, name: 'Bob', email: 'bob@mail.net' },\n];",
    quiet:
      "async function send(invoice, mailer) {\n  await mailer.sendMail({ to: invoice.customer.email, subject: 'x' });\n  const url = process.env.API ?? 'http://localhost:3000';\n  const client = new Client({ token: process.env.TOKEN });\n  return { ...user, avatar: user.avatarUrl };\n}\nfunction present(product) {\n  return { sku: product.sku, description: product.description };\n}\nclass Repo {\n  async recent(limit) {\n    return this.db.orders.newest(limit);\n  }\n  columns() {\n    return [\n      { id: 'name', label: 'Name' },\n      { id: 'total', label: 'Total' },\n    ];\n  }\n}",
  },
  {
    languages: ['tsx'],
    asks: "export function Team() {\n  const members = [ ⟵\n    { id: 1, name: 'John Doe', email: 'john@mail.net' }, ⟵\n    { id: 2, name: 'Sara Miller', email: 'sara@mail.net' },\n  ];\n  const [user, setUser] = useState({ name: 'John Doe', email: 'john@mail.net' }); ⟵\n  return <ul>{members.map((m) => <li key={m.id}>{m.name}</li>)}<p>Lorem ipsum dolor sit amet</p></ul>; ⟵\n}",
    quiet:
      'export function Team() {\n  const members = useMembers();\n  const [user, setUser] = useState<User | null>(null);\n  return <ul>{members.map((m) => <li key={m.id}>{m.name}</li>)}<input placeholder="jane@example.com" /></ul>;\n}',
  },
  {
    languages: ['python'],
    asks: 'class OrderRepository:\n    def recent(self, limit=20):\n        return [ ⟵\n            {"id": 1001, "customer": "John Smith", "total": 99.99}, ⟵\n            {"id": 1002, "customer": "Jane Smith", "total": 149.5}, ⟵\n        ][:limit]\ndef notify(user):\n    send_mail("Welcome", body, "noreply@example.com", [user.email]) ⟵\n    to = user.email or "john.doe@example.com" ⟵\n    return {"name": user.name, "address": "123 Main Street, Anytown"} ⟵\ndef weather(city):\n    return {"city": city, "temperature": 22, "condition": "Sunny"}\ndef load():\n    users = [ ⟵\n        User(id=1, name="Alice", email="alice@mail.net"),\n        User(id=2, name="Bob", email="bob@mail.net"),\n    ]\n    return users',
    quiet:
      'class OrderRepository:\n    def recent(self, limit=20):\n        return self.session.scalars(select(Order).limit(limit)).all()\ndef notify(user, settings):\n    send_mail("Welcome", body, settings.sender, [user.email])\n    to = user.email or settings.fallback\n    url = os.environ.get("API") or "http://localhost:8000"\n    return {"name": user.name, "address": user.address}',
  },
  {
    languages: ['go'],
    asks: 'func (r *Repo) Recent(ctx context.Context) ([]Order, error) {\n\treturn []Order{ ⟵\n\t\t{ID: 1, Customer: "John Smith"}, ⟵\n\t\t{ID: 2, Customer: "Jane Smith"}, ⟵\n\t}, nil\n}\nfunc (h *H) Top() []User {\n\tusers := []User{ ⟵\n\t\t{ID: 1, Name: "Alice", Email: "alice@mail.net"},\n\t\t{ID: 2, Name: "Bob", Email: "bob@mail.net"},\n\t}\n\treturn users\n}\nfunc contact() string {\n\tif email == "" {\n\t\temail = "user@example.com" ⟵\n\t}\n\treturn email\n}',
    quiet:
      'func (r *Repo) Recent(ctx context.Context) ([]Order, error) {\n\treturn r.db.Recent(ctx)\n}\nfunc columns() []Column {\n\treturn []Column{\n\t\t{ID: "a", Name: "A"},\n\t\t{ID: "b", Name: "B"},\n\t}\n}',
  },
  {
    languages: ['rust'],
    asks: 'impl Repo {\n    pub fn recent(&self) -> Vec<Order> {\n        vec![ ⟵\n            Order { id: 1, customer: "John Smith".into() }, ⟵\n            Order { id: 2, customer: "Jane Smith".into() }, ⟵\n        ]\n    }\n    pub fn email(&self) -> String {\n        self.email.clone().unwrap_or_else(|| "user@example.com".to_string()) ⟵\n    }\n}',
    quiet:
      'impl Repo {\n    pub fn recent(&self) -> Result<Vec<Order>, E> {\n        self.db.recent()\n    }\n    pub fn email(&self) -> Option<String> {\n        self.email.clone()\n    }\n}',
  },
  {
    languages: ['java'],
    asks: 'class Repo {\n  List<Order> recent(int limit) {\n    return List.of( ⟵\n        new Order(1, "John Smith"), ⟵\n        new Order(2, "Jane Smith")); ⟵\n  }\n  List<User> topUsers() {\n    List<User> users = new ArrayList<>();\n    users.add(new User(1, "Alice", "alice@mail.net")); ⟵\n    users.add(new User(2, "Bob", "bob@mail.net"));\n    return users;\n  }\n  String email(User u) {\n    return u.getEmail() != null ? u.getEmail() : "user@example.com"; ⟵\n  }\n}',
    quiet:
      'class Repo {\n  List<Order> recent(int limit) {\n    return orders.newest(limit);\n  }\n  String email(User u) {\n    return u.getEmail();\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class Repo {\n  public IEnumerable<Order> Recent() {\n    return new[] { ⟵\n      new Order { Id = 1, Customer = "John Smith" }, ⟵\n      new Order { Id = 2, Customer = "Jane Smith" }, ⟵\n    };\n  }\n  string Mail(User u) => u.Email ?? "user@example.com"; ⟵\n}',
    quiet:
      'class Repo {\n  public IEnumerable<Order> Recent() {\n    return _db.Orders.OrderByDescending(o => o.CreatedAt).Take(20);\n  }\n  string Mail(User u) => u.Email;\n}',
  },
  {
    languages: ['cpp'],
    asks: 'std::vector<User> recent() {\n  std::vector<User> users = { ⟵\n    {1, "Alice", "alice@mail.net"},\n    {2, "Bob", "bob@mail.net"},\n  };\n  return users;\n}\nstd::string mail(const User& u) {\n  return u.email.empty() ? "user@example.com" : u.email; ⟵\n}',
    quiet:
      'std::vector<User> recent(Db& db) {\n  return db.recent();\n}\nstd::string mail(const User& u) {\n  return u.email;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class Repo\n  def recent\n    [ ⟵\n      { id: 1, customer: "John Smith", total: 99.99 }, ⟵\n      { id: 2, customer: "Jane Smith", total: 10.5 }, ⟵\n    ]\n  end\n  def mail(user)\n    user.email || "user@example.com" ⟵\n  end\n  def summary(post)\n    { title: post.title, description: "Lorem ipsum dolor sit amet" } ⟵\n  end\nend',
    quiet:
      'class Repo\n  def recent\n    Order.order(created_at: :desc).limit(20)\n  end\n  def mail(user)\n    user.email\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nclass Repo {\n  public function present($product) {\n    return ['title' => $product->title, 'description' => 'Lorem ipsum dolor sit amet']; ⟵\n  }\n  public function recent() {\n    return [ ⟵\n      ['id' => 1, 'customer' => 'John Smith', 'total' => 99.99], ⟵\n      ['id' => 2, 'customer' => 'Jane Smith', 'total' => 10.5], ⟵\n    ];\n  }\n  public function mail($user) {\n    return $user->email ?? 'user@example.com'; ⟵\n  }\n}",
    quiet:
      "<?php\nclass Repo {\n  public function present($product) {\n    return ['title' => $product->title, 'description' => $product->description];\n  }\n  public function recent() {\n    return Order::latest()->take(20)->get();\n  }\n  public function mail($user) {\n    return $user->email;\n  }\n}",
  },
  {
    // Keys, lists of what nobody may choose, alphabets, the machine itself where nothing else is set.
    languages: ['javascript', 'typescript'],
    asks: "function send(mail) {\n  mail.from = 'test@example.com'; ⟵\n  mail.phone = '1234567890'; ⟵\n  return post('http://localhost:1917', mail); ⟵\n}\n",
    quiet:
      "function send(mail, argv) {\n  const badPasswords = ['1234567890', 'qwertyuiop'];\n  const digits = '0123456789';\n  const title = ask('Your real name');\n  argv.url ||= `http://localhost${argv.port}`;\n  const place = paths.get('MY_DATA');\n  const isMail = checks(mail.name + '@example.net');\n  return [badPasswords, digits, title, place, isMail];\n}\nfunction baseUrl() {\n  if (process.env.HOST) return `https://${process.env.HOST}`;\n  return `http://localhost:${process.env.PORT}`;\n}\n",
  },
  {
    languages: ['python'],
    asks: "def url(options):\n    return open_at('http://localhost:9001') ⟵\n",
    quiet: "def url(options):\n    options.add('url', default='http://localhost:9001')\n",
  },
  {
    languages: ['rust'],
    asks: 'fn host() -> &str {\n    connect("api.example.com") ⟵\n}\n',
    quiet:
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn hosts() {\n        connect("api.example.com");\n    }\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (s *Service) Paid(invoice Invoice) error {\n\tmessage := Message{\n\t\tTo:      "user@example.com", ⟵\n\t\tSubject: invoice.Number,\n\t}\n\treturn s.mail.Send(message)\n}',
    quiet:
      'package a\n\nfunc (s *Service) Paid(invoice Invoice) error {\n\tmessage := Message{\n\t\tTo:      invoice.Email,\n\t\tSubject: invoice.Number,\n\t}\n\treturn s.mail.Send(message)\n}',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: "const data = [ ⟵\n  { month: 'Jan', revenue: 4000 },\n  { month: 'Feb', revenue: 3000 },\n  { month: 'Mar', revenue: 5000 },\n];",
    quiet:
      "const plans = [\n  { name: 'Basic', amount: 10 },\n  { name: 'Pro', amount: 20 },\n  { name: 'Team', amount: 50 },\n];",
  },
];
