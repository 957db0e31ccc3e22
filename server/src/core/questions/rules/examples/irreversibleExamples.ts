import type { Example } from '../../rule.ts';

/** Steps without a way back, and the same with a condition or a checked path. */
export const irreversibleExamples: readonly Example[] = [
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'async function clean(db, path) {\n  await db.query("DROP TABLE users"); ⟵\n  await db.query("DELETE FROM orders"); ⟵\n  await User.deleteMany({}); ⟵\n  fs.rmSync(path, { recursive: true, force: true }); ⟵\n  exec("git push origin main --force"); ⟵\n  execSync(`rm -rf ${path}`); ⟵\n}\n',
    quiet:
      'async function clean(db, id) {\n  await db.query("DELETE FROM orders WHERE id = ?", [id]);\n  await User.deleteMany({ team: id });\n  fs.rmSync(tmpDir, { recursive: true, force: true });\n  exec("git push origin main");\n  log("DROP TABLE users is not done here");\n}\nasync function down(db) {\n  await db.query("DROP TABLE users");\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def clean(db, path):\n    db.execute("TRUNCATE TABLE users") ⟵\n    db.execute("UPDATE users SET active = 0") ⟵\n    shutil.rmtree(path) ⟵\n    subprocess.run(["rm", "-rf", path]) ⟵\n    items.delete_many({}) ⟵\n',
    quiet:
      'def clean(db, path, user):\n    db.execute("UPDATE users SET active = 0 WHERE id = %s", [user])\n    shutil.rmtree(tmp_dir)\n    subprocess.run(["rm", "-f", path])\n    items.delete_many({"user": user})\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc clean(db *sql.DB, path string) {\n\tdb.Exec("ALTER TABLE users DROP COLUMN email") ⟵\n\tos.RemoveAll(path) ⟵\n\texec.Command("git", "reset", "--hard").Run() ⟵\n}\n',
    quiet:
      'package a\n\nfunc clean(db *sql.DB, path string) {\n\tdb.Exec("ALTER TABLE users ADD COLUMN email TEXT")\n\tos.RemoveAll(tmpDir)\n\tos.Remove(path)\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn clean(db: &Db, path: &Path) {\n    db.execute("DROP TABLE users"); ⟵\n    std::fs::remove_dir_all(path).unwrap(); ⟵\n}\n',
    quiet:
      'fn clean(db: &Db, path: &Path) {\n    db.execute("DELETE FROM users WHERE id = 1");\n    std::fs::remove_file(path).unwrap();\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class Store {\n  void clean(Path path) {\n    jdbc.execute("DELETE FROM users"); ⟵\n    FileUtils.deleteDirectory(path); ⟵\n    userRepository.deleteAll(); ⟵\n  }\n}\n',
    quiet:
      'class Store {\n  void clean(Path path) {\n    jdbc.execute("DELETE FROM users WHERE id = 1");\n    Files.delete(path);\n    userRepository.deleteById(1);\n  }\n}\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Store {\n  void Clean(string path) {\n    db.Execute("DROP DATABASE shop"); ⟵\n    Directory.Delete(path, true); ⟵\n  }\n}\n',
    quiet:
      'class Store {\n  void Clean(string path) {\n    db.Execute("DELETE FROM shops WHERE id = 1");\n    Directory.Delete(path, false);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void clean(const std::filesystem::path& path) {\n  std::filesystem::remove_all(path); ⟵\n  system("rm -rf /var/data"); ⟵\n}\n',
    quiet:
      'void clean(const std::filesystem::path& path) {\n  std::filesystem::remove(path);\n  std::filesystem::remove_all(tempDir);\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'def clean(path)\n  FileUtils.rm_rf(path) ⟵\n  User.delete_all ⟵\n  system("kubectl delete ns shop") ⟵\nend\n',
    quiet:
      'def clean(path)\n  FileUtils.rm(path)\n  User.where(active: false).delete_all\n  system("kubectl get ns shop")\nend\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction clean($db, $path) {\n  $db->query("DROP TABLE users"); ⟵\n  shell_exec("rm -rf " . $path); ⟵\n}\n',
    quiet:
      '<?php\nfunction clean($db, $path) {\n  $db->query("DELETE FROM users WHERE id = 1");\n  unlink($path);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def clean(project):\n    target = project.output\n    shutil.rmtree(target) ⟵\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.RemoveField(model_name="profile", name="address"), ⟵\n    ]\n',
    quiet:
      'def clean(project):\n    target = project.root / "out"\n    shutil.rmtree(target)\n    work = tempfile.mkdtemp()\n    shutil.rmtree(work)\n\n\nclass Migration(migrations.Migration):\n    operations = [\n        migrations.AddField(model_name="profile", name="address"),\n    ]\n',
  },
  {
    languages: ['csharp'],
    asks: 'class Cleaner {\n  void Run() {\n    var folder = _configuration["Temp:Folder"] ?? string.Empty;\n    Directory.Delete(folder, recursive: true); ⟵\n  }\n}\n',
    quiet:
      'class Cleaner {\n  void Run() {\n    var folder = Path.Combine(Path.GetTempPath(), "kestrel");\n    Directory.Delete(folder, recursive: true);\n  }\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'void discard(const Project& project) {\n  const fs::path build = fs::path(project.setting("build_dir"));\n  fs::remove_all(build); ⟵\n}\n',
    quiet:
      'void discard(const Project& project) {\n  const fs::path build = project.root() / "build";\n  fs::remove_all(build);\n}\n',
  },
  {
    languages: ['typescript', 'tsx', 'javascript'],
    asks: 'export async function reset(workspace) {\n  await fs.rm(workspace.path, { recursive: true, force: true }); ⟵\n}\n',
    quiet:
      'export async function reset(workspace) {\n  const dir = path.join(workspace.path, ".cache");\n  await fs.rm(dir, { recursive: true, force: true });\n}\n',
  },
  {
    // What is made for others to run, or brings nothing away; a function that knows what it is about.
    languages: ['javascript'],
    asks: 'function migrate(db) {\n  db.run(`ALTER TABLE users DROP COLUMN email`); ⟵\n  db.run(`DELETE FROM users`); ⟵\n}\n',
    quiet:
      'class Store {\n  clear() {\n    return this.db.run(`DELETE FROM key_values`);\n  }\n}\nfunction dropDatabaseQuery(name) {\n  return `DROP DATABASE IF EXISTS ${name};`;\n}\nfunction migrate(db) {\n  db.run(`ALTER TABLE users DROP CONSTRAINT by_email`);\n}\nfunction Row() {\n  const [deleteMany] = useDeleteMany("posts", { ids: [1] });\n  return run(() => deleteMany());\n}\n',
  },
  {
    languages: ['javascript'],
    path: 'lib/dialects/mysql/tableCompiler.js',
    asks: 'function reset(fs, dir) {\n  fs.rmSync(dir, { recursive: true }); ⟵\n}\n',
    quiet: 'function reset(out) {\n  out.push(`DROP TABLE ${out.name}`);\n}\n',
  },
  {
    // In memory, in the file's own tests.
    languages: ['rust'],
    asks: 'fn clear(path: &Path) {\n    fs::remove_dir_all(path).unwrap(); ⟵\n}\n',
    quiet:
      'fn read(mut buffer: String) -> String {\n    buffer.truncate(10);\n    buffer\n}\n\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn counts() {\n        run("DROP TABLE IF EXISTS updates");\n        fs::remove_dir_all(place()).unwrap();\n    }\n}\n',
  },
  {
    // A folder made for a moment, a path that is known not to be empty, a function that hands it on.
    languages: ['go'],
    asks: 'package a\n\nfunc (s Store) Close() error {\n\treturn os.RemoveAll(s.dir) ⟵\n}\n',
    quiet:
      'package a\n\nfunc open() Store {\n\tdir, _ := os.MkdirTemp("", "store")\n\treturn Store{dir}\n}\n\nfunc (s Store) Close() error {\n\treturn os.RemoveAll(s.dir)\n}\n\nfunc RemoveAll(path string) error {\n\treturn os.RemoveAll(path)\n}\n\nfunc (s Store) Drop(id string) error {\n\tvar old string\n\told = filepath.Join(s.root, id)\n\tif old != "" {\n\t\treturn os.RemoveAll(old)\n\t}\n\treturn nil\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'use diesel::prelude::*;\n\nfn purge(conn: &mut PgConnection) -> QueryResult<usize> {\n    diesel::delete(sessions).execute(conn) ⟵\n}',
    quiet:
      'use diesel::prelude::*;\n\nfn purge(conn: &mut PgConnection, now: Time) -> QueryResult<usize> {\n    diesel::delete(sessions.filter(expires_at.lt(now))).execute(conn)\n}',
  },
  {
    languages: ['java'],
    asks: 'interface Notes extends JpaRepository<Note, Long> {\n  @Modifying\n  @Query("delete from Note n") ⟵\n  int deleteRead(Long userId);\n}',
    quiet:
      'interface Notes extends JpaRepository<Note, Long> {\n  @Modifying\n  @Query("delete from Note n where n.userId = :userId")\n  int deleteRead(Long userId);\n}',
  },
];
