import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const unawaitedPromiseExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'async function save(user) {\n  await store(user);\n}\nasync function register(user) {\n  save(user); ⟵\n  users.forEach(async (one) => { ⟵\n    await mail(one);\n  });\n  fetch("/ping"); ⟵\n  fetch("/log").then(show); ⟵\n  return true;\n}',
    quiet:
      'async function save(user) {\n  await store(user);\n}\nasync function register(user) {\n  await save(user);\n  await Promise.all(users.map(async (one) => {\n    await mail(one);\n  }));\n  void fetch("/ping");\n  fetch("/log").then(show).catch(report);\n  for (const one of users) await mail(one);\n  return save(user);\n}\nsave(first);',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'async function isAllowed(user) {\n  return (await roles(user)).length > 0;\n}\nasync function load(id) {\n  return await db.find(id);\n}\nasync function open(user) {\n  if (isAllowed(user)) { ⟵\n    grant(user);\n  }\n  const found = load(user.id); ⟵\n  show(found.name);\n  const good = users.filter(async (one) => await check(one)); ⟵\n  try {\n    return load(user.id); ⟵\n  } catch (error) {\n    return new Promise(async (done) => done(await load(1))); ⟵\n  }\n}',
    quiet:
      'async function isAllowed(user) {\n  return (await roles(user)).length > 0;\n}\nasync function load(id) {\n  return await db.find(id);\n}\nasync function open(user) {\n  if (await isAllowed(user)) {\n    grant(user);\n  }\n  const found = load(user.id);\n  show((await found).name);\n  const good = users.filter((one) => check(one));\n  try {\n    return await load(user.id);\n  } catch (error) {\n    return load(1);\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'import asyncio\n\nasync def save(user):\n    await store(user)\n\nclass A:\n    async def load(self, id):\n        return await db.get(id)\n\n    async def run(self, user):\n        save(user) ⟵\n        asyncio.sleep(1) ⟵\n        found = self.load(user.id) ⟵\n        if self.load(1): ⟵\n            print(found.name)',
    quiet:
      'import asyncio\n\nasync def save(user):\n    await store(user)\n\nclass A:\n    async def load(self, id):\n        return await db.get(id)\n\n    async def run(self, user):\n        await save(user)\n        await asyncio.sleep(1)\n        task = asyncio.create_task(save(user))\n        found = await self.load(user.id)\n        if await self.load(1):\n            print(found.name)\n        await asyncio.gather(save(user), task)',
  },
  {
    languages: ['rust'],
    asks: 'async fn save(user: User) -> Result<(), Error> {\n    store(user).await\n}\nasync fn run(user: User) {\n    save(user); ⟵\n    tokio::time::sleep(PAUSE); ⟵\n    let _ = save(other); ⟵\n}',
    quiet:
      'async fn save(user: User) -> Result<(), Error> {\n    store(user).await\n}\nasync fn run(user: User) -> Result<(), Error> {\n    save(user).await?;\n    tokio::time::sleep(PAUSE).await;\n    let later = save(other);\n    later.await\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  public async Task Register(User user) {\n    store.SaveAsync(user); ⟵\n    Task.Delay(100); ⟵\n    users.ForEach(async u => await MailAsync(u)); ⟵\n  }\n  public Task<string> Read() {\n    using var stream = Open();\n    using (var reader = new StreamReader(stream)) {\n      return reader.ReadToEndAsync(); ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  public async Task Register(User user) {\n    await store.SaveAsync(user);\n    await Task.Delay(100).ConfigureAwait(false);\n    foreach (var u in users) await MailAsync(u);\n    _ = store.SaveAsync(user);\n  }\n  public async Task<string> Read() {\n    using (var reader = new StreamReader(stream)) {\n      return await reader.ReadToEndAsync();\n    }\n  }\n  public Task Later() { return store.SaveAsync(first); }\n}',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction ping($client) {\n  $client->postAsync("/ping"); ⟵\n}',
    quiet:
      '<?php\nfunction ping($client) {\n  $promise = $client->postAsync("/ping");\n  $client->getAsync("/x")->wait();\n  return $promise->wait();\n}',
  },
  {
    // Functions that stand beside, or around, the one at hand; types that the file declares.
    languages: ['tsx', 'typescript'],
    asks: "interface Mailer {\n  send(to: string): Promise<void>;\n  count(): number;\n}\nfunction useForm(mailer: Mailer) {\n  const submit = async () => {\n    await api.post('/x');\n  };\n  const remove = useCallback(async () => {\n    await api.post('/y');\n  }, []);\n  mailer.send('x'); ⟵\n  mailer.count();\n  useEffect(() => {\n    submit(); ⟵\n  }, []);\n  useEffect(async () => { ⟵\n    await load();\n  }, []);\n  const onClick = () => {\n    try {\n      submit(); ⟵\n      remove(); ⟵\n    } catch (error) {\n      show(error);\n    }\n    close();\n  };\n  return onClick;\n}",
    quiet:
      "interface Mailer {\n  send(to: string): Promise<void>;\n}\nasync function useForm(mailer: Mailer) {\n  await mailer.send('x');\n  const submit = async () => {\n    await api.post('/x');\n  };\n  const show = (error: unknown) => {\n    setError(error);\n  };\n  useEffect(() => {\n    submit().catch(show);\n  }, []);\n  const onClick = async () => {\n    try {\n      await submit();\n    } catch (error) {\n      show(error);\n    }\n  };\n  return onClick;\n}",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: "async function isAllowed(user) {\n  return (await load(user)).ok;\n}\nasync function run(user, items) {\n  const ok = isAllowed(user); ⟵\n  if (!ok) throw new Error('no');\n  const { name } = isAllowed(user); ⟵\n  const [first, second] = Promise.all(items); ⟵\n  items.forEach((item) => isAllowed(item)); ⟵\n  name ? isAllowed(first) : show(second); ⟵\n  const found = await User.findOne({ name });\n  found.save(); ⟵\n}",
    quiet:
      "async function isAllowed(user) {\n  return (await load(user)).ok;\n}\nasync function run(user, items) {\n  const ok = await isAllowed(user);\n  if (!ok) throw new Error('no');\n  const [first, second] = await Promise.all(items);\n  items.forEach((item) => show(item, first, second));\n  const found = await User.findOne({ name });\n  await found.save();\n  context.save();\n}",
  },
  {
    languages: ['python'],
    asks: 'async def save(x):\n    await db.put(x)\n\nasync def run(items):\n    [save(x) for x in items] ⟵\n\ndef make():\n    async def close():\n        await db.close()\n    def stop():\n        close() ⟵\n    return stop',
    quiet:
      'async def save(x):\n    await db.put(x)\n\nasync def run(items):\n    await asyncio.gather(*[save(x) for x in items])\n\ndef make():\n    async def close():\n        await db.close()\n    async def stop():\n        await close()\n    return stop',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  Task Write(int x) {\n    using var stream = Open();\n    return stream.WriteAsync(x); ⟵\n  }\n}',
    quiet:
      'class A {\n  async Task Write(int x) {\n    using var stream = Open();\n    await stream.WriteAsync(x);\n  }\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn save(x: i32) -> Result<(), Error> {\n    put(x).await\n}\nasync fn run(x: i32) {\n    let _saved = save(x); ⟵\n}',
    quiet:
      'async fn save(x: i32) -> Result<(), Error> {\n    put(x).await\n}\nasync fn run(x: i32) {\n    let _saved = save(x).await;\n}',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction load($client) {\n  $promise = $client->getAsync("/x"); ⟵\n  $client->postAsync("/y")->then(fn ($answer) => show($answer)); ⟵\n}',
    quiet:
      '<?php\nfunction load($client) {\n  $promise = $client->getAsync("/x");\n  $client->postAsync("/y")->then(fn ($answer) => show($answer))->wait();\n  return $promise->wait();\n}',
  },
  {
    languages: ['csharp'],
    asks: `class A {
  async Task ShowAsync() { await Load(); }
  async Task Run() {
    ShowAsync(); ⟵
    Log();
  }
}`,
    quiet: `class A {
  void ShowAsync() { Load(); }
  async Task Run() {
    ShowAsync();
    await Log();
  }
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `async function stop() { await end(); }
async function exit() {
  stop(); ⟵
  kill();
}`,
    quiet: `async function stop() { await end(); }
async function exit() {
  // Deliberate fire-and-forget: the process ends
  // whatever becomes of it.
  stop();
  kill();
}`,
  },
];
