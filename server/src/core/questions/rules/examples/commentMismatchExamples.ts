import type { Example } from '../../rule.ts';

/** Functions that their words are not about, and the same with words that are. */
export const commentMismatchExamples: readonly Example[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: '/**\n * Adds a user.\n * @param {string} name Its name.\n * @param {{a: number}} options What else. ⟵\n * @returns {boolean} Whether it was new. ⟵\n */\nfunction addUser(name, role) {\n  store.push({ name, role });\n}\n\nfunction getUser(id) {\n  db.delete(id); ⟵\n  return users[id];\n}\n\nfunction isOpen(shop) {\n  return "open"; ⟵\n}\n',
    quiet:
      '/**\n * Adds a user.\n * @param {string} name Its name.\n * @param {string} [role] What else.\n * @param {string} role.kind More.\n * @returns {boolean} Whether it was new.\n */\nfunction addUser(name, role) {\n  return store.put({ name, role });\n}\n\nfunction getOrCreateUser(id) {\n  db.insert(id);\n  cache.delete(id);\n  return users[id];\n}\n\nfunction isOpen(shop) {\n  return shop.hours > 0;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def add_user(name, role):\n    """Adds a user.\n\n    Args:\n        name: Its name,\n            in words: all of them.\n        options (dict): What else. ⟵\n\n    Returns: ⟵\n        Whether it was new.\n    """\n    store.append((name, role))\n\ndef find_user(id):\n    """Finds it.\n\n    :param str key: The key. ⟵\n    """\n    session.delete(id) ⟵\n    return users[id]\n',
    quiet:
      'def add_user(name, role):\n    """Adds a user.\n\n    Args:\n        name: Its name.\n        role (str): What else.\n\n    Returns:\n        Whether it was new.\n    """\n    return store.put((name, role))\n\ndef find_user(id, **others):\n    """Finds it.\n\n    :param str key: The key.\n    """\n    return users[id]\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\n// LoadUser reads a user. ⟵\nfunc SaveUser(u User) {\n\twrite(u)\n}\n\nfunc GetUser(id int) User {\n\trepo.Delete(id) ⟵\n\treturn users[id]\n}\n',
    quiet:
      'package a\n\n// SaveUser writes a user.\nfunc SaveUser(u User) {\n\twrite(u)\n}\n\nfunc GetUser(id int) User {\n\treturn repo.Find(id)\n}\n',
  },
  {
    languages: ['rust'],
    asks: '/// Adds a user.\n///\n/// # Arguments\n///\n/// * `title` - Its name. ⟵\n///\n/// # Returns ⟵\n///\n/// Whether it was new.\nfn add_user(name: &str) {\n    store(name);\n}\n',
    quiet:
      '/// Adds a user.\n///\n/// # Arguments\n///\n/// * `name` - Its name.\n///\n/// # Returns\n///\n/// Whether it was new.\nfn add_user(name: &str) -> bool {\n    store(name)\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Users {\n  /**\n   * Adds a user.\n   * @param title its name ⟵\n   * @return whether it was new ⟵\n   */\n  void addUser(String name) {\n    store(name);\n  }\n  User findUser(int id) {\n    userRepository.delete(id); ⟵\n    return users.get(id);\n  }\n}\n',
    quiet:
      'class Users {\n  /**\n   * Adds a user.\n   * @param <T> its kind\n   * @param name its name\n   * @return whether it was new\n   */\n  boolean addUser(String name) {\n    return store(name);\n  }\n  User findUser(int id) {\n    return users.get(id);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Users {\n  /// <summary>Adds a user.</summary>\n  /// <param name="title">Its name.</param> ⟵\n  /// <returns>Whether it was new.</returns> ⟵\n  void AddUser(string name) {\n    Store(name);\n  }\n}\n',
    quiet:
      'class Users {\n  /// <summary>Adds a user.</summary>\n  /// <param name="name">Its name.</param>\n  /// <returns>Whether it was new.</returns>\n  bool AddUser(string name) {\n    return Store(name);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: '/**\n * Adds a user.\n * @param[in] title Its name. ⟵\n * @return Whether it was new. ⟵\n */\nvoid addUser(const std::string& name) {\n  store(name);\n}\n',
    quiet:
      '/**\n * Adds a user.\n * @param[in] name Its name.\n * @return Whether it was new.\n */\nbool addUser(const std::string& name) {\n  return store(name);\n}\n',
  },
  {
    languages: ['ruby'],
    asks: '# Adds a user.\n# @param title [String] its name ⟵\n# @param [Hash] others more ⟵\ndef add_user(name, role)\n  store(name, role)\nend\n\ndef open?(shop)\n  return "open" ⟵\nend\n',
    quiet:
      '# Adds a user.\n# @param name [String] its name\n# @param [Hash] role more\ndef add_user(name, role)\n  store(name, role)\nend\n\ndef open?(shop)\n  return shop.open\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\n/**\n * Adds a user.\n * @param string $title Its name. ⟵\n * @return bool Whether it was new. ⟵\n */\nfunction add_user($name) {\n  store($name);\n}\n',
    quiet:
      '<?php\n/**\n * Adds a user.\n * @param string $name Its name.\n * @return bool Whether it was new.\n */\nfunction add_user($name) {\n  return store($name);\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'class Basket {\n  /**\n   * Takes out lines.\n   * @param {number} [limit=10] How many. ⟵\n   * @returns {string} The rest. ⟵\n   */\n  take(limit = 20) {\n    return this.lines.length > limit;\n  }\n  /**\n   * Finds a line.\n   * @param {number} id Its number.\n   * @throws {NotFoundError} where there is none. ⟵\n   */\n  find(id) {\n    if (id === 0) return null;\n    return this.lines[id];\n  }\n  getTotal() {\n    this.isDirty = true; ⟵\n    return sumOf(this.lines);\n  }\n}\n',
    quiet:
      'class Basket {\n  /**\n   * Takes out lines.\n   * @param {number} [limit=20] How many.\n   * @returns {boolean} Whether more are left.\n   */\n  take(limit = 20) {\n    return this.lines.length > limit;\n  }\n  /**\n   * Finds a line.\n   * @param {number} id Its number.\n   * @throws {NotFoundError} where there is none.\n   */\n  find(id) {\n    if (id === 0) throw new NotFoundError();\n    return this.lines[id] ?? null;\n  }\n  getTotal() {\n    if (this.total === undefined) {\n      this.total = sumOf(this.lines);\n    }\n    this.cachedAt = now();\n    return this.total;\n  }\n}\n',
  },
  {
    languages: ['python'],
    asks: 'class Basket:\n    def take(self, limit=20):\n        """Takes out lines.\n\n        :param limit: how many (default: 10) ⟵\n        """\n        return self.lines[:limit]\n\n    def find_line(self, id):\n        """Finds a line.\n\n        Raises:\n            KeyError: where there is none. ⟵\n        """\n        if id == 0:\n            return None\n        return self.lines[id]\n\n    def get_total(self):\n        self.is_dirty = True ⟵\n        return sum(self.lines)\n',
    quiet:
      'class Basket:\n    def take(self, limit=20):\n        """Takes out lines.\n\n        :param limit: how many (default: 20)\n        """\n        return self.lines[:limit]\n\n    def find_line(self, id):\n        """Finds a line.\n\n        Raises:\n            KeyError: where there is none.\n        """\n        if id == 0:\n            raise KeyError(id)\n        return self.lines[id]\n\n    def get_total(self):\n        if self._total is None:\n            self._total = sum(self.lines)\n        return self._total\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc (b *Basket) GetTotal() int {\n\tb.dirty = true ⟵\n\treturn sum(b.lines)\n}\n',
    quiet:
      'package a\n\nfunc (b *Basket) GetTotal() int {\n\tif b.total == 0 {\n\t\tb.total = sum(b.lines)\n\t}\n\treturn b.total\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'impl Basket {\n    fn get_total(&mut self) -> u64 {\n        self.is_dirty = true; ⟵\n        sum(&self.lines)\n    }\n}\n',
    quiet:
      'impl Basket {\n    fn get_total(&mut self) -> u64 {\n        self.total = sum(&self.lines);\n        self.total\n    }\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Rooms {\n  private boolean dirty;\n  /**\n   * Finds a room.\n   * @throws NoRoomException where all are taken ⟵\n   */\n  Optional<Room> find(int seats) {\n    return rooms.stream().filter(r -> r.seats() == seats).findFirst();\n  }\n  long getTotal() {\n    dirty = true; ⟵\n    return sum(rooms);\n  }\n}\n',
    quiet:
      'class Rooms {\n  private boolean dirty;\n  /**\n   * Finds a room.\n   * @throws NoRoomException where all are taken\n   */\n  Room find(int seats) {\n    return rooms.stream().filter(r -> r.seats() == seats).findFirst().orElseThrow(NoRoomException::new);\n  }\n  long getTotal() {\n    boolean dirty = true;\n    return sum(rooms, dirty);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Basket {\n  decimal GetTotal() {\n    _dirty = true; ⟵\n    return Sum(_lines);\n  }\n}\n',
    quiet:
      'class Basket {\n  decimal GetTotal() {\n    _total ??= Sum(_lines);\n    return _total;\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'int Basket::getTotal() {\n  this->dirty_ = true; ⟵\n  return sum(lines_);\n}\n',
    quiet: 'int Basket::getTotal() {\n  if (!total_) total_ = sum(lines_);\n  return total_;\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'class Member\n  # Lends something.\n  #\n  # @param book [Book] what ⟵\n  # @return [Boolean] whether it went well ⟵\n  def lend(item)\n    "#{item} is lent"\n  end\n\n  def can_borrow?\n    self.seen_at = now ⟵\n    loans.count < 3\n  end\nend\n',
    quiet:
      'class Member\n  # Lends something.\n  #\n  # @param item [Book] what\n  # @return [String] what to say\n  def lend(item)\n    "#{item} is lent"\n  end\n\n  def can_borrow?\n    loans.count < 3\n  end\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nclass Coupons {\n  /**\n   * Finds a coupon.\n   * @param string $code what was typed\n   * @param string $code where ⟵\n   * @return Coupon[] the coupons ⟵\n   */\n  public function findUsable(string $code): ?Coupon {\n    return $this->byCode[$code] ?? null;\n  }\n  public function getTotal(): int {\n    $this->isDirty = true; ⟵\n    return count($this->byCode);\n  }\n}\n',
    quiet:
      '<?php\nclass Coupons {\n  /**\n   * Finds a coupon.\n   * @param string $code what was typed\n   * @return Coupon|null the coupon\n   */\n  public function findUsable(string $code): ?Coupon {\n    return $this->byCode[$code] ?? null;\n  }\n  public function getTotal(): int {\n    return count($this->byCode);\n  }\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\n// CountOpen returns the number of open orders. ⟵\nfunc CountOpen(orders []Order) bool {\n\treturn 0 < len(orders)\n}\n',
    quiet:
      'package a\n\n// CountOpen returns the number of open orders.\nfunc CountOpen(orders []Order) (int, error) {\n\treturn len(orders), nil\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Orders {\n  /**\n   * Looks at the orders.\n   * @return true if one is open ⟵\n   */\n  int open(Order order) {\n    return order.size;\n  }\n}\n',
    quiet:
      'class Orders {\n  /**\n   * Looks at the orders.\n   * @return true if one is open\n   */\n  boolean open(Order order) {\n    return order.size == 1;\n  }\n}\n',
  },
  {
    languages: ['rust'],
    asks: '/// Returns `true` if one is open. ⟵\nfn open(orders: &[Order]) -> usize {\n    orders.len()\n}\n',
    quiet:
      '/// Returns `true` if one is open.\nfn open(orders: &[Order]) -> Result<bool, Error> {\n    Ok(orders.is_empty())\n}\n',
  },
  {
    languages: ['cpp'],
    asks: '/// @return the number of orders ⟵\nbool open(const Orders& orders) {\n  return orders.empty();\n}\n',
    quiet:
      '/// @return the number of orders\nstd::size_t open(const Orders& orders) {\n  return orders.size();\n}\n',
  },
  {
    languages: ['rust'],
    asks: `impl A {
    fn get_flags(&mut self) -> u32 {
        self.paid = true; ⟵
        self.flags
    }
}`,
    quiet: `impl A {
    fn get_no_changes(mut self) -> Self {
        self.flags = 1;
        self
    }
    fn get_managed_objects(&self) -> Objects {
        let mut managed_objects = HashMap::new();
        managed_objects.insert(1, 2);
        managed_objects
    }
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  int getMark() {
    this.paid = 0; ⟵
    return this.mark;
  }
}`,
    quiet: `class A {
  int[] getMark() {
    if (mark == null) {
      this.paid = 0;
      mark = read();
    }
    return mark;
  }
}`,
  },
  {
    languages: ['typescript'],
    asks: `/**
 * Shows it.
 * @returns the cell that has the focus ⟵
 */
export async function focus(cell: Cell): Promise<void> {
  cell.focus();
}`,
    quiet: `/**
 * Shows it.
 * @returns a promise that resolves when the cell has the focus
 */
export async function focus(cell: Cell): Promise<void> {
  cell.focus();
}`,
  },
  {
    languages: ['ruby'],
    asks: `# @param connection [Connection] ⟵
def self.standard(options)
  @standard ||= make(options)
end`,
    quiet: `# @overload standard
#   @return [Connection]
# @overload standard=(connection)
#   @param connection [Connection]
def self.standard
  @standard ||= make
end
# @raise [TypeError] if it is nested
def decode(query)
  return nil if query.nil?
  dehash(query)
end
def dehash(query)
  raise TypeError if query == 1
  query
end`,
  },
  {
    languages: ['cpp'],
    asks: `/** Returns true if it matches. */ ⟵
std::string matches(const char *a) { return a; }`,
    quiet: `/** Returns true if it matches. */
int matches(const char *a) { return a[0] == 'a'; }`,
  },
];
