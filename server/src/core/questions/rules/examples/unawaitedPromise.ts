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
];
