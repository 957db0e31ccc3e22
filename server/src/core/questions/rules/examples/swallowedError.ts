import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

export const swallowedErrorExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: 'function save() {\n  try {\n    store.write(data);\n  } catch (error) {} ⟵\n  flush().catch(() => {}); ⟵\n}',
    quiet:
      'function save() {\n  try {\n    store.write(data);\n  } catch (error) {\n    throw new SaveError(error);\n  }\n  try { fs.unlinkSync(old); } catch { /* it was never there */ }\n  try { fs.unlinkSync(old); } catch {}\n}',
  },
  {
    languages: [...ECMASCRIPT],
    asks: 'async function load(id) {\n  try {\n    return await api.get(`/users/${id}`);\n  } catch (error) { ⟵\n    console.log(error);\n    return null;\n  }\n}\nfs.readFile(path, (err, data) => { ⟵\n  show(data);\n});',
    quiet:
      'async function load(id) {\n  try {\n    return await api.get(`/users/${id}`);\n  } catch (error) {\n    if (error.status === 404) return null;\n    throw error;\n  }\n}\nfs.readFile(path, (err, data) => {\n  if (err) throw err;\n  show(data);\n});\nfunction isJson(text) {\n  try {\n    JSON.parse(text);\n    return true;\n  } catch {\n    return false;\n  }\n}',
  },
  {
    languages: ['python'],
    asks: 'def sync(user):\n    try:\n        client.post(URL, json=user)\n    except Exception: ⟵\n        pass\n    try:\n        rows = db.query(SQL)\n    except: ⟵\n        rows = []\n    with suppress(Exception): ⟵\n        db.save(user)\n    try:\n        return requests.get(URL)\n    except Exception as e: ⟵\n        print(e)\n        return None',
    quiet:
      'def sync(user):\n    try:\n        client.post(URL, json=user)\n    except Timeout as error:\n        raise SyncError(user) from error\n    try:\n        rows = cache["rows"]\n    except KeyError:\n        rows = []\n    with suppress(FileNotFoundError):\n        os.remove(path)\n    try:\n        import yaml\n    except ImportError:\n        yaml = None\n    try:\n        sock.close()\n    except Exception:\n        pass',
  },
  {
    languages: ['go'],
    asks: 'func Load(p string) ([]byte, error) {\n\tdata, _ := os.ReadFile(p) ⟵\n\t_ = notify(p) ⟵\n\tif err := check(data); err != nil {\n\t\treturn nil, nil ⟵\n\t}\n\tif err := audit(data); err != nil { ⟵\n\t}\n\tjson.Unmarshal(data, &conf) ⟵\n\tdefer func() {\n\t\t_ = recover() ⟵\n\t}()\n\treturn data, nil\n}',
    quiet:
      'func Load(p string) ([]byte, error) {\n\tdata, err := os.ReadFile(p)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tv, _ := cache[p]\n\t_, ok := names[p]\n\t_ = f.Close()\n\tn, _ := fmt.Fprintln(w, v)\n\t_ = n\n\tif err := check(data); err != nil {\n\t\treturn nil, fmt.Errorf("check %s: %w", p, err)\n\t}\n\treturn data, nil\n}',
  },
  {
    languages: ['go'],
    asks: 'func find(id int) *User {\n\tuser, err := repo.Find(id)\n\tif err != nil {\n\t\treturn nil ⟵\n\t}\n\treturn user\n}\nfunc save(u User) error { return nil }\nfunc run(u User) {\n\tsave(u) ⟵\n}',
    quiet:
      'func find(id int) (*User, error) {\n\tuser, err := repo.Find(id)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn user, nil\n}\nfunc save(u User) error { return nil }\nfunc run(u User) error {\n\treturn save(u)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn save(p: &Path) -> Option<()> {\n    let _ = fs::write(p, b"x"); ⟵\n    store(p).ok(); ⟵\n    let text = fs::read_to_string(p).unwrap_or_default(); ⟵\n    match publish(p) {\n        Ok(n) => log(n),\n        Err(_) => {} ⟵\n    }\n    None\n}',
    quiet:
      'fn save(p: &Path) -> Result<(), Error> {\n    fs::write(p, b"x")?;\n    store(p)?;\n    let _ = tx.send(1);\n    let _ = fs::remove_file(p);\n    let n = text.parse().unwrap_or(0);\n    let text = fs::read_to_string(p)?;\n    match publish(p) {\n        Ok(n) => log(n),\n        Err(e) => return Err(e.into()),\n    }\n    Ok(())\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  User load(long id) {\n    try {\n      return repository.findById(id);\n    } catch (Exception e) { ⟵\n      return null;\n    }\n  }\n  void save(User u) {\n    try {\n      Files.writeString(path, u.name());\n    } catch (IOException e) { ⟵\n      e.printStackTrace();\n    }\n    try {\n      Thread.sleep(10);\n    } catch (InterruptedException e) { ⟵\n    }\n  }\n}',
    quiet:
      'class A {\n  User load(long id) {\n    try {\n      return repository.findById(id);\n    } catch (SQLException e) {\n      throw new StoreException(id, e);\n    }\n  }\n  int number(String s) {\n    try {\n      return Integer.parseInt(s);\n    } catch (NumberFormatException e) {\n      return 0;\n    }\n  }\n  void stop() {\n    try {\n      socket.close();\n    } catch (IOException ignored) {\n    }\n    try {\n      Thread.sleep(10);\n    } catch (InterruptedException e) {\n      Thread.currentThread().interrupt();\n    }\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  async Task<User?> Load(int id) {\n    try {\n      return await client.GetFromJsonAsync<User>(url);\n    }\n    catch (Exception) ⟵\n    {\n      return null;\n    }\n  }\n  void Save(User u) {\n    try {\n      File.WriteAllText(path, u.Name);\n    }\n    catch { } ⟵\n  }\n}',
    quiet:
      'class A {\n  async Task<User?> Load(int id) {\n    try {\n      return await client.GetFromJsonAsync<User>(url);\n    }\n    catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound)\n    {\n      return null;\n    }\n  }\n  void Save(User u) {\n    try {\n      File.WriteAllText(path, u.Name);\n    }\n    catch (IOException e)\n    {\n      throw new StoreException(path, e);\n    }\n    try { stream.Dispose(); } catch { }\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'bool save(const Data& data) {\n  try {\n    store.write(data);\n  } catch (...) { ⟵\n  }\n  try {\n    send(data);\n  } catch (const std::exception& e) { ⟵\n    std::cerr << e.what();\n  }\n  return true;\n}',
    quiet:
      'bool save(const Data& data) {\n  try {\n    store.write(data);\n  } catch (const std::exception& e) {\n    throw SaveError(e.what());\n  }\n  try {\n    socket.close();\n  } catch (...) {\n  }\n  return true;\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def load(path)\n  text = File.read(path) rescue nil ⟵\n  begin\n    client.post(text)\n  rescue ⟵\n  end\n  begin\n    Order.create!(text)\n  rescue => e ⟵\n    puts e.message\n  end\n  HTTParty.get(path)\nrescue StandardError => e ⟵\n  nil\nend',
    quiet:
      'def load(path)\n  text = File.read(path)\n  begin\n    client.post(text)\n  rescue Timeout::Error => e\n    raise SyncError, e.message\n  end\n  Integer(text)\nrescue ArgumentError\n  nil\nend',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction load($p) {\n  try {\n    $this->client->post($p);\n  } catch (\\Exception $e) { ⟵\n  }\n  @file_put_contents($p, "x"); ⟵\n  try {\n    return $this->db->query($p);\n  } catch (\\Throwable $e) { ⟵\n    return false;\n  }\n}',
    quiet:
      '<?php\nfunction load($p) {\n  try {\n    $this->client->post($p);\n  } catch (GuzzleException $e) {\n    throw new SyncError($p, 0, $e);\n  }\n  if (@file_put_contents($p, "x") === false) {\n    throw new StoreError($p);\n  }\n  @unlink($p);\n  $text = @file_get_contents($p);\n  if ($text === false) return null;\n  return $this->db->query($p);\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void save(const fs::path& target) {\n  try {\n    fs::rename(temporary, target);\n  } catch (const std::filesystem::filesystem_error& e) { ⟵\n  }\n}\n',
    quiet: 'void save(const fs::path& target) {\n  fs::rename(temporary, target);\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Audit {\n  List<Entry> of(long id) {\n    try {\n      return read(statement.executeQuery());\n    } catch (SQLException ignored) { ⟵\n      return Collections.emptyList();\n    }\n  }\n}\n',
    quiet:
      'class Audit {\n  List<Entry> of(long id) {\n    try {\n      return read(statement.executeQuery());\n    } catch (SQLException e) {\n      throw new AuditException(e);\n    }\n  }\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'export function useItems(id) {\n  const load = async () => {\n    try {\n      setItems(await api.get(`/items/${id}`));\n    } catch { ⟵\n      setItems([]);\n    }\n  };\n  return load;\n}\n',
    quiet:
      'export function useItems(id) {\n  const load = async () => {\n    try {\n      setItems(await api.get(`/items/${id}`));\n    } catch (error) {\n      setFailure(error);\n    }\n  };\n  return load;\n}\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc read(text string) Time {\n\thours, _ := strconv.Atoi(text[:2]) ⟵\n\tminutes, _ := strconv.Atoi(text[3:])\n\treturn Time{hours, minutes}\n}\n',
    quiet:
      'package a\n\nfunc (s *Store) Add(n int) error {\n\treturn s.save(n)\n}\n\nfunc numbers(files []File, wg *sync.WaitGroup) []uint64 {\n\tvar all []uint64\n\tfor _, file := range files {\n\t\twg.Add(1)\n\t\tn, err := strconv.ParseUint(file.Name(), 10, 64)\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\tall = append(all, n)\n\t}\n\treturn all\n}\n',
  },
  {
    languages: ['csharp'],
    asks: `class A {
  List<Item> Load(string path) {
    try { return Read(File.ReadAllText(path)); }
    catch (Exception) { } ⟵
    return null;
  }
}`,
    quiet: `class A {
  List<Item> Load(byte[] bytes) {
    try {
      var items = Read(Unzip(bytes));
      if (items != null) return items;
    }
    catch (Exception) { }
    return Read(bytes, 0);
  }
  bool Retry(string path) {
    for (int i = 0; i < 9; i++) {
      try { if (File.Exists(Send(path))) return true; }
      catch (Exception) { }
      Thread.Sleep(9);
    }
    return false;
  }
  bool Show(string path) {
    try { File.WriteAllText(path, "a"); }
    catch (Exception) { return false; }
    return true;
  }
}`,
  },
  {
    languages: ['java'],
    asks: `class A {
  void run() {
    Session session = null;
    try { session = factory.getCurrentSession(); }
    catch (Exception e) { System.out.println(e); } ⟵
    use(session);
  }
}`,
    quiet: `class A {
  void run() {
    Session session = null;
    try { session = factory.getCurrentSession(); }
    catch (Exception e) { System.out.println(e); }
    if (session == null) {
      session = factory.openSession();
    }
    use(session);
  }
}`,
  },
  {
    languages: [...ECMASCRIPT],
    asks: `function load(options) {
  const promise = fetch(options.url);
  promise.catch(noop); ⟵
  return 1;
}`,
    quiet: `function load(options) {
  let promise = fetch(options.url);
  promise.catch(noop);
  return promise;
}
function save(options) {
  let promise = send(options);
  if (!options.throwOnError) {
    promise = promise.catch(noop);
  }
  return promise;
}`,
  },
  {
    languages: ['php'],
    asks: `<?php
function load(&$user) {
  $user['prefs'] = @file_get_contents($user['path']); ⟵
}`,
    quiet: `<?php
function load(&$user) {
  $user['prefs'] = @file_get_contents($user['path']);
  if (!is_string($user['prefs'])) {
    $user['prefs'] = '';
  }
}`,
  },
  {
    languages: ['go'],
    asks: `func complete(cmd *Command, args []string) int {
	_ = cmd.ParseFlags(args) ⟵
	return cmd.NArg()
}`,
    quiet: `func complete(cmd *Command, args []string) (int, error) {
	_ = cmd.ParseFlags(args)
	n := cmd.NArg()
	if err = cmd.ParseFlags(args); err != nil {
		return 0, err
	}
	return n, nil
}`,
  },
  {
    languages: ['python'],
    asks: 'def run(rows, prices):\n    for row in rows:\n        try:\n            prices.set(row["sku"], int(row["cents"]))\n        except (KeyError, ValueError): ⟵\n            continue',
    quiet:
      'def run(rows, prices):\n    for row in rows:\n        try:\n            cents = int(row["cents"])\n        except ValueError:\n            continue\n        prices.set(row["sku"], cents)',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void run(List<Row> rows) {\n    for (Row row : rows) {\n      try {\n        store.save(row.toOrder());\n      } catch (NumberFormatException e) { ⟵\n        continue;\n      }\n    }\n  }\n}',
    quiet:
      'class A {\n  void run(List<Row> rows) {\n    for (Row row : rows) {\n      try {\n        store.save(row.toOrder());\n      } catch (NumberFormatException e) {\n        throw new ImportFailed(row, e);\n      }\n    }\n  }\n}',
  },
];
