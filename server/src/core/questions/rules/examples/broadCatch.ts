import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const broadCatchExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function place(order) {\n  try {\n    const user = users.get(order.user);\n    const items = order.items.map(price);\n    const sum = add(items);\n    const tax = sum * RATE;\n    const total = sum + tax;\n    stock.take(items);\n    invoices.write(user, total);\n    mails.send(user.mail, total);\n    metrics.count("order");\n    log.info("placed");\n    return total;\n  } catch (error) { ⟵\n    log.error("mail failed");\n    return order.total;\n  }\n}',
    quiet:
      'function place(order) {\n  const user = users.get(order.user);\n  const items = order.items.map(price);\n  const sum = add(items);\n  const tax = sum * RATE;\n  const total = sum + tax;\n  stock.take(items);\n  invoices.write(user, total);\n  try {\n    mails.send(user.mail, total);\n  } catch (error) {\n    log.error("mail failed", error);\n    return order.total;\n  }\n  return total;\n}',
  },
  {
    languages: ['python'],
    asks: 'def place(order):\n    try:\n        user = users[order.user]\n        total = sum(price(i) for i in order.items)\n        stock.take(order.items)\n        charge(user, total)\n    except Exception as error: ⟵\n        log.error("charge failed: %s", error)\n        return order.pending()\n    try:\n        stock.take(order.items)\n        charge(user, total)\n    except: ⟵\n        log.error("charge failed")\n        return order.pending()',
    quiet:
      'def place(order):\n    user = users[order.user]\n    total = sum(price(i) for i in order.items)\n    stock.take(order.items)\n    try:\n        charge(user, total)\n    except ChargeError as error:\n        log.error("charge failed: %s", error)\n        return order.pending()\n    try:\n        a(user)\n        b(user)\n        c(user)\n        d(user)\n    except Exception as error:\n        raise OrderError(order) from error',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  Order place(Order order) {\n    try {\n      User user = users.get(order.user);\n      int total = sum(order.items);\n      stock.take(order.items);\n      bank.charge(user, total);\n    } catch (Exception e) { ⟵\n      log.error("charge failed", e);\n      return order.pending();\n    }\n    return order;\n  }\n}',
    quiet:
      'class A {\n  Order place(Order order) {\n    try {\n      User user = users.get(order.user);\n      int total = sum(order.items);\n      stock.take(order.items);\n      bank.charge(user, total);\n    } catch (ChargeException e) {\n      log.error("charge failed", e);\n      return order.pending();\n    }\n    return order;\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  Order Place(Order order) {\n    try {\n      var user = users.Get(order.User);\n      var total = Sum(order.Items);\n      stock.Take(order.Items);\n      bank.Charge(user, total);\n    }\n    catch (Exception e) ⟵\n    {\n      log.Error("charge failed", e);\n      return order.Pending();\n    }\n    return order;\n  }\n}',
    quiet:
      'class A {\n  Order Place(Order order) {\n    try {\n      var user = users.Get(order.User);\n      var total = Sum(order.Items);\n      stock.Take(order.Items);\n      bank.Charge(user, total);\n    }\n    catch (ChargeException e)\n    {\n      log.Error("charge failed", e);\n      return order.Pending();\n    }\n    catch (Exception e) when (e is TimeoutException)\n    {\n      return order.Pending();\n    }\n    return order;\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'Order place(Order order) {\n  try {\n    auto user = users.get(order.user);\n    auto total = sum(order.items);\n    stock.take(order.items);\n    bank.charge(user, total);\n  } catch (const std::exception& e) { ⟵\n    spdlog::error("charge failed {}", e.what());\n    return order.pending();\n  }\n  return order;\n}',
    quiet:
      'Order place(Order order) {\n  try {\n    auto user = users.get(order.user);\n    auto total = sum(order.items);\n    stock.take(order.items);\n    bank.charge(user, total);\n  } catch (const ChargeError& e) {\n    spdlog::error("charge failed {}", e.what());\n    return order.pending();\n  }\n  return order;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def place(order)\n  user = users[order.user]\n  total = sum(order.items)\n  stock.take(order.items)\n  bank.charge(user, total)\nrescue => e ⟵\n  logger.error(e.message)\n  order.pending(total)\nend',
    quiet:
      'def place(order)\n  user = users[order.user]\n  total = sum(order.items)\n  stock.take(order.items)\n  bank.charge(user, total)\nrescue ChargeError => e\n  logger.error(e.message)\n  order.pending(total)\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction place($order) {\n  try {\n    $user = $this->users->get($order->user);\n    $total = sum($order->items);\n    $this->stock->take($order->items);\n    $this->bank->charge($user, $total);\n  } catch (\\Exception $e) { ⟵\n    $this->logger->error("charge failed");\n    return $order->pending();\n  }\n}',
    quiet:
      '<?php\nfunction place($order) {\n  try {\n    $user = $this->users->get($order->user);\n    $total = sum($order->items);\n    $this->stock->take($order->items);\n    $this->bank->charge($user, $total);\n  } catch (ChargeException $e) {\n    $this->logger->error("charge failed");\n    return $order->pending();\n  }\n}',
  },
  {
    languages: ['go'],
    asks: 'func place(order Order) (err error) {\n\tdefer func() {\n\t\tif r := recover(); r != nil { ⟵\n\t\t\terr = fmt.Errorf("charge failed: %v", r)\n\t\t}\n\t}()\n\treturn charge(order)\n}',
    quiet:
      'func place(order Order) (err error) {\n\tdefer func() {\n\t\tif r := recover(); r != nil {\n\t\t\tfailed, ok := r.(chargeError)\n\t\t\tif !ok {\n\t\t\t\tpanic(r)\n\t\t\t}\n\t\t\terr = failed\n\t\t}\n\t}()\n\treturn charge(order)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn settings(p: &Path) -> Settings {\n    match fs::read_to_string(p) {\n        Ok(text) => parse(&text),\n        Err(_) => Settings::default(), ⟵\n    }\n}\nfn guarded() -> bool {\n    std::panic::catch_unwind(work).is_ok() ⟵\n}',
    quiet:
      'fn settings(p: &Path) -> Result<Settings, Error> {\n    match fs::read_to_string(p) {\n        Ok(text) => Ok(parse(&text)),\n        Err(e) if e.kind() == ErrorKind::NotFound => Ok(Settings::default()),\n        Err(e) => Err(e.into()),\n    }\n}\nfn port(text: &str) -> u16 {\n    match text.parse() {\n        Ok(n) => n,\n        Err(_) => fallback(),\n    }\n}',
  },
  {
    // One item of many is given up, whatever the function is called.
    languages: ['python'],
    asks: 'class Importer:\n    def run(self, paths):\n        for path in paths:\n            try:\n                rows = self.reader.read(path)\n                self.store.insert(rows)\n            except: ⟵\n                self.logger.exception("import of %s failed", path)\n                self.failed.append(path)',
    quiet:
      'class Importer:\n    def run(self):\n        try:\n            rows = self.reader.read(self.path)\n            self.store.insert(rows)\n        except Exception:\n            self.logger.exception("import failed")\n            self.failed = True',
  },
  {
    languages: ['java'],
    asks: 'class A implements Runnable {\n  public void run() {\n    for (Feed feed : feeds) {\n      try {\n        store.add(feed.id(), parser.parse(client.load(feed.url())));\n      } catch (Throwable t) { ⟵\n        log.warn("feed {} is skipped", feed.id(), t);\n      }\n    }\n  }\n}',
    quiet:
      'class A implements Runnable {\n  public void run() {\n    for (Feed feed : feeds) {\n      try {\n        store.add(feed.id(), parser.parse(client.load(feed.url())));\n      } catch (IOException e) {\n        log.warn("feed {} is skipped", feed.id(), e);\n      }\n    }\n  }\n}',
  },
  {
    languages: ['ruby'],
    asks: 'class GeocodeJob < ApplicationJob\n  def perform(address)\n    point = Geocoder.search(address.to_s).first\n    address.update!(latitude: point.latitude)\n  rescue StandardError => error ⟵\n    Rails.logger.warn("no place: #{error.message}")\n    address.update!(geocoded: false)\n  end\nend',
    quiet:
      'class GeocodeJob < ApplicationJob\n  def perform(address)\n    point = Geocoder.search(address.to_s).first\n    address.update!(latitude: point.latitude)\n  rescue Geocoder::Timeout => error\n    Rails.logger.warn("no place: #{error.message}")\n    address.update!(geocoded: false)\n  end\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfinal class ThumbnailHandler {\n  public function __invoke(Create $message): void {\n    foreach ($message->paths as $path) {\n      try {\n        $image = $this->images->open($path);\n        $this->storage->put($path, $image->encode());\n      } catch (\\Exception $e) { ⟵\n        $this->logger->warning("no thumbnail", ["e" => $e]);\n      }\n    }\n  }\n}',
    quiet:
      '<?php\nfinal class ThumbnailHandler {\n  public function __invoke(Create $message): void {\n    try {\n      $image = $this->images->open($message->path);\n      $this->storage->put($message->path, $image->encode());\n    } catch (\\Exception $e) {\n      $this->logger->warning("no thumbnail", ["e" => $e]);\n    }\n  }\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn load(&self, id: i64) -> Result<User, StatusCode> {\n    let found = match sqlx::query("SELECT 1").bind(id).fetch_one(&self.pool).await {\n        Ok(user) => user,\n        Err(_) => return Err(StatusCode::NOT_FOUND), ⟵\n    };\n    sqlx::query("SELECT 1").bind(id).fetch_one(&self.pool).await.map_err(|_| StatusCode::NOT_FOUND) ⟵\n}',
    quiet:
      'async fn load(&self, id: i64) -> Result<User, StatusCode> {\n    sqlx::query("SELECT 1").bind(id).fetch_one(&self.pool).await.map_err(|e| match e {\n        sqlx::Error::RowNotFound => StatusCode::NOT_FOUND,\n        _ => StatusCode::INTERNAL_SERVER_ERROR,\n    })\n}',
  },
  {
    languages: ['cpp'],
    asks: `bool rename(const Item &item) {
  try {
    const auto path = pathOf(item);
    move(path);
    store(path);
  } catch (const std::exception &error) { ⟵
    failed("rename");
    return false;
  }
  return true;
}`,
    quiet: `bool rename(const Item &item) {
  try {
    const auto path = pathOf(item);
    move(path);
    store(path);
  } catch (const RuntimeError &error) {
    failed("rename");
    return false;
  }
  return true;
}
void close(const Item &item) noexcept {
  try {
    const auto path = pathOf(item);
    move(path);
    store(path);
  } catch (const std::exception &error) {
    failed("close");
  }
}`,
  },
  {
    languages: ['python'],
    asks: 'def handle(event, context):\n    try:\n        a = load(event)\n        b = read(a)\n        c = check(b)\n        d = price(c)\n        e = total(d)\n        store.save(e)\n        queue.send(e)\n        return {"status": 201}\n    except Exception as error: ⟵\n        logger.error("failed: %s", error)\n        return {"status": 500}',
    quiet:
      'def handle(event, context):\n    try:\n        a = load(event)\n        b = read(a)\n        c = check(b)\n        d = price(c)\n        e = total(d)\n        store.save(e)\n        queue.send(e)\n        return {"status": 201}\n    except KeyError as error:\n        logger.error("failed: %s", error)\n        return {"status": 400}',
  },
];
