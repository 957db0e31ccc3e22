import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** What `unbounded-work` asks about, and what it does not. */
export const unboundedWorkExamples: readonly Example[] = [
  {
    languages: ECMASCRIPT,
    asks: 'async function poll(job) {\n  while (true) { ⟵\n    const status = await job.status();\n    if (status.done) return status;\n    await sleep(500);\n  }\n}\napp.get("/page", async (req, res) => {\n  const page = fs.readFileSync("page.html"); ⟵\n  const rows = await db.query("SELECT * FROM orders"); ⟵\n  const users = await prisma.user.findMany(); ⟵\n  res.json({ page, rows, users });\n});',
    quiet:
      'async function poll(job) {\n  for (let attempt = 0; attempt < 9; attempt++) {\n    const status = await job.status();\n    if (status.done) return status;\n    await sleep(500);\n  }\n}\napp.get("/page", async (req, res) => {\n  const rows = await db.query("SELECT * FROM orders LIMIT 50");\n  const users = await prisma.user.findMany({ take: 50 });\n  res.json({ rows, users });\n});\nfunction load() {\n  return fs.readFileSync("page.html");\n}',
  },
  {
    languages: ['python'],
    asks: 'def poll(job):\n    while True: ⟵\n        status = job.status()\n        if status.done:\n            return status\n        time.sleep(1)\n\nasync def page():\n    time.sleep(1) ⟵\n\ndef orders(request):\n    return JsonResponse(list(Order.objects.all())) ⟵',
    quiet:
      'def poll(job):\n    for attempt in range(9):\n        status = job.status()\n        if status.done:\n            return status\n        time.sleep(1)\n\nasync def page():\n    await asyncio.sleep(1)\n\ndef orders(request):\n    return JsonResponse(list(Order.objects.all()[:50]))',
  },
  {
    languages: ['go'],
    asks: 'func poll(job Job) Status {\n\tfor { ⟵\n\t\tstatus := job.Status()\n\t\tif status.Ready {\n\t\t\treturn status\n\t\t}\n\t\ttime.Sleep(time.Second)\n\t}\n}\n\nfunc save(w http.ResponseWriter, r *http.Request) {\n\tbody, err := io.ReadAll(r.Body) ⟵\n\trows, err := db.Query("SELECT * FROM orders") ⟵\n}',
    quiet:
      'func poll(ctx context.Context, job Job) Status {\n\tfor ctx.Err() == nil {\n\t\ttime.Sleep(time.Second)\n\t}\n\treturn job.Status()\n}\n\nfunc save(w http.ResponseWriter, r *http.Request) {\n\tbody, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))\n\trows, err := db.Query("SELECT * FROM orders LIMIT 50")\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn poll(job: &Job) -> Status {\n  loop { ⟵\n    let status = job.status();\n    if status.done { return status; }\n    thread::sleep(PAUSE);\n  }\n}',
    quiet:
      'fn poll(job: &Job) -> Option<Status> {\n  for _ in 0..9 {\n    let status = job.status();\n    if status.done { return Some(status); }\n    thread::sleep(PAUSE);\n  }\n  None\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  Status poll(Job job) throws Exception {\n    while (true) { ⟵\n      Status status = job.status();\n      if (status.isReady()) return status;\n      Thread.sleep(500);\n    }\n  }\n\n  @GetMapping("/orders")\n  List<Order> orders() {\n    return orderRepository.findAll(); ⟵\n  }\n}',
    quiet:
      'class A {\n  Status poll(Job job) throws Exception {\n    for (int i = 0; i < 9; i++) {\n      Status status = job.status();\n      if (status.isReady()) return status;\n      Thread.sleep(500);\n    }\n    throw new Late();\n  }\n\n  @GetMapping("/orders")\n  Page<Order> orders(Pageable page) {\n    return orderRepository.findAll(page);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task<Status> Poll(Job job) {\n    while (true) { ⟵\n      var status = await job.Status();\n      if (status.Ready) return status;\n      await Task.Delay(500);\n    }\n  }\n}',
    quiet:
      'class A {\n  async Task<Status> Poll(Job job) {\n    for (var i = 0; i < 9; i++) {\n      var status = await job.Status();\n      if (status.Ready) return status;\n      await Task.Delay(500);\n    }\n    throw new Late();\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'Status poll(Job& job) {\n  while (true) { ⟵\n    Status status = job.status();\n    if (status.ready) return status;\n    std::this_thread::sleep_for(PAUSE);\n  }\n}',
    quiet:
      'Status poll(Job& job) {\n  for (int i = 0; i < 9; i++) {\n    Status status = job.status();\n    if (status.ready) return status;\n    std::this_thread::sleep_for(PAUSE);\n  }\n  throw Late();\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def poll(job)\n  while true ⟵\n    status = job.status\n    return status if status.done\n    sleep 1\n  end\nend\n\ndef index\n  render json: Order.all ⟵\nend',
    quiet:
      'def poll(job)\n  9.times do\n    status = job.status\n    return status if status.done\n    sleep 1\n  end\nend\n\ndef index\n  render json: Order.limit(50)\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction poll($job) {\n  while (true) { ⟵\n    $status = $job->status();\n    if ($status->done) return $status;\n    sleep(1);\n  }\n}\nfunction index(Request $request) {\n  return Order::all(); ⟵\n}',
    quiet:
      '<?php\nfunction poll($job) {\n  for ($i = 0; $i < 9; $i++) {\n    $status = $job->status();\n    if ($status->done) return $status;\n    sleep(1);\n  }\n}\nfunction index(Request $request) {\n  return Order::paginate(50);\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn wait() {\n    std::thread::sleep(PAUSE); ⟵\n}',
    quiet: 'async fn wait() {\n    tokio::time::sleep(PAUSE).await;\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task Wait() {\n    Thread.Sleep(100); ⟵\n  }\n}',
    quiet: 'class A {\n  async Task Wait() {\n    await Task.Delay(100);\n  }\n}',
  },
];
