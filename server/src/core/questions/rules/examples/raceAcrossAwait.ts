import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const raceAcrossAwaitExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'let total = 0;\nclass Account {\n  async withdraw(sum) {\n    const left = this.balance;\n    await audit(sum);\n    this.balance = left - sum; ⟵\n  }\n  async take(sum) {\n    if (this.stock < sum) throw new Error("sold out");\n    await charge(sum);\n    this.stock -= sum; ⟵\n  }\n  async connection() {\n    if (!this.client) {\n      this.client = await connect(); ⟵\n    }\n    return this.client;\n  }\n}\nasync function add(id) {\n  total += await price(id); ⟵\n}',
    quiet:
      'let total = 0;\nclass Account {\n  async withdraw(sum) {\n    await audit(sum);\n    this.balance = this.balance - sum;\n  }\n  async take(sum) {\n    await this.mutex.runExclusive(async () => {\n      if (this.stock < sum) throw new Error("sold out");\n      await charge(sum);\n      this.stock -= sum;\n    });\n  }\n  connection() {\n    this.client ??= connect();\n    return this.client;\n  }\n  async load() {\n    if (this.isLoading) return;\n    this.isLoading = true;\n    const rows = await fetchRows();\n    this.isLoading = false;\n    return rows;\n  }\n}\nasync function add(id) {\n  const cost = await price(id);\n  total += cost;\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'async function register(mail) {\n  const found = await User.findOne({ mail });\n  if (found) throw new Error("taken");\n  await User.create({ mail }); ⟵\n}\nasync function pay(id, sum) {\n  const account = await Account.findByPk(id);\n  account.balance -= sum; ⟵\n  await account.save();\n}\nfunction clean(path) {\n  if (fs.existsSync(path)) {\n    fs.unlinkSync(path); ⟵\n  }\n}',
    quiet:
      'async function register(mail) {\n  await db.transaction(async (tx) => {\n    const found = await tx.findOne({ mail });\n    if (found) throw new Error("taken");\n    await tx.create({ mail });\n  });\n}\nasync function pay(id, sum) {\n  await Account.decrement({ balance: sum }, { where: { id } });\n}\nfunction clean(path) {\n  fs.rmSync(path, { force: true });\n  if (fs.existsSync(other)) show(other);\n}',
  },
  {
    languages: ['python'],
    asks: 'import threading\ncount = 0\n\ndef hit():\n    global count\n    count += 1 ⟵\n\nasync def withdraw(self, sum):\n    left = self.balance\n    await audit(sum)\n    self.balance = left - sum ⟵\n\ndef clean(path):\n    if os.path.exists(path):\n        os.remove(path) ⟵\n\ndef register(mail):\n    if User.objects.filter(mail=mail).exists():\n        raise Taken(mail)\n    user = User.objects.get(id=1)\n    user.visits += 1 ⟵\n    user.save()',
    quiet:
      'import threading\ncount = 0\nlock = threading.Lock()\n\ndef hit():\n    global count\n    with lock:\n        count += 1\n\nasync def withdraw(self, sum):\n    async with self.lock:\n        left = self.balance\n        await audit(sum)\n        self.balance = left - sum\n\ndef clean(path):\n    with suppress(FileNotFoundError):\n        os.remove(path)\n    os.makedirs(path, exist_ok=True)\n\ndef register(mail):\n    with transaction.atomic():\n        user = User.objects.select_for_update().get(id=1)\n        user.visits += 1\n        user.save()',
  },
  {
    languages: ['go'],
    asks: 'func count(words []string) map[string]int {\n\tseen := make(map[string]int)\n\tn := 0\n\tfor _, word := range words {\n\t\tgo func(word string) {\n\t\t\tseen[word] = 1 ⟵\n\t\t\tn++ ⟵\n\t\t}(word)\n\t}\n\tif _, err := os.Stat(path); os.IsNotExist(err) {\n\t\tos.Create(path) ⟵\n\t}\n\treturn seen\n}',
    quiet:
      'func count(words []string) map[string]int {\n\tseen := make(map[string]int)\n\tlist := make([]int, len(words))\n\tfor i, word := range words {\n\t\tgo func(word string) {\n\t\t\tmu.Lock()\n\t\t\tdefer mu.Unlock()\n\t\t\tseen[word] = 1\n\t\t}(word)\n\t\tgo func(i int) { list[i] = 1 }(i)\n\t}\n\tf, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL, 0o600)\n\treturn seen\n}',
  },
  {
    languages: ['rust'],
    asks: 'static mut COUNT: u32 = 0;\nfn hit() {\n    unsafe { COUNT += 1; } ⟵\n}\nfn clean(path: &Path) -> io::Result<()> {\n    if path.exists() {\n        fs::remove_file(path)?; ⟵\n    }\n    Ok(())\n}',
    quiet:
      'static COUNT: AtomicU32 = AtomicU32::new(0);\nfn hit() {\n    COUNT.fetch_add(1, Ordering::Relaxed);\n}\nfn clean(path: &Path) -> io::Result<()> {\n    match fs::remove_file(path) {\n        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),\n        other => other,\n    }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  private int hits;\n  @GetMapping("/x")\n  String show() {\n    hits++; ⟵\n    return "x";\n  }\n  void register(String mail) {\n    User found = userRepository.findByMail(mail);\n    if (found != null) throw new Taken(mail);\n    userRepository.save(new User(mail)); ⟵\n  }\n  void pay(long id, int sum) {\n    Account account = accountRepository.findById(id);\n    account.setBalance(account.getBalance() - sum); ⟵\n    accountRepository.save(account);\n  }\n  void clean(Path p) throws IOException {\n    if (Files.exists(p)) {\n      Files.delete(p); ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  private final AtomicInteger hits = new AtomicInteger();\n  @GetMapping("/x")\n  String show() {\n    hits.incrementAndGet();\n    return "x";\n  }\n  @Transactional\n  void register(String mail) {\n    User found = userRepository.findByMail(mail);\n    if (found != null) throw new Taken(mail);\n    userRepository.save(new User(mail));\n  }\n  void clean(Path p) throws IOException {\n    Files.deleteIfExists(p);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A : Controller {\n  private static int hits;\n  [HttpGet]\n  public string Show() {\n    hits++; ⟵\n    return "x";\n  }\n  void Sum(List<int> list) {\n    int sum = 0;\n    Parallel.ForEach(list, n => { sum += n; }); ⟵\n  }\n  async Task Pay(int id, decimal amount) {\n    var account = await _context.Accounts.FindAsync(id);\n    account.Balance -= amount; ⟵\n    await _context.SaveChangesAsync();\n  }\n  void Clean(string path) {\n    if (!File.Exists(path)) {\n      File.Create(path); ⟵\n    }\n  }\n}',
    quiet:
      'class A : Controller {\n  private static int hits;\n  [HttpGet]\n  public string Show() {\n    Interlocked.Increment(ref hits);\n    return "x";\n  }\n  void Sum(List<int> list) {\n    int sum = 0;\n    Parallel.ForEach(list, n => { lock (gate) { sum += n; } });\n  }\n  async Task Pay(int id, decimal amount) {\n    using var tx = await _context.Database.BeginTransactionAsync();\n    var account = await _context.Accounts.FindAsync(id);\n    account.Balance -= amount;\n    await _context.SaveChangesAsync();\n  }\n  void Clean(string path) {\n    using var file = new FileStream(path, FileMode.CreateNew);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void count() {\n  int n = 0;\n  std::thread a([&] { n++; }); ⟵\n  a.join();\n  if (std::filesystem::exists(path)) {\n    std::filesystem::remove(path); ⟵\n  }\n}',
    quiet:
      'void count() {\n  std::atomic<int> n = 0;\n  std::thread a([&] { n++; });\n  std::thread b([&] { std::lock_guard<std::mutex> g(m); sum++; });\n  a.join();\n  b.join();\n  std::filesystem::remove(path);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def count(words)\n  n = 0\n  words.map { |word| Thread.new { n += 1 } }.each(&:join) ⟵\n  File.delete(path) if File.exist?(path) ⟵\n  user = User.find_by(mail: mail)\n  if user.nil?\n    User.create!(mail: mail) ⟵\n  end\nend',
    quiet:
      'def count(words)\n  n = 0\n  words.map { |word| Thread.new { mutex.synchronize { n += 1 } } }.each(&:join)\n  FileUtils.rm_f(path)\n  User.create_or_find_by!(mail: mail)\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction register($mail) {\n  $found = User::where("mail", $mail)->first();\n  if ($found) {\n    throw new Taken($mail);\n  }\n  User::create(["mail" => $mail]); ⟵\n  if (!file_exists($path)) {\n    file_put_contents($path, "x"); ⟵\n  }\n}\nfunction pay($id, $sum) {\n  $account = Account::find($id);\n  $account->balance -= $sum; ⟵\n  $account->save();\n}',
    quiet:
      '<?php\nfunction register($mail) {\n  User::firstOrCreate(["mail" => $mail]);\n  $file = fopen($path, "x");\n}\nfunction pay($id, $sum) {\n  Account::whereKey($id)->decrement("balance", $sum);\n}',
  },
  {
    languages: ['rust'],
    asks: 'pub async fn add_to(state: &State, order: &Order) -> Result<(), PriceError> {\n    let total = *state.total.lock().unwrap();\n    let price = price_of(order).await?;\n    *state.total.lock().unwrap() = total + price; ⟵\n    Ok(())\n}\nimpl Counter {\n    fn take(&self) -> u64 {\n        let ticket = self.next.load(Ordering::SeqCst);\n        self.next.store(ticket + 1, Ordering::SeqCst); ⟵\n        ticket\n    }\n}\n',
    quiet:
      'pub async fn add_to(state: &State, order: &Order) -> Result<(), PriceError> {\n    let price = price_of(order).await?;\n    *state.total.lock().unwrap() += price;\n    Ok(())\n}\nimpl Counter {\n    fn take(&self) -> u64 {\n        self.next.fetch_add(1, Ordering::SeqCst)\n    }\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\ntype Gateway struct {\n\tserved int\n}\n\nfunc (g *Gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n\tg.served++ ⟵\n\tg.backend.ServeHTTP(w, r)\n}\n',
    quiet:
      'package a\n\ntype Gateway struct {\n\tserved atomic.Int64\n}\n\nfunc (g *Gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n\tg.served.Add(1)\n\tg.backend.ServeHTTP(w, r)\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Registry {\n  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();\n  private final AtomicInteger count = new AtomicInteger();\n  Session of(String token) {\n    if (!sessions.containsKey(token)) {\n      sessions.put(token, create(token)); ⟵\n    }\n    count.set(count.get() + 1); ⟵\n    return sessions.get(token);\n  }\n}\n',
    quiet:
      'class Registry {\n  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();\n  private final AtomicInteger count = new AtomicInteger();\n  private final Map<String, Session> own = new HashMap<>();\n  Session of(String token) {\n    if (!own.containsKey(token)) {\n      own.put(token, create(token));\n    }\n    count.incrementAndGet();\n    return sessions.computeIfAbsent(token, this::create);\n  }\n}\n',
  },
  {
    languages: ['javascript', 'typescript', 'tsx'],
    asks: 'export async function hit(redis, key) {\n  const hits = Number((await redis.get(key)) ?? 0);\n  await redis.set(key, hits + 1); ⟵\n  return hits;\n}\n',
    quiet:
      'export async function hit(redis, key) {\n  const hits = await redis.incr(key);\n  await redis.set(`${key}:seen`, 1);\n  return hits;\n}\n',
  },
  {
    languages: ['tsx', 'javascript'],
    asks: 'export function Like({ post }) {\n  const [likes, setLikes] = useState(post.likes);\n  const like = async () => {\n    await send(post);\n    setLikes(likes + 1); ⟵\n  };\n  return <button onClick={like}>{likes}</button>;\n}\n',
    quiet:
      'export function Like({ post }) {\n  const [likes, setLikes] = useState(post.likes);\n  const like = async () => {\n    setLikes(likes + 1);\n    await send(post);\n    setLikes((current) => current + 1);\n  };\n  return <button onClick={like}>{likes}</button>;\n}\n',
  },
  {
    languages: ['typescript'],
    asks: 'class Registration {\n  async register(email: string): Promise<User> {\n    const existing = await this.users.findOne({ where: { email } });\n    if (existing !== null) {\n      throw new ConflictException();\n    }\n    return this.users.save({ email }); ⟵\n  }\n}\n',
    quiet:
      'class Registration {\n  async register(email: string): Promise<User> {\n    try {\n      return await this.users.insert({ email });\n    } catch (error) {\n      if (isUniqueViolation(error)) throw new ConflictException();\n      throw error;\n    }\n  }\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction count_up(string $key): int\n{\n    $count = Cache::get($key, 0);\n    Cache::put($key, $count + 1); ⟵\n    return $count;\n}\n',
    quiet: '<?php\nfunction count_up(string $key): int\n{\n    return Cache::increment($key);\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Cards\n  def redeem(code, amount)\n    card = GiftCard.find_by!(code: code)\n    return false if card.balance < amount\n\n    card.update!(balance: card.balance - amount) ⟵\n  end\nend\n',
    quiet:
      'class Cards\n  def redeem(code, amount)\n    card = GiftCard.find_by!(code: code)\n    return false if card.balance < amount\n\n    card.with_lock { card.withdraw!(amount) }\n  end\nend\n',
  },
  {
    languages: ['python'],
    asks: 'class Stock:\n    def reserve(self, sku, count):\n        product = Product.objects.get(sku=sku)\n        if product.stock < count:\n            raise OutOfStock(sku)\n        product.stock -= count ⟵\n        product.save()\n        return Reservation.objects.create(product=product)\n',
    quiet:
      'class Stock:\n    def reserve(self, sku, count):\n        updated = Product.objects.filter(sku=sku, stock__gte=count).update(stock=F("stock") - count)\n        if not updated:\n            raise OutOfStock(sku)\n        return Reservation.objects.create(sku=sku)\n',
  },
  {
    // What is written does not go by what was read; a wait in a branch that leaves.
    languages: ['typescript', 'javascript'],
    asks: 'class A {\n  async open() {\n    if (this.client === null) {\n      const found = await connect();\n      this.client = found; ⟵\n    }\n  }\n}\n',
    quiet:
      'class A {\n  async folder() {\n    if (this.place !== null) return this.place;\n    const place = `${base}/pdf`;\n    await make(place);\n    this.place = place;\n    return place;\n  }\n  async limit() {\n    if (this.limits !== 3 && (await ask())) {\n      this.limits = { size: 3 };\n    }\n  }\n  async receive() {\n    if (this.waiting !== null) throw new Error("twice");\n    if (this.isClosing) {\n      await this.close();\n      return;\n    }\n    this.waiting = start();\n  }\n}\n',
  },
  {
    // What happens then is written there.
    languages: ['python'],
    asks: 'def clean(path):\n    if os.path.exists(path):\n        os.remove(path) ⟵\n',
    quiet:
      'def make(path):\n    if not os.path.exists(path):\n        try:\n            os.makedirs(path)\n        except OSError:\n            fail(path)\n',
  },
  {
    // Started once, and waited for; an error that is handed on.
    languages: ['go'],
    asks: 'func count(all chan int) int {\n\tn := 0\n\tfor i := 0; i < 3; i++ {\n\t\tgo func() {\n\t\t\tn++ ⟵\n\t\t}()\n\t}\n\treturn n\n}',
    quiet:
      'func count(all chan int) int {\n\tn := 0\n\tdone := make(chan bool)\n\tgo func() {\n\t\tfor range all {\n\t\t\tn++\n\t\t}\n\t\tclose(done)\n\t}()\n\t<-done\n\treturn n\n}\n\nfunc move(from, to string) error {\n\tif _, err := os.Stat(from); err == nil {\n\t\tif err := os.Rename(from, to); err != nil {\n\t\t\treturn err\n\t\t}\n\t}\n\treturn nil\n}',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction reserve($id) {\n  $seat = Seat::findOrFail($id);\n  if ($seat->status !== 'free') {\n    return false;\n  }\n  $seat->status = 'reserved'; ⟵\n  $seat->save();\n}",
    quiet:
      "<?php\nfunction reserve($id) {\n  $count = Seat::where('id', $id)->where('status', 'free')->update(['status' => 'reserved']);\n  return $count === 1;\n}",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function Card({ id }) {\n  const [user, setUser] = useState();\n  useEffect(() => {\n    load(id).then(setUser); ⟵\n  }, [id]);\n  useEffect(() => {\n    (async () => {\n      setUser(await load(id)); ⟵\n    })();\n  }, [id]);\n}',
    quiet:
      'function Card({ id }) {\n  const [user, setUser] = useState();\n  useEffect(() => {\n    load(1).then(setUser);\n  }, []);\n  useEffect(() => {\n    let isStale = false;\n    load(id).then((one) => {\n      if (!isStale) setUser(one);\n    });\n    return () => {\n      isStale = true;\n    };\n  }, [id]);\n}',
  },
];
