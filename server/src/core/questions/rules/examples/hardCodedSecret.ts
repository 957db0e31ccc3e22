import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

// In pieces, so that no scanner takes this file's examples for leaks.
const STRIPE = `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dcQ8`;
const GITHUB = `ghp${'_'}16C7e42F292c6912E7710c838347Ae178B4a`;
const AWS = `wJalrXUtnFEMI/K7MDENG${'/'}bPxRfiCYzq93kTbLw2`;

/** What the rule `hard-coded-secret` finds, and its repairs. */
export const hardCodedSecretExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: `const API_KEY = '${STRIPE}'; ⟵
const config = {
  jwtSecret: process.env.JWT_SECRET || 'supersecretkey', ⟵
  db: { user: 'app', password: 'Tr0ub4dor&3' }, ⟵
};
export const token = jwt.sign(payload, 'shhhh'); ⟵
const url = 'postgres://app:k9Xw2mPq@db7.internal.net/app'; ⟵
// old key: ${GITHUB} ⟵`,
    quiet: `const API_KEY = process.env.API_KEY;
const config = {
  jwtSecret: process.env.JWT_SECRET || '',
  db: { user: 'app', password: readSecret('db-password') },
  passwordField: 'new-password1', apiKeyHeader: 'X-Api-Key-2', token: 'your-token-here-123456',
};
const url = \`postgres://app:\${password}@db7.internal.net/app\`;
export const token = jwt.sign(payload, config.jwtSecret);
const labels = { password: 'Password', secret: 'Geheimnis', passwordHint: 'at least 12 characters' };`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `app.use(session({ secret: 'keyboard cat', resave: false })); ⟵
function isAdmin(user, password) {
  return user === 'root' && password === 'opensesame1'; ⟵
}
const headers = { Authorization: 'Bearer 9f8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d' }; ⟵`,
    quiet: `app.use(session({ secret: env.SESSION_SECRET, resave: false }));
function isAdmin(user, password) {
  return user === 'root' && password === expected;
}
const headers = { Authorization: \`Bearer \${token}\` };`,
  },
  {
    languages: ['python'],
    asks: `SECRET_KEY = "django-insecure-4k2j3h5g6f7d8s9a0p1o2i3u" ⟵
conn = psycopg2.connect(host="db", user="app", password="s3cr3tPw!") ⟵
aws = boto3.client("s3", aws_secret_access_key="${AWS}") ⟵
token = jwt.encode(payload, "secret", algorithm="HS256") ⟵
key = os.environ.get("API_KEY", "${STRIPE}") ⟵`,
    quiet: `SECRET_KEY = os.environ["SECRET_KEY"]
conn = psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
aws = boto3.client("s3", aws_secret_access_key=settings.aws_secret)
token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
key = os.environ.get("API_KEY", "")
PASSWORD_FIELD = "password1"`,
  },
  {
    languages: ['go'],
    asks: `package a

const apiKey = "${STRIPE}" ⟵

func connect() {
	cfg := Config{User: "app", Password: "Pr0d-9xKq"} ⟵
	token.SignedString([]byte("my-signing-key")) ⟵
}`,
    quiet: `package a

var apiKey = os.Getenv("API_KEY")

func connect() {
	cfg := Config{User: "app", Password: os.Getenv("DB_PASSWORD")}
	token.SignedString(signingKey)
}`,
  },
  {
    languages: ['rust'],
    asks: `const API_KEY: &str = "${STRIPE}"; ⟵
fn key() {
    let db_password = "hunter2-prod"; ⟵
    let k = EncodingKey::from_secret(b"topsecret"); ⟵
}`,
    quiet: `const API_KEY_VAR: &str = "STRIPE_API_KEY";
fn key() {
    let db_password = std::env::var("DB_PASSWORD").unwrap();
    let k = EncodingKey::from_secret(secret.as_bytes());
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  private static final String API_KEY = "${STRIPE}"; ⟵
  void open() {
    config.setPassword("Pr0d-9xKq"); ⟵
    if (password.equals("opensesame1")) { grant(); } ⟵
    Algorithm a = Algorithm.HMAC256("secret"); ⟵
  }
}`,
    quiet: `class A {
  private static final String API_KEY = System.getenv("API_KEY");
  void open() {
    config.setPassword(env.get("DB_PASSWORD"));
    if (password.equals(expected)) { grant(); }
    Algorithm a = Algorithm.HMAC256(secret);
  }
}`,
  },
  {
    languages: ['csharp'],
    asks: `class A {
  private const string ApiKey = "${STRIPE}"; ⟵
  string db = "Server=db7;User Id=sa;Password=Pr0d9xKq;"; ⟵
  void Open() {
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("my-signing-key")); ⟵
    var login = new Login { User = "app", Password = "Pr0d-9xKq" }; ⟵
  }
}`,
    quiet: `class A {
  private readonly string ApiKey = config["ApiKey"];
  string db = "Server=db7;User Id=sa;Integrated Security=true;";
  void Open() {
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(signingKey));
    var login = new Login { User = "app", Password = secrets.Db };
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: `const char* kApiKey = "${STRIPE}"; ⟵
void open() {
  std::string password = "Pr0d-9xKq"; ⟵
}`,
    quiet: `const char* kApiKey = std::getenv("API_KEY");
void open() {
  std::string password = read_secret("db-password");
}`,
  },
  {
    languages: ['ruby'],
    asks: `API_KEY = '${STRIPE}' ⟵
def open_db
  connect(user: 'app', password: 'Pr0d-9xKq') ⟵
  JWT.encode(payload, 'secret', 'HS256') ⟵
end`,
    quiet: `API_KEY = ENV.fetch('API_KEY')
def open_db
  connect(user: 'app', password: ENV['DB_PASSWORD'])
  JWT.encode(payload, ENV.fetch('JWT_KEY'), 'HS256')
end`,
  },
  {
    languages: ['php'],
    asks: `<?php
define('DB_PASSWORD', 'Pr0d-9xKq'); ⟵
$apiKey = '${STRIPE}'; ⟵
$config = ['user' => 'app', 'password' => 'Pr0d-9xKq']; ⟵
$t = JWT::encode($payload, 'secret', 'HS256'); ⟵`,
    quiet: `<?php
define('DB_PASSWORD', getenv('DB_PASSWORD'));
$apiKey = $_ENV['API_KEY'];
$config = ['user' => 'app', 'password' => env('DB_PASSWORD')];
$t = JWT::encode($payload, $key, 'HS256');`,
  },
  {
    languages: ['cpp'],
    asks: 'void auth(curl_slist* headers) {\n  headers = curl_slist_append(headers, "X-Api-Key: 3f8a1c9e7b2d4650a9e1f7c3b5d80e42"); ⟵\n}',
    quiet:
      'void auth(curl_slist* headers) {\n  headers = curl_slist_append(headers, ("X-Api-Key: " + settings.key()).c_str());\n}',
  },
];
