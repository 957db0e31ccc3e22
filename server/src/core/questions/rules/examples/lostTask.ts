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
    languages: ['java'],
    asks: 'class A {\n  CompletableFuture<Void> send(Mail mail) {\n    return client.post(mail);\n  }\n  void all(List<Mail> mails) {\n    for (Mail mail : mails) send(mail); ⟵\n  }\n}',
    quiet:
      'class A {\n  CompletableFuture<Void> send(Mail mail) {\n    return client.post(mail);\n  }\n  void all(List<Mail> mails) {\n    for (Mail mail : mails) send(mail).join();\n  }\n}',
  },
];
