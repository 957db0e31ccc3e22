import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const queryInLoopExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'async function totals(orders) {\n  for (const order of orders) {\n    const user = await db.query("select * from users where id = $1", [order.user]); ⟵\n    order.name = user.name;\n  }\n  const items = await Promise.all(orders.map((order) => prisma.item.findMany({ where: { order: order.id } }))); ⟵\n  for (const order of orders) {\n    order.owner = await getUser(order.owner); ⟵\n  }\n  return items;\n}',
    quiet:
      'async function totals(orders) {\n  const ids = orders.map((order) => order.user);\n  const users = await db.query("select * from users where id = any($1)", [ids]);\n  for (const order of orders) order.name = names.get(order.user);\n  for (let attempt = 0; attempt < 3; attempt++) {\n    const answer = await fetch(URL);\n    if (answer.ok) return answer;\n  }\n  for (const batch of chunks(orders)) await db.insertMany(batch);\n  return users;\n}',
  },
  {
    languages: ['python'],
    asks: 'def totals(ids):\n    for id in ids:\n        user = User.objects.get(id=id) ⟵\n        print(user.name)\n    for order in Order.objects.all():\n        print(order.customer.city) ⟵\n    return [session.get(f"/u/{id}") for id in ids] ⟵',
    quiet:
      'def totals(ids):\n    for user in User.objects.filter(id__in=ids):\n        print(user.name, user.created_at.year)\n    for order in Order.objects.select_related("customer"):\n        print(order.customer.city)',
  },
  {
    languages: ['go'],
    asks: 'func totals(orders []Order) {\n\tfor _, order := range orders {\n\t\tdb.QueryRow("select name from users where id = $1", order.User).Scan(&name) ⟵\n\t}\n\tfor rows.Next() {\n\t\tdb.Exec("update t set a = 1") ⟵\n\t}\n}',
    quiet:
      'func totals(ids []int) error {\n\trows, err := db.Query("select name from users where id = any($1)", ids)\n\tfor rows.Next() {\n\t\trows.Scan(&name)\n\t}\n\tfor i := 0; i < 3; i++ {\n\t\tdb.Exec("select 1")\n\t}\n\treturn err\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn totals(orders: &[Order], pool: &Pool) {\n    for order in orders {\n        let user = sqlx::query(SQL).bind(order.user).fetch_one(pool).await; ⟵\n    }\n}',
    quiet:
      'async fn totals(ids: &[i64], pool: &Pool) {\n    let users = sqlx::query(SQL).bind(ids).fetch_all(pool).await;\n    for user in users {\n        show(user);\n    }\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void totals(List<Order> orders) {\n    for (Order order : orders) {\n      User user = userRepository.findById(order.getUser()); ⟵\n    }\n    for (Order order : orderRepository.findAll()) {\n      count += order.getLines().size(); ⟵\n    }\n    orders.forEach(o -> restTemplate.getForObject(url + o.id(), User.class)); ⟵\n  }\n}',
    quiet:
      'class A {\n  void totals(List<Order> orders) {\n    List<User> users = userRepository.findAllById(ids(orders));\n    for (Order order : orderRepository.findAllWithLines()) {\n      count += order.getLines().size();\n    }\n    for (User user : users) show(user.getName().trim());\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task Totals(List<Order> orders) {\n    foreach (var order in orders) {\n      var user = await _context.Users.FirstOrDefaultAsync(u => u.Id == order.User); ⟵\n    }\n    foreach (var order in db.Orders.ToList()) {\n      Show(order.Customer.City); ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  async Task Totals(List<Order> orders) {\n    var users = await _context.Users.Where(u => ids.Contains(u.Id)).ToListAsync();\n    foreach (var order in db.Orders.Include(o => o.Customer).ToList()) {\n      Show(order.Customer.City);\n    }\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void totals(const std::vector<Order>& orders) {\n  for (const auto& order : orders) {\n    auto user = db.query("select name from users where id = ?", order.user); ⟵\n    show(user);\n  }\n}',
    quiet:
      'void totals(const std::vector<Order>& orders) {\n  auto users = db.query("select name from users where id in (?)", ids(orders));\n  for (const auto& user : users) {\n    show(user);\n  }\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def totals(orders)\n  orders.each do |order|\n    user = User.find(order.user_id) ⟵\n    puts user.name\n  end\n  Post.where(open: true).each { |post| puts post.author.city } ⟵\nend',
    quiet:
      'def totals(orders)\n  users = User.where(id: orders.map(&:user_id)).index_by(&:id)\n  orders.each { |order| puts users[order.user_id].name }\n  Post.includes(:author).where(open: true).each { |post| puts post.author.city }\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction totals($orders) {\n  foreach ($orders as $order) {\n    $user = User::find($order->user_id); ⟵\n    show($user);\n  }\n  foreach (Post::all() as $post) {\n    show($post->author->city); ⟵\n  }\n}',
    quiet:
      '<?php\nfunction totals($orders) {\n  $users = User::whereIn("id", $orders->pluck("user_id"))->get();\n  foreach (Post::with("author")->get() as $post) {\n    show($post->author->city);\n  }\n  foreach ($users as $user) show($user->name);\n}',
  },
  {
    // What the condition looks at becomes the next one.
    languages: ['typescript', 'tsx', 'javascript'],
    asks: "async function thread(message) {\n  let current = message;\n  while (current.parentId) {\n    current = await Message.findById(current.parentId); ⟵\n    show(current);\n  }\n}\nasync function countries(ids) {\n  for (const id of ids) {\n    show(await knex('users').where({ id }).first()); ⟵\n  }\n  for (const entry of entries) {\n    await db.select().from(users).where(eq(users.id, entry)); ⟵\n  }\n  for (const user of users) {\n    await user.save(); ⟵\n  }\n}",
    quiet:
      "async function thread(message) {\n  show(await Message.find({ threadId: message.threadId }));\n}\nasync function load(ids) {\n  show(await knex('users').whereIn('id', ids));\n  for (const id of ids) show(found.find(id), list.first());\n  let cursor = await db.query(first);\n  while (cursor.next) cursor = await db.query(cursor.next);\n}",
  },
  {
    languages: ['python'],
    asks: 'def ancestors(node):\n    while node.parent_id:\n        node = Node.objects.get(pk=node.parent_id) ⟵\n\ndef close(session, users, ids):\n    for user in users:\n        user.save() ⟵\n    for user in users:\n        session.add(user)\n        session.commit() ⟵\n    for i in ids:\n        show(table.get_item(Key={"id": i})) ⟵\n    return {i: db.session.query(User).filter_by(id=i).first() for i in ids} ⟵',
    quiet:
      'def close(session, users, ids):\n    for user in users:\n        session.add(user)\n    session.commit()\n    for n, user in enumerate(users):\n        session.add(user)\n        if n % 500 == 0:\n            session.commit()\n    for image in images:\n        image.save(path)\n    return db.session.query(User).filter(User.id.in_(ids)).all()',
  },
  {
    languages: ['go'],
    asks: 'func (s *Service) Fill(ctx context.Context, orders []Order) error {\n\tfor i := range orders {\n\t\tcustomer, err := s.customers.FindByID(ctx, orders[i].CustomerID) ⟵\n\t\tuse(customer, err)\n\t}\n\tfor _, key := range keys {\n\t\trdb.Get(ctx, key).Result() ⟵\n\t}\n\tfor _, id := range ids {\n\t\tcoll.FindOne(ctx, bson.M{"_id": id}).Decode(&user) ⟵\n\t}\n\treturn nil\n}',
    quiet:
      'func (s *Service) Fill(ctx context.Context, orders []Order) error {\n\tcustomers, err := s.customers.FindByIDs(ctx, idsOf(orders))\n\tfor i := range orders {\n\t\torders[i].Customer = customers.Find(orders[i].CustomerID)\n\t}\n\treturn err\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn rows(conn: &mut PgConnection, entries: &[Entry]) -> Vec<Row> {\n    entries\n        .iter()\n        .map(|entry| tracks::table.find(entry.id).first::<Track>(conn)) ⟵\n        .collect()\n}\nfn clear(conn: &mut PgConnection, ids: &[i32]) {\n    ids.iter().for_each(|id| {\n        diesel::delete(users.filter(key.eq(id))).execute(conn).unwrap(); ⟵\n    });\n}',
    quiet:
      'fn rows(conn: &mut PgConnection, entries: &[Entry]) -> Vec<Row> {\n    let ids: Vec<i64> = entries.iter().map(|entry| entry.id).collect();\n    tracks::table.filter(tracks::id.eq_any(ids)).load::<Track>(conn).unwrap()\n}\nfn first(rows: &[Row]) -> Vec<i32> {\n    rows.iter().map(|row| row.first(0)).collect()\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void set(Map<String, Long> prices, List<Order> orders, Iterator<Order> it) {\n    prices.forEach((sku, cents) ->\n        jdbc.update("INSERT INTO prices VALUES (?, ?)", sku, cents)); ⟵\n    for (Order order : orders) {\n      use(em.find(Customer.class, order.customerId())); ⟵\n    }\n    for (Order order : orders) {\n      use(customerService.findById(order.customerId())); ⟵\n    }\n    while (it.hasNext()) {\n      orderDao.insert(it.next()); ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  void set(Map<String, Long> prices, List<Order> orders, Iterator<Order> it) {\n    jdbc.batchUpdate("INSERT INTO prices VALUES (?, ?)", rows(prices));\n    use(customerService.findByIds(idsOf(orders)));\n    while (it.hasNext()) list.add(it.next());\n    orderDao.insertAll(list);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task Set(List<User> users, Node node) {\n    foreach (var user in users) {\n      _context.Users.Add(user);\n      await _context.SaveChangesAsync(); ⟵\n    }\n    while (node.ParentId != null) {\n      node = await _context.Nodes.FindAsync(node.ParentId); ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  async Task Set(List<User> users, Node node) {\n    foreach (var user in users) _context.Users.Add(user);\n    await _context.SaveChangesAsync();\n    while (node != null) node = node.Parent;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void save(const std::vector<Order>& orders) {\n  for (const auto& order : orders) {\n    sqlite3_bind_int(stmt, 1, order.id);\n    sqlite3_step(stmt); ⟵\n  }\n  for (const auto& order : orders) {\n    query.addBindValue(order.id);\n    query.exec(); ⟵\n  }\n  for (const auto& order : orders) {\n    use(customerRepository_.findById(order.customerId)); ⟵\n  }\n}',
    quiet:
      'void save(const std::vector<Order>& orders) {\n  for (const auto& order : orders) batch.add(order.id);\n  query.addBindValue(batch);\n  query.exec();\n  use(customerRepository_.findByIds(idsOf(orders)));\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class A\n  def fill(users, ids, node)\n    users.each { |user| user.update!(active: true) } ⟵\n    ids.each { |id| show(DB[:users].where(id: id).first) } ⟵\n    ids.each { |id| show(price_of(id)) } ⟵\n    while node.parent_id\n      node = Node.find(node.parent_id) ⟵\n    end\n  end\n  def price_of(id)\n    Price.find_by(sku: id)\n  end\nend',
    quiet:
      'class A\n  def fill(users, ids)\n    User.where(id: users).update_all(active: true)\n    prices = Price.where(sku: ids).index_by(&:sku)\n    ids.each { |id| show(price_of(prices, id)) }\n  end\n  def price_of(prices, id)\n    prices[id]\n  end\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction fill($em, $users, $ids, $node) {\n  foreach ($users as $user) {\n    $em->persist($user);\n    $em->flush(); ⟵\n  }\n  foreach ($users as $user) {\n    $user->save(); ⟵\n  }\n  foreach ($ids as $id) {\n    show($em->getRepository(User::class)->find($id)); ⟵\n  }\n  foreach ($ids as $id) {\n    show(file_get_contents("https://api.example.com/items/$id")); ⟵\n  }\n  while ($node->parent_id !== null) {\n    $node = Node::find($node->parent_id); ⟵\n  }\n}',
    quiet:
      '<?php\nfunction fill($em, $users, $ids) {\n  foreach ($users as $user) {\n    $em->persist($user);\n  }\n  $em->flush();\n  foreach ($ids as $id) {\n    show(file_get_contents("data/$id"));\n  }\n  show($em->getRepository(User::class)->findBy(["id" => $ids]));\n}',
  },
  {
    languages: ['javascript'],
    asks: 'export async function load(ids) {\n  for (const id of ids) {\n    await fetch(`/api/${id}`); ⟵\n  }\n}',
    quiet:
      "export async function load(assets, sql) {\n  for (const { url } of assets) {\n    await fetch(url);\n  }\n  for (const query of sql.split(';')) {\n    await sequelize.query(query);\n  }\n  return assets.map((asset) => {\n    const uri = FileUri.create(asset);\n    return uri;\n  });\n}",
  },
  {
    languages: ['ruby'],
    asks: 'def load(names)\n  names.each do |name|\n    User.where(name: name).first ⟵\n  end\nend',
    quiet:
      "def load(names)\n  names.each do |name|\n    File.basename(name).split('.').first\n  end\nend",
  },
];
