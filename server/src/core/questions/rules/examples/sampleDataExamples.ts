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
];
