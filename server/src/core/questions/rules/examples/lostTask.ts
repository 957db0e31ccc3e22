import type { Example } from '../../rule.ts';

export const lostTaskExamples: readonly Example[] = [
  {
    languages: ['csharp'],
    asks: 'class A {\n  public async void Save(User user) { ⟵\n    await store.SaveAsync(user);\n  }\n  public User Load(int id) {\n    var user = store.FindAsync(id).Result; ⟵\n    Mail(user).ContinueWith(t => t);\n    store.SaveAsync(user).Wait(); ⟵\n    Task.Run(() => Sync(user)); ⟵\n    return store.LoadAsync(id).GetAwaiter().GetResult(); ⟵\n  }\n}',
    quiet:
      'class A {\n  public async Task Save(User user) {\n    await store.SaveAsync(user);\n  }\n  private async void OnClick(object sender, EventArgs e) {\n    await store.SaveAsync(user);\n  }\n  public async Task<User> Load(int id) {\n    var user = await store.FindAsync(id);\n    var first = store.FindAsync(1);\n    await Task.WhenAll(first);\n    Show(first.Result, answer.Result);\n    await Task.Run(() => Sync(user));\n    return await store.LoadAsync(id);\n  }\n}',
  },
  {
    languages: ['go'],
    asks: 'func save(u User) error { return db.Create(u) }\nfunc Register(u User) {\n\tgo func() { ⟵\n\t\tsave(u)\n\t\tmail(u)\n\t}()\n\tgo save(u) ⟵\n\tgo http.ListenAndServe(":80", nil) ⟵\n}',
    quiet:
      'func save(u User) error { return db.Create(u) }\nfunc Register(ctx context.Context, u User) error {\n\tvar wg sync.WaitGroup\n\twg.Add(1)\n\terrs := make(chan error, 1)\n\tgo func() {\n\t\tdefer wg.Done()\n\t\tsave(u)\n\t}()\n\tgo func() { errs <- save(u) }()\n\tgo watch(ctx, u)\n\twg.Wait()\n\treturn <-errs\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void run(User user) {\n    executor.submit(() -> store.save(user)); ⟵\n    CompletableFuture.runAsync(() -> store.save(user)); ⟵\n    CompletableFuture.supplyAsync(() -> load(1)).thenAccept(this::show); ⟵\n  }\n}',
    quiet:
      'class A {\n  void run(User user) throws Exception {\n    Future<?> done = executor.submit(() -> store.save(user));\n    done.get();\n    executor.execute(() -> store.save(user));\n    CompletableFuture.runAsync(() -> store.save(user)).exceptionally(this::report);\n    executor.submit(() -> {\n      try { store.save(user); } catch (RuntimeException e) { log.error("x", e); }\n    });\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'async def run(user):\n    asyncio.create_task(save(user)) ⟵\n    asyncio.ensure_future(mail(user)) ⟵\n    executor.submit(sync, user) ⟵',
    quiet:
      'async def run(user):\n    task = asyncio.create_task(save(user))\n    tasks.add(asyncio.ensure_future(mail(user)))\n    future = executor.submit(sync, user)\n    await task\n    future.result()\n    async with asyncio.TaskGroup() as group:\n        group.create_task(save(user))',
  },
  {
    languages: ['rust'],
    asks: 'async fn run(user: User) {\n    tokio::spawn(async move { ⟵\n        save(user).await.unwrap();\n    });\n    let _ = tokio::spawn(save(other)); ⟵\n    std::thread::spawn(move || sync(user)); ⟵\n}',
    quiet:
      'async fn run(user: User) -> Result<(), Error> {\n    let task = tokio::spawn(save(other));\n    tokio::spawn(async move {\n        if let Err(error) = save(user).await {\n            tracing::error!(%error, "save");\n        }\n    });\n    task.await??;\n    std::thread::spawn(move || sync(user)).join().unwrap();\n    Ok(())\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void run(User user) {\n  std::async(std::launch::async, save, user); ⟵\n  std::thread worker(save, user);\n  worker.detach(); ⟵\n  std::thread([&] { save(user); }).detach(); ⟵\n}',
    quiet:
      'void run(User user) {\n  auto done = std::async(std::launch::async, save, user);\n  done.get();\n  std::thread worker(save, user);\n  worker.join();\n  node.detach(child);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def run(user)\n  Thread.new { save(user) } ⟵\n  true\nend',
    quiet:
      'def run(user)\n  worker = Thread.new { save(user) }\n  Thread.new do\n    save(user)\n  rescue StandardError => e\n    logger.error(e)\n  end\n  threads << Thread.new { mail(user) }\n  worker.value\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction run($id) {\n  exec("php worker.php " . escapeshellarg($id) . " > /dev/null 2>&1 &"); ⟵\n}',
    quiet:
      '<?php\nfunction run($id) {\n  exec("php worker.php " . escapeshellarg($id), $out, $code);\n  if ($code !== 0) throw new WorkerError($id);\n}',
  },
  {
    // Somebody waits for the answer of these functions, and takes it for the whole.
    languages: ['go'],
    asks: 'func (h *Signup) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n\tgo func() { ⟵\n\t\th.mailer.Welcome(r.FormValue("email"))\n\t}()\n\tgo h.crm.Push(r.Context(), user) ⟵\n\tw.WriteHeader(201)\n}\nfunc (s *Server) Create(ctx context.Context, u *User) error {\n\tgo s.cache.Forget(u.ID) ⟵\n\treturn nil\n}\nfunc Warm(items []Item) {\n\tfor _, item := range items {\n\t\tgo resizeItem(item) ⟵\n\t}\n}',
    quiet:
      'func (h *Signup) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n\tif err := h.mailer.Welcome(r.FormValue("email")); err != nil {\n\t\thttp.Error(w, "x", 500)\n\t\treturn\n\t}\n\tw.WriteHeader(201)\n}\nfunc (s *Server) Start(ctx context.Context) error {\n\tgo s.loop(ctx)\n\treturn nil\n}\nfunc Warm(items []Item) {\n\tvar wg sync.WaitGroup\n\tfor _, item := range items {\n\t\twg.Add(1)\n\t\tgo func() {\n\t\t\tdefer wg.Done()\n\t\t\tresizeItem(item)\n\t\t}()\n\t}\n\twg.Wait()\n}',
  },
  {
    // Nobody takes what is sent, or stops what sleeps and works.
    languages: ['go'],
    asks: 'func load(url string) (string, error) {\n\tch := make(chan string)\n\tgo func() { ⟵\n\t\tch <- slow(url)\n\t}()\n\tselect {\n\tcase v := <-ch:\n\t\treturn v, nil\n\tcase <-time.After(time.Second):\n\t\treturn "", errLate\n\t}\n}\nfunc (c *Cache) Start() {\n\tgo func() { ⟵\n\t\tfor {\n\t\t\ttime.Sleep(time.Minute)\n\t\t\tc.evict()\n\t\t}\n\t}()\n}\nfunc total(parts []Part) int {\n\tsum := 0\n\tfor _, part := range parts {\n\t\tgo func() { ⟵\n\t\t\tsum += size(part)\n\t\t}()\n\t}\n\treturn sum\n}',
    quiet:
      'func load(url string) (string, error) {\n\tch := make(chan string, 1)\n\tgo func() {\n\t\tch <- slow(url)\n\t}()\n\tselect {\n\tcase v := <-ch:\n\t\treturn v, nil\n\tcase <-time.After(time.Second):\n\t\treturn "", errLate\n\t}\n}\nfunc (c *Cache) Start(ctx context.Context) {\n\tgo func() {\n\t\tfor {\n\t\t\tselect {\n\t\t\tcase <-ctx.Done():\n\t\t\t\treturn\n\t\t\tcase <-c.tick:\n\t\t\t\tc.evict()\n\t\t\t}\n\t\t}\n\t}()\n}\nfunc total(parts []Part) int {\n\tsum := 0\n\tfor _, part := range parts {\n\t\tsum += size(part)\n\t}\n\treturn sum\n}',
  },
  {
    // Threads, futures in variables that nobody asks, messages, subscribers.
    languages: ['java'],
    asks: 'class A {\n  void place(Order order) {\n    new Thread(() -> mailer.send(order)).start(); ⟵\n    Thread.startVirtualThread(() -> mailer.send(order)); ⟵\n    Thread worker = new Thread(() -> index(order));\n    worker.setDaemon(true);\n    worker.start(); ⟵\n    this.background.submit(() -> index(order)); ⟵\n    kafkaTemplate.send("orders", order); ⟵\n    repository.save(order).subscribe(); ⟵\n  }\n}',
    quiet:
      'class A {\n  void place(Order order) throws Exception {\n    Thread worker = new Thread(() -> index(order));\n    worker.start();\n    worker.join();\n  }\n  Mono<Order> save(Order order) {\n    kafkaTemplate.send("orders", order).whenComplete((sent, e) -> report(e));\n    repository.save(order).subscribe(saved -> show(saved), e -> report(e));\n    form.submit(order);\n    return repository.save(order);\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'def place(order):\n    threading.Thread(target=send, args=(order,)).start() ⟵\n    worker = Thread(target=index, daemon=True)\n    worker.start() ⟵\n    subprocess.Popen(["convert", order.path]) ⟵\n    log(os.path.join("a", order.path))\n\nasync def load(order):\n    task = asyncio.create_task(send(order)) ⟵\n    await store.save(order)',
    quiet:
      'def place(order):\n    worker = Thread(target=index)\n    worker.start()\n    worker.join()\n    process = subprocess.Popen(["convert", order.path])\n    process.wait()\n\nasync def load(order):\n    task = asyncio.create_task(send(order))\n    await store.save(order)\n    await task',
  },
  {
    languages: ['rust'],
    asks: 'async fn place(order: Order) {\n    tokio::spawn(async move { ⟵\n        send(order).await;\n    });\n    let _handle = tokio::spawn(save(other)); ⟵\n    thread::Builder::new().spawn(move || index(other)).unwrap(); ⟵\n    rayon::spawn(move || index(other)); ⟵\n}',
    quiet:
      'async fn place(order: Order) -> Result<(), Error> {\n    let handle = tokio::spawn(save(other));\n    handle.await??;\n    tokio::spawn(async move {\n        let _ = done_tx.send(load(order).await);\n    });\n    let index = thread::Builder::new().spawn(move || index(other)).unwrap();\n    index.join().unwrap();\n    Ok(())\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void Place(Order order) {\n    new Thread(() => mailer.Send(order)).Start(); ⟵\n    Task.Run(async () => await mailer.SendAsync(order)); ⟵\n    Action save = async () => await store.SaveAsync(order); ⟵\n    Task.WaitAll(others); ⟵\n  }\n  Task<User> Find(int id) => store.FindAsync(id);\n  User Load(int id) {\n    return Find(id).Result; ⟵\n  }\n}',
    quiet:
      'class A {\n  async Task Place(Order order) {\n    var worker = new Thread(() => mailer.Send(order));\n    worker.Start();\n    worker.Join();\n    Func<Task> save = async () => await store.SaveAsync(order);\n    await Task.WhenAll(others);\n  }\n  Task<User> Find(int id) => store.FindAsync(id);\n  async Task<User> Load(int id) {\n    return await Find(id);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void A::start() {\n  worker_ = std::thread([this] { loop(); });\n  worker_.detach(); ⟵\n  auto other = std::make_unique<std::thread>(work);\n  other->detach(); ⟵\n  auto size = std::async(std::launch::async, count); ⟵\n  pool_.submit([this] { load(); }); ⟵\n  QtConcurrent::run([this] { load(); }); ⟵\n}',
    quiet:
      'void A::start() {\n  worker_ = std::thread([this] { loop(); });\n  auto size = std::async(std::launch::async, count);\n  show(size.get());\n  auto loaded = pool_.submit([this] { load(); });\n  loaded.wait();\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class Orders\n  def place(order)\n    fork { index(order) } ⟵\n    spawn("convert a b") ⟵\n    system("convert a b &") ⟵\n    Thread.new { index(order) } ⟵\n  end\nend',
    quiet:
      'class Orders\n  def place(order)\n    system("convert a b", exception: true)\n    IndexJob.perform_later(order.id)\n  end\n  def start_worker\n    Thread.new { loop_over(jobs) }\n  end\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nclass A {\n  public function place($order) {\n    Coroutine::create(function () use ($order) { ⟵\n      $this->reserve($order);\n    });\n    $process = new Process(["convert", $order->path]);\n    $process->start(); ⟵\n    pclose(popen("php worker.php &", "r")); ⟵\n  }\n}',
    quiet:
      '<?php\nclass A {\n  public function place($order) {\n    $this->reserve($order);\n    $process = new Process(["convert", $order->path]);\n    $process->start();\n    $process->wait();\n    exec("php worker.php", $lines, $code);\n  }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  CompletableFuture<Void> send(Mail mail) {\n    return client.post(mail);\n  }\n  void all(List<Mail> mails) {\n    for (Mail mail : mails) send(mail); ⟵\n  }\n}',
    quiet:
      'class A {\n  CompletableFuture<Void> send(Mail mail) {\n    return client.post(mail);\n  }\n  void all(List<Mail> mails) {\n    for (Mail mail : mails) send(mail).join();\n  }\n}',
  },
  {
    languages: ['rust'],
    asks: `fn load() {
    std::thread::spawn(move || { read().unwrap(); }); ⟵
    go();
}`,
    quiet: `#[cfg(test)]
mod tests {
    #[test]
    fn load() {
        std::thread::spawn(move || { read().unwrap(); });
        go();
    }
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  void run() {
    Thread thread = new Thread(this);
    thread.start(); ⟵
  }
}`,
    quiet: `class A {
  private Thread thread;
  void run() {
    thread = new Thread(this);
    thread.start();
  }
}`,
  },
  {
    languages: ['cpp'],
    asks: 'void close(Telemetry& telemetry) {\n  socket.shutdown();\n  static_cast<void>(std::async(std::launch::async, flush)); ⟵\n}',
    quiet:
      'void close(Telemetry& telemetry) {\n  socket.shutdown();\n  auto flushed = std::async(std::launch::async, flush);\n  flushed.get();\n}',
  },
];
