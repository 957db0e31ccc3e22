import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What the rule `weak-crypto` finds, and its repairs. */
export const weakCryptoExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: `const agent = new https.Agent({ rejectUnauthorized: false }); ⟵
function hashPassword(password) {
  return crypto.createHash('md5').update(password).digest('hex'); ⟵
}
const resetToken = Math.random().toString(36).slice(2); ⟵
const cipher = crypto.createCipheriv('aes-128-ecb', key, null); ⟵
const hash = await bcrypt.hash(password, 4); ⟵
jwt.verify(token, key, { algorithms: ['none'] }); ⟵`,
    quiet: `const agent = new https.Agent({ rejectUnauthorized: true });
function hashPassword(password) {
  return bcrypt.hash(password, 12);
}
const resetToken = crypto.randomBytes(32).toString('hex');
const cipher = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
const etag = crypto.createHash('md5').update(body).digest('hex');
const jitter = Math.random() * 100;
jwt.verify(token, key, { algorithms: ['HS256'] });`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; ⟵
export const pair = generateKeyPairSync('rsa', { modulusLength: 1024 }); ⟵
const user = jwt.decode(token); ⟵
const key = crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256'); ⟵
const c = crypto.createCipheriv('aes-256-cbc', secret, Buffer.alloc(16)); ⟵`,
    quiet: `export const pair = generateKeyPairSync('rsa', { modulusLength: 4096 });
const user = jwt.verify(token, key);
const key2 = crypto.pbkdf2Sync(password, salt, 310000, 32, 'sha256');
const c = crypto.createCipheriv('aes-256-cbc', secret, iv);`,
  },
  {
    languages: ['python'],
    asks: `def fetch(url, password):
    requests.get(url, verify=False) ⟵
    context.verify_mode = ssl.CERT_NONE ⟵
    digest = hashlib.md5(password.encode()).hexdigest() ⟵
    token = "".join(random.choices(letters, k=32)) ⟵
    cipher = AES.new(key, AES.MODE_ECB) ⟵
    claims = jwt.decode(raw, options={"verify_signature": False}) ⟵
    salt = bcrypt.gensalt(rounds=4) ⟵`,
    quiet: `def fetch(url, password):
    requests.get(url, verify="/etc/ca.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    digest = hashlib.sha256(password.encode()).hexdigest()
    cache_key = hashlib.md5(url.encode()).hexdigest()
    token = secrets.token_urlsafe(32)
    delay = random.random()
    cipher = AES.new(key, AES.MODE_GCM)
    claims = jwt.decode(raw, key, algorithms=["HS256"])
    salt = bcrypt.gensalt(rounds=12)`,
  },
  {
    languages: ['go'],
    asks: `package a

import "math/rand"

func open(password string) {
	t := &tls.Config{InsecureSkipVerify: true} ⟵
	sum := md5.Sum([]byte(password)) ⟵
	token := rand.Intn(1000000) ⟵
	c, _ := des.NewCipher(key) ⟵
	h, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.MinCost) ⟵
	k, _ := rsa.GenerateKey(reader, 1024) ⟵
}`,
    quiet: `package a

import "crypto/rand"

func open(password string) {
	t := &tls.Config{InsecureSkipVerify: false}
	sum := sha256.Sum256([]byte(body))
	token, _ := rand.Int(rand.Reader, max)
	c, _ := aes.NewCipher(key)
	h, _ := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	k, _ := rsa.GenerateKey(reader, 2048)
}`,
  },
  {
    languages: ['rust'],
    asks: `fn open(password: &str) {
    let client = Client::builder().danger_accept_invalid_certs(true).build(); ⟵
    let digest = md5::compute(password); ⟵
    let hash = bcrypt::hash(password, 4); ⟵
}`,
    quiet: `fn open(password: &str) {
    let client = Client::builder().https_only(true).build();
    let digest = Sha256::digest(body);
    let hash = bcrypt::hash(password, 12);
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  void open(String password) {
    MessageDigest d = MessageDigest.getInstance("MD5"); ⟵
    Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding"); ⟵
    String token = "" + new Random().nextInt(); ⟵
    conn.setHostnameVerifier((host, session) -> true); ⟵
    enc = new BCryptPasswordEncoder(4); ⟵
  }
  public void checkServerTrusted(X509Certificate[] chain, String type) {} ⟵
}`,
    quiet: `class A {
  void open(String password) {
    MessageDigest d = MessageDigest.getInstance("SHA-256");
    Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
    String token = "" + new SecureRandom().nextLong();
    int delay = new Random().nextInt();
    conn.setHostnameVerifier(verifier);
    enc = new BCryptPasswordEncoder(12);
  }
  public void checkServerTrusted(X509Certificate[] chain, String type) { manager.check(chain, type); }
}`,
  },
  {
    languages: ['csharp'],
    asks: `class A {
  void Open(string password) {
    var md5 = MD5.Create(); ⟵
    handler.ServerCertificateCustomValidationCallback = (m, c, ch, e) => true; ⟵
    aes.Mode = CipherMode.ECB; ⟵
    var token = new Random().Next().ToString(); ⟵
    var p = new TokenValidationParameters { ValidateIssuerSigningKey = false }; ⟵
  }
}`,
    quiet: `class A {
  void Open(string password) {
    var sha = SHA256.Create();
    handler.ServerCertificateCustomValidationCallback = Check;
    aes.Mode = CipherMode.CBC;
    var token = RandomNumberGenerator.GetHexString(32);
    var p = new TokenValidationParameters { ValidateIssuerSigningKey = true };
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: `void open(const char* password) {
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); ⟵
  SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, nullptr); ⟵
  MD5(password, n, out); ⟵
  int token = rand(); ⟵
  EVP_EncryptInit_ex(c, EVP_aes_128_ecb(), 0, key, 0); ⟵
}`,
    quiet: `void open(const char* password) {
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, nullptr);
  SHA256(data, n, out);
  RAND_bytes(token, 32);
  int delay = rand();
  EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), 0, key, iv);
}`,
  },
  {
    languages: ['ruby'],
    asks: `def open(password)
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE ⟵
  digest = Digest::MD5.hexdigest(password) ⟵
  token = rand(10**8).to_s ⟵
  claims = JWT.decode(raw, nil, false) ⟵
  cipher = OpenSSL::Cipher.new('des-ede3') ⟵
  hash = BCrypt::Password.create(password, cost: 4) ⟵
end`,
    quiet: `def open(password)
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  digest = Digest::SHA256.hexdigest(body)
  token = SecureRandom.hex(32)
  claims = JWT.decode(raw, key, true, algorithm: 'HS256')
  cipher = OpenSSL::Cipher.new('aes-256-gcm')
  hash = BCrypt::Password.create(password, cost: 12)
end`,
  },
  {
    languages: ['php'],
    asks: `<?php
function open($password) {
  curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false); ⟵
  $hash = md5($password); ⟵
  $token = mt_rand(); ⟵
  $x = openssl_encrypt($d, 'aes-128-ecb', $key); ⟵
  $client = new Client(['verify' => false]); ⟵
}`,
    quiet: `<?php
function open($password) {
  curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true);
  $hash = password_hash($password, PASSWORD_DEFAULT);
  $token = bin2hex(random_bytes(32));
  $cacheKey = md5($url);
  $x = openssl_encrypt($d, 'aes-256-gcm', $key, 0, $iv, $tag);
  $client = new Client(['verify' => true]);
}`,
  },
  {
    languages: ['cpp'],
    asks: 'void keyOf(const std::string& password, const unsigned char* salt, unsigned char* key) {\n  PKCS5_PBKDF2_HMAC(password.data(), password.size(), salt, 16, 1000, EVP_sha256(), 32, key); ⟵\n}\n',
    quiet:
      'void keyOf(const std::string& password, const unsigned char* salt, unsigned char* key) {\n  PKCS5_PBKDF2_HMAC(password.data(), password.size(), salt, 16, 210000, EVP_sha256(), 32, key);\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void seal(EVP_CIPHER_CTX* ctx) {\n  EVP_EncryptInit_ex(ctx, EVP_rc4(), nullptr, key, nullptr); ⟵\n}',
    quiet:
      'void seal(EVP_CIPHER_CTX* ctx) {\n  EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, key, iv);\n}',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (s *Store) Create() string {\n\tsource := rand.New(rand.NewSource(time.Now().UnixNano())) ⟵\n\tsessionID := text(source)\n\treturn sessionID\n}',
    quiet:
      'package a\n\nfunc (s *Store) Create() string {\n\tsource := rand.Reader\n\tsessionID := text(source)\n\treturn sessionID\n}',
  },
  {
    languages: ['python'],
    asks: 'class InviteService:\n    def create(self, team):\n        code = "%06x" % random.getrandbits(24) ⟵\n        return Invite(team, code)',
    quiet:
      'class InviteService:\n    def create(self, team):\n        code = secrets.token_hex(16)\n        return Invite(team, code)',
  },
  {
    languages: ['ruby'],
    asks: 'class Reset\n  def make\n    self.token = Array.new(20) { LETTERS.sample }.join ⟵\n  end\nend',
    quiet:
      'class Reset\n  def make\n    self.token = Array.new(20) { LETTERS.sample(random: SecureRandom) }.join\n  end\nend',
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function seal(key, text) {\n  const iv = Buffer.alloc(16, 0); ⟵\n  return createCipheriv('aes-256-cbc', key, iv).update(text);\n}",
    quiet:
      "function seal(key, text) {\n  const iv = randomBytes(16);\n  return createCipheriv('aes-256-cbc', key, iv).update(text);\n}",
  },
];
