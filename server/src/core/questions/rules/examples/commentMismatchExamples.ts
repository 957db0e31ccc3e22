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
];
