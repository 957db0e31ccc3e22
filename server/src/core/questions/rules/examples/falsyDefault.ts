import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Zero, false and the empty text taken for "not given", and the same asked for alone. */
export const falsyDefaultExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function page(items, options) {\n  const limit = options.limit || 10; ⟵\n  const offset = options.offset ? options.offset : 5; ⟵\n  const isOpen = options.isOpen || true; ⟵\n  if (options.count) { ⟵\n    return items.slice(0, options.count);\n  }\n  return items.slice(offset, limit);\n}\n',
    quiet:
      'function page(items, options) {\n  const limit = options.limit ?? 10;\n  const offset = options.offset || 0;\n  const name = options.name || "none";\n  const isOpen = options.isOpen ?? true;\n  if (options.count !== undefined) {\n    return items.slice(0, options.count);\n  }\n  if (items.length) return name;\n  return items.slice(offset, limit);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def page(items, limit=None, price=None):\n    limit = limit or 10 ⟵\n    if price: ⟵\n        items = [i for i in items if i.price < price]\n    return items[:limit]\n',
    quiet:
      'def page(items, limit=None, price=None, names=None):\n    limit = 10 if limit is None else limit\n    names = names or []\n    if price is not None:\n        items = [i for i in items if i.price < price]\n    return items[:limit]\n',
  },
  {
    languages: ['cpp'],
    asks: 'int page(int limit) {\n  int used = limit ? limit : 10; ⟵\n  return used;\n}\n',
    quiet:
      'int page(std::optional<int> limit) {\n  int used = limit.value_or(10);\n  if (used == 0) return 1;\n  return used;\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction page($limit, $price) {\n  $limit = $limit ?: 10; ⟵\n  if (empty($price)) { ⟵\n    return null;\n  }\n  return $limit * $price;\n}\n',
    quiet:
      '<?php\nfunction page($limit, $price) {\n  $limit = $limit ?? 10;\n  if ($price === null) {\n    return null;\n  }\n  return $limit * $price;\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'export function total(cart) {\n  const discount = cart.discount;\n  const { tax } = cart.invoice;\n  if (!discount) return cart.sum; ⟵\n  if (!tax) return cart.sum - discount; ⟵\n  return cart.sum - discount + tax;\n}\n',
    quiet:
      'export function total(cart) {\n  const discount = cart.discount;\n  const lines = cart.lines;\n  const count = countOf(lines);\n  if (discount === undefined) return cart.sum;\n  if (!lines) return 0;\n  if (!count) return 0;\n  return cart.sum - discount;\n}\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'app.post("/products", (req, res) => {\n  const { name, price } = req.body;\n  if (!name || !price) { ⟵\n    return res.status(400).end();\n  }\n  const stock = Number(req.body.stock) || 10; ⟵\n  save(name, price, stock);\n});\n',
    quiet:
      'app.post("/products", (req, res) => {\n  const { name, price } = req.body;\n  if (!name || price === undefined) {\n    return res.status(400).end();\n  }\n  const stock = Number(req.body.stock ?? 10);\n  const port = process.env.PORT || 3000;\n  save(name, price, stock, port);\n});\n',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'function join(parts, options) {\n  const separator = options.separator || ", "; ⟵\n  const retries = !options.retries ? 3 : options.retries; ⟵\n  if (!options.timeout) options.timeout = 5000; ⟵\n  const isStrict = options.isStrict || defaults.isStrict; ⟵\n  return run(parts.join(separator), retries, isStrict);\n}\n',
    quiet:
      'function join(parts, options) {\n  const separator = options.separator ?? ", ";\n  const retries = options.retries === undefined ? 3 : options.retries;\n  if (options.timeout === undefined) options.timeout = 5000;\n  const isStrict = options.isStrict ?? defaults.isStrict;\n  const title = options.title || "none";\n  return run(parts.join(separator), retries, isStrict, title);\n}\n',
  },
  {
    languages: ['tsx', 'javascript'],
    asks: 'export function Inbox({ unreadCount, items }) {\n  return (\n    <div>\n      {unreadCount && <Badge value={unreadCount} />} ⟵\n      {items.length && <List items={items} />} ⟵\n    </div>\n  );\n}\n',
    quiet:
      'export function Inbox({ unreadCount, items, user }) {\n  return (\n    <div>\n      {unreadCount > 0 && <Badge value={unreadCount} />}\n      {items.length > 0 && <List items={items} />}\n      {user && <Avatar user={user} />}\n    </div>\n  );\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def ship(order, config):\n    discount = order["discount"]\n    retries = config.get("retries") or 3 ⟵\n    timeout = config.timeout if config.timeout else 30 ⟵\n    if not order["address"] or not discount: ⟵\n        raise ValueError("address and discount are needed")\n    if not config.limit: ⟵\n        config.limit = 50\n    return send(order, retries, timeout)\n',
    quiet:
      'def ship(order, config):\n    discount = order["discount"]\n    retries = config.get("retries", 3)\n    timeout = 30 if config.timeout is None else config.timeout\n    if not order["address"] or discount is None:\n        raise ValueError("address and discount are needed")\n    size = os.environ.get("POOL_SIZE") or 5\n    if config.limit is None:\n        config.limit = 50\n    return send(order, retries, timeout, size)\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Mailer\n  def deliver(message, options = {})\n    verbose = options[:verbose] || true ⟵\n    @enabled ||= true ⟵\n    limit = options[:limit].presence || 10 ⟵\n    return if options[:active].blank? ⟵\n    options[:strict] = true unless options[:strict] ⟵\n    send_all(message, verbose, limit)\n  end\nend\n',
    quiet:
      'class Mailer\n  def deliver(message, options = {})\n    verbose = options.fetch(:verbose, true)\n    @enabled = true if @enabled.nil?\n    limit = options[:limit] || 10\n    return if options[:active].nil?\n    return if message.blank?\n    name = options[:name].presence || "none"\n    @items ||= []\n    send_all(message, verbose, limit, name)\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction page(array $options, Product $product): ?Page {\n  $limit = !empty($options["limit"]) ? $options["limit"] : 20; ⟵\n  $price = $product->price;\n  if (!$product->name || !$price) { ⟵\n    return null;\n  }\n  if (!$options["offset"]) { ⟵\n    $options["offset"] = 5;\n  }\n  return new Page($limit, $price);\n}\n',
    quiet:
      '<?php\nfunction page(array $options, Product $product): ?Page {\n  $limit = isset($options["limit"]) ? $options["limit"] : 20;\n  $price = $product->price;\n  if (!$product->name || $price === null) {\n    return null;\n  }\n  $items = $options["items"] ?: [];\n  $port = getenv("PORT") ?: 8080;\n  return new Page($limit, $price, $items, $port);\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void connect(Options& options, int retries) {\n  if (!retries) retries = 3; ⟵\n  if (!options.timeout) { ⟵\n    options.timeout = 30;\n  }\n  int port = options.port ?: 8080; ⟵\n  open(port, retries);\n}\n',
    quiet:
      'void connect(Options& options, std::optional<int> retries) {\n  if (!retries.has_value()) retries = 3;\n  int count = queued();\n  if (!count) count = refill();\n  if (!options.handler) return;\n  int port = options.port.value_or(8080);\n  open(port, *retries);\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void Layout::fill(const Style& style, Margins& margins) {\n  margins.left = style.marginLeft ? style.marginLeft : kDefaultMargin; ⟵\n}\n',
    quiet:
      'void Layout::fill(const Style& style, Margins& margins) {\n  margins.left = style.hasMarginLeft() ? style.marginLeft : kDefaultMargin;\n  margins.top = style.isCompact ? 0 : kDefaultMargin;\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction rollout($config) {\n  return empty($config["percent"]) ? 100 : (int) $config["percent"]; ⟵\n}\n',
    quiet:
      '<?php\nfunction rollout($config) {\n  return isset($config["percent"]) ? (int) $config["percent"] : 100;\n}\n',
  },
  {
    // What is no number, what is 0 where it is not given, what 0 is no value for.
    languages: ['javascript', 'typescript'],
    asks: 'function cost(options) {\n  return options.discount || 10; ⟵\n}\n',
    quiet:
      'function cost(options, position, weight = 0) {\n  if (position) move(position.x);\n  if (weight) put(weight);\n  if (!options.longitude) options.longitude = 0;\n  if (options.port) open(options.port);\n  options.page = options.page || 1;\n  return [options.batchSize || 100, req.query.limit || 20, options.classNamePrefix || "a"];\n}\n',
  },
  {
    languages: ['ruby'],
    asks: "def show(is_open)\n  puts 'open' if is_open.present? ⟵\nend\n",
    quiet:
      "def show(no_input, value)\n  puts 'none' if no_input.present?\n  puts 'token' if params[:reset_token].blank?\n  value || true\nend\n",
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'function set(user, body) {\n  const { age, isActive } = body;\n  user.age = age || user.age; ⟵\n  user.isActive = isActive || user.isActive; ⟵\n}',
    quiet:
      'function set(user, body) {\n  const { age, isActive, name } = body;\n  user.age = age ?? user.age;\n  user.isActive = isActive ?? user.isActive;\n  user.name = name || user.name;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def low(options)\n  options[:threshold].to_i.nonzero? || DEFAULT_THRESHOLD ⟵\nend',
    quiet: 'def low(options)\n  options.fetch(:threshold, DEFAULT_THRESHOLD).to_i\nend',
  },
  {
    languages: ['cpp'],
    asks: 'Client::Client(const Options& options) {\n  if (!options.delay) { ⟵\n    delay_ = kDefaultDelay;\n  }\n}',
    quiet:
      'Client::Client(const Options& options) {\n  if (options.delay < 0) {\n    delay_ = kDefaultDelay;\n  }\n}',
  },
];
