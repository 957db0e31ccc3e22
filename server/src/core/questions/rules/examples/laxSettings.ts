import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What the rule `lax-settings` finds, and its repairs. */
export const laxSettingsExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: `app.use(cors()); ⟵
app.use(cors({ origin: '*' })); ⟵
res.setHeader('Access-Control-Allow-Origin', '*'); ⟵
res.cookie('session', id); ⟵
res.cookie('token', token, { httpOnly: false, secure: true }); ⟵
fs.chmodSync(file, 0o777); ⟵
const policy = { Effect: 'Allow', Action: '*', Resource: arn }; ⟵
const win = new BrowserWindow({ webPreferences: { nodeIntegration: true } }); ⟵`,
    quiet: `app.use(cors({ origin: 'https://app.acme.com' }));
res.setHeader('Access-Control-Allow-Origin', origin);
res.cookie('session', id, { httpOnly: true, secure: true, sameSite: 'lax' });
res.cookie('theme', 'dark');
fs.chmodSync(file, 0o600);
fs.chmodSync(file, 0o755);
const policy = { Effect: 'Allow', Action: 's3:GetObject', Resource: arn };
const win = new BrowserWindow({ webPreferences: { nodeIntegration: false } });`,
  },
  {
    languages: ['python'],
    asks: `app.run(host="0.0.0.0", debug=True) ⟵
app.add_middleware(CORSMiddleware, allow_origins=["*"]) ⟵
def login(response):
    response.set_cookie("session", token) ⟵
    os.chmod(path, 0o777) ⟵
SESSION_COOKIE_SECURE = False ⟵`,
    quiet: `app.run(host="0.0.0.0", debug=False)
app.add_middleware(CORSMiddleware, allow_origins=["https://app.acme.com"])
def login(response):
    response.set_cookie("session", token, httponly=True, secure=True)
    os.chmod(path, 0o600)
SESSION_COOKIE_SECURE = True`,
  },
  {
    languages: ['go'],
    asks: `package a

func open(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", "*") ⟵
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id}) ⟵
	os.Chmod(path, 0777) ⟵
}`,
    quiet: `package a

func open(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Origin", origin)
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, HttpOnly: true, Secure: true})
	os.Chmod(path, 0600)
}`,
  },
  {
    languages: ['rust'],
    asks: `fn open() {
    let cors = CorsLayer::permissive(); ⟵
    fs::set_permissions(path, Permissions::from_mode(0o777)); ⟵
}`,
    quiet: `fn open() {
    let cors = CorsLayer::new().allow_origin(origin);
    fs::set_permissions(path, Permissions::from_mode(0o600));
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  void open(HttpServletResponse response) {
    registry.addMapping("/**").allowedOrigins("*"); ⟵
    http.csrf().disable(); ⟵
    response.addCookie(new Cookie("session", id)); ⟵
    file.setWritable(true, false); ⟵
  }
}`,
    quiet: `class A {
  void open(HttpServletResponse response) {
    registry.addMapping("/**").allowedOrigins("https://app.acme.com");
    Cookie cookie = new Cookie("session", id);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    file.setWritable(true);
  }
}`,
  },
  {
    languages: ['csharp'],
    asks: `class A {
  void Open() {
    services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin())); ⟵
    app.UseDeveloperExceptionPage(); ⟵
    Response.Cookies.Append("session", id); ⟵
    var options = new CookieOptions { HttpOnly = false, Secure = true }; ⟵
  }
}`,
    quiet: `class A {
  void Open() {
    services.AddCors(o => o.AddDefaultPolicy(p => p.WithOrigins("https://app.acme.com")));
    if (env.IsDevelopment()) app.UseDeveloperExceptionPage();
    Response.Cookies.Append("session", id, options);
    var options = new CookieOptions { HttpOnly = true, Secure = true };
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: `void open(const char* path) {
  chmod(path, 0777); ⟵
  umask(0); ⟵
  std::filesystem::permissions(path, std::filesystem::perms::all); ⟵
}`,
    quiet: `void open(const char* path) {
  chmod(path, 0600);
  umask(077);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}`,
  },
  {
    languages: ['ruby'],
    asks: `class A
  skip_before_action :verify_authenticity_token ⟵
  def open
    File.chmod(0777, path) ⟵
    response.set_header('Access-Control-Allow-Origin', '*') ⟵
    cookies[:session] = { value: id, httponly: false } ⟵
  end
end`,
    quiet: `class A
  before_action :authenticate
  def open
    File.chmod(0600, path)
    response.set_header('Access-Control-Allow-Origin', origin)
    cookies[:session] = { value: id, httponly: true, secure: true }
  end
end`,
  },
  {
    languages: ['php'],
    asks: `<?php
header('Access-Control-Allow-Origin: *'); ⟵
chmod($file, 0777); ⟵
setcookie('session', $id); ⟵
ini_set('display_errors', '1'); ⟵`,
    quiet: `<?php
header('Access-Control-Allow-Origin: https://app.acme.com');
chmod($file, 0600);
setcookie('session', $id, ['httponly' => true, 'secure' => true]);
ini_set('display_errors', '0');`,
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc start(w http.ResponseWriter, token string) {\n\thttp.SetCookie(w, &http.Cookie{\n\t\tName: "session",\n\t\tValue: token,\n\t\tSecure: true,\n\t\tHttpOnly: false, ⟵\n\t})\n}\n',
    quiet:
      'package a\n\nfunc start(w http.ResponseWriter, token string) {\n\thttp.SetCookie(w, &http.Cookie{\n\t\tName: "session",\n\t\tValue: token,\n\t\tSecure: true,\n\t\tHttpOnly: true,\n\t})\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void save(const char* path) {\n  int fd = ::open(path, O_WRONLY | O_CREAT, 0666); ⟵\n}',
    quiet: 'void save(const char* path) {\n  int fd = ::open(path, O_WRONLY | O_CREAT, 0600);\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void Set(CorsPolicyBuilder policy) {\n    policy.SetIsOriginAllowed(_ => true).AllowCredentials(); ⟵\n  }\n}',
    quiet:
      'class A {\n  void Set(CorsPolicyBuilder policy) {\n    policy.WithOrigins(origins).AllowCredentials();\n  }\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'const io = new Server(http, {\n  cors: {\n    origin: true, ⟵\n    credentials: true,\n  },\n});',
    quiet:
      'const io = new Server(http, {\n  cors: {\n    origin: config.origins,\n    credentials: true,\n  },\n});',
  },
];
