import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf } from '../../code/say.ts';
import { buildingsIn, piecesOf, wordsOf, type Piece } from '../facts/building.ts';
import { outsideOf } from '../facts/outside.ts';
import { ADDS, FORMATTED, isDatabase, isRawCall, RAW, RUNS } from '../facts/sqlCalls.ts';
import { addedTo, sqlHolders } from '../facts/sqlHolders.ts';
import { isSqlPart, isSqlStatement } from '../facts/sqlText.ts';
import { sqlValueIn } from '../facts/sqlValue.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** Text of an SQL query is put together with values. */
export const sqlInjection: Rule = {
  id: 'sql-injection',
  row: 25,
  title: 'A value in the text of an SQL query',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [89, 564, 943],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest } = context;
    if (isTest) return;
    const holders = sqlHolders(view);
    const asked = new Set<number>();
    const ask = function* (at: Code, pieces: readonly Piece[]): Iterable<Trigger> {
      const found = sqlValueIn(context, pieces);
      if (!found || asked.has(at.start)) return;
      asked.add(at.start);
      yield { at, about: { what: found.what }, severity: found.severity };
    };
    for (const { at, pieces } of buildingsIn(view)) {
      if (isBuilt(context, at, pieces) && !isOnlyTold(context, at)) {
        // Names of tables cannot stand beside the text.
        const isDefinition = /^[\s("'`]*(?:ALTER|CREATE|DROP|TRUNCATE|GRANT)\b/.test(
          wordsOf(fromWords(pieces)),
        );
        if (isDefinition && !outsideOf(context).textIn(at)) continue;
        yield* ask(at, at.kind === 'binary' && at.operator === '<<' ? fromWords(pieces) : pieces);
      }
    }
    for (const call of view.all('call')) {
      const added = addedTo(call, holders);
      if (added) yield* ask(added, [{ kind: 'value', code: added, spec: '' }]);
      const [query] = call.args;
      if (!query || !RUNS.has(methodOf(call)) || !isDatabase(call)) continue;
      const origin = outsideOf(context).textIn(query);
      if (
        origin?.kind === 'request' &&
        !isBuiltAbove(context, query) &&
        query.kind !== 'dict' &&
        query.kind !== 'list'
      ) {
        yield* ask(query, [{ kind: 'value', code: query, spec: '' }]);
      }
    }
    for (const one of view.all('assign')) {
      const isAdded = one.operator === '+=' || one.operator === '.=';
      if (!isAdded || one.target.kind !== 'name' || !holders.has(one.target.name)) continue;
      if (one.value && !piecesOf(one.value)) {
        yield* ask(one.value, [{ kind: 'value', code: one.value, spec: '' }]);
      }
    }
  },
  ask: ({ what, line }) =>
    `Line ${line} puts ${what} into the text of an SQL query. Can anybody outside choose what it holds?`,
  obligations: ['text', 'error'],
  page: {
    why: 'What is put into the text of a query is read as SQL. Whoever chooses the value can end the string and go on with a query of their own: read other rows, change them, drop tables.',
    instead:
      'Hand values over beside the text: placeholders (`?`, `$1`, `:name`, `%s` with a tuple), or a tagged template that makes them. Take names of tables and columns from a fixed list.',
    sources: ['CWE-89', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'async function find(req, res) {\n  const { name } = req.query;\n  const rows = await db.query(`SELECT * FROM users WHERE name = \'${name}\'`); ⟵\n  const sql = "DELETE FROM users WHERE id = " + req.params.id; ⟵\n  await db.execute(sql);\n}',
      quiet:
        "const TABLE = 'users';\nasync function find(req, res) {\n  const { name } = req.query;\n  const rows = await db.query('SELECT * FROM users WHERE name = ?', [name]);\n  const more = await sql`SELECT * FROM users WHERE name = ${name}`;\n  const order = req.query.desc ? 'DESC' : 'ASC';\n  const all = await db.query(`SELECT * FROM ${TABLE} ORDER BY id ${order}`);\n  logger.info(`select ${name} from the list`);\n}",
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'export async function byIds(ids, userId) {\n  let text = "SELECT * FROM orders WHERE user_id = ";\n  text += userId; ⟵\n  await prisma.$queryRawUnsafe(`SELECT * FROM t WHERE id IN (${ids.join(",")})`); ⟵\n  await knex("t").whereRaw(`name = \'${userId}\'`); ⟵\n}',
      quiet:
        'export async function byIds(ids, userId) {\n  const marks = ids.map(() => "?").join(",");\n  await db.query(`SELECT * FROM orders WHERE id IN (${marks})`, ids);\n  await prisma.$queryRaw`SELECT * FROM t WHERE id = ${userId}`;\n  await knex("t").whereRaw("name = ?", [userId]);\n  const page = Number(userId);\n  await db.query(`SELECT * FROM t LIMIT ${page}`);\n}',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'const search = (query) => db.all(`SELECT * FROM books WHERE title LIKE \'%${query}%\'`); ⟵\nexports.handler = async (event) => {\n  const { name } = event.queryStringParameters;\n  return client.query("SELECT * FROM users WHERE name = \'" + name + "\'"); ⟵\n};',
      quiet:
        "const COLUMNS = ['title', 'year'];\nconst sorted = (req) => {\n  const column = COLUMNS.includes(req.query.sort) ? req.query.sort : 'title';\n  return db.all(`SELECT * FROM books ORDER BY ${column}`);\n};\nconst list = (ids) => db.all(`SELECT * FROM books WHERE id IN (${ids.map((_, i) => `$${i + 1}`).join()})`, ids);",
    },
    {
      languages: ['python'],
      asks: 'def find(name, user_id):\n    cur.execute(f"SELECT * FROM users WHERE name = \'{name}\'") ⟵\n    cur.execute("SELECT * FROM users WHERE id = %s" % user_id) ⟵\n    cur.execute("DELETE FROM users WHERE id = {}".format(user_id)) ⟵\n    sql = "UPDATE users SET name = \'" + name + "\'" ⟵\n    User.objects.raw("SELECT * FROM users WHERE name = \'%s\'" % name) ⟵\n    return cur.execute(sql)',
      quiet:
        'TABLE = "users"\n\ndef find(name, user_id, ids):\n    cur.execute("SELECT * FROM users WHERE name = %s", (name,))\n    cur.execute(f"SELECT * FROM {TABLE} WHERE id = ?", [user_id])\n    marks = ", ".join(["?"] * len(ids))\n    cur.execute(f"SELECT * FROM users WHERE id IN ({marks})", ids)\n    cur.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name)))\n    for table in ["a", "b"]:\n        cur.execute(f"DELETE FROM {table} WHERE id = 1")\n    return User.objects.filter(name=name)',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc (h *H) get(w http.ResponseWriter, r *http.Request) {\n\tid := r.URL.Query().Get("id")\n\tq := fmt.Sprintf("SELECT * FROM users WHERE id = \'%s\'", id) ⟵\n\th.db.Query(q)\n\th.db.Exec("DELETE FROM users WHERE id = " + id) ⟵\n}',
      quiet:
        'package a\n\nconst table = "users"\n\nfunc (h *H) get(w http.ResponseWriter, r *http.Request, limit int) {\n\tid := r.URL.Query().Get("id")\n\th.db.Query("SELECT * FROM users WHERE id = $1", id)\n\tq := fmt.Sprintf("SELECT * FROM users LIMIT %d", limit)\n\th.db.Exec(q)\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn get(Path(name): Path<String>, pool: &Pool) -> Result<Row> {\n    let sql = format!("SELECT * FROM users WHERE name = \'{}\'", name); ⟵\n    sqlx::query(&format!("DELETE FROM users WHERE name = \'{name}\'")).execute(pool).await?; ⟵\n    sqlx::query(&sql).fetch_one(pool).await\n}',
      quiet:
        'async fn get(Path(name): Path<String>, pool: &Pool, limit: i64) -> Result<Row> {\n    let sql = format!("SELECT * FROM {} LIMIT {}", TABLE, limit);\n    sqlx::query(&sql).execute(pool).await?;\n    sqlx::query("SELECT * FROM users WHERE name = $1").bind(name).fetch_one(pool).await\n}',
    },
    {
      languages: ['java'],
      asks: 'class Users {\n  List<User> find(String name) {\n    String sql = "SELECT * FROM users WHERE name = \'" + name + "\'"; ⟵\n    StringBuilder text = new StringBuilder("SELECT * FROM users WHERE name = \'");\n    text.append(name); ⟵\n    em.createQuery("from User u where u.name = \'" + name + "\'"); ⟵\n    return st.executeQuery(String.format("SELECT * FROM users WHERE name = \'%s\'", name)); ⟵\n  }\n}',
      quiet:
        'class Users {\n  private static final String TABLE = "users";\n  List<User> find(String name, int limit) {\n    PreparedStatement st = c.prepareStatement("SELECT * FROM " + TABLE + " WHERE name = ?");\n    st.setString(1, name);\n    String more = "SELECT * FROM users LIMIT " + limit;\n    log.info("SELECT failed for " + name);\n    em.createQuery("from User u where u.name = :name").setParameter("name", name);\n    return st.executeQuery();\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class Users {\n  void Find(string name) {\n    var cmd = new SqlCommand($"SELECT * FROM Users WHERE Name = \'{name}\'", con); ⟵\n    cmd.CommandText = "DELETE FROM Users WHERE Name = \'" + name + "\'"; ⟵\n    db.Users.FromSqlRaw($"SELECT * FROM Users WHERE Name = \'{name}\'"); ⟵\n    db.Execute(string.Format("UPDATE Users SET Name = \'{0}\'", name)); ⟵\n  }\n}',
      quiet:
        'class Users {\n  void Find(string name, int limit) {\n    var cmd = new SqlCommand("SELECT * FROM Users WHERE Name = @name", con);\n    cmd.Parameters.AddWithValue("@name", name);\n    db.Users.FromSqlInterpolated($"SELECT * FROM Users WHERE Name = {name}");\n    db.Database.SqlQuery<User>($"SELECT * FROM Users WHERE Name = {name}");\n    cmd.CommandText = $"SELECT TOP {limit} * FROM Users";\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void find(sqlite3* db, const std::string& name, char* id) {\n  std::string sql = "SELECT * FROM users WHERE name = \'" + name + "\'"; ⟵\n  char buf[256];\n  snprintf(buf, sizeof(buf), "DELETE FROM users WHERE id = %s", id); ⟵\n  std::stringstream ss;\n  ss << "SELECT * FROM users WHERE name = \'" << name << "\'"; ⟵\n  sqlite3_exec(db, sql.c_str(), 0, 0, 0);\n}',
      quiet:
        'void find(sqlite3* db, const std::string& name, int id) {\n  sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &st, 0);\n  sqlite3_bind_text(st, 1, name.c_str(), -1, 0);\n  char buf[256];\n  snprintf(buf, sizeof(buf), "DELETE FROM users WHERE id = %d", id);\n  std::cout << "SELECT a name from " << name;\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def index\n  User.where("name = \'#{params[:name]}\'") ⟵\n  User.order("#{params[:sort]} desc") ⟵\n  sql = "SELECT * FROM users WHERE id = #{id}" ⟵\n  User.find_by_sql("SELECT * FROM users WHERE name = \'" + name + "\'") ⟵\nend',
      quiet:
        'def index\n  User.where("name = ?", params[:name])\n  User.where(name: params[:name])\n  order = params[:desc] ? "desc" : "asc"\n  User.order("created_at #{order}")\n  sql = "SELECT * FROM users WHERE id = #{params[:id].to_i}"\n  sql2 = "SELECT * FROM users WHERE name = #{connection.quote(name)}"\nend',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction find($pdo, $name) {\n  $sql = "SELECT * FROM users WHERE name = \'$name\'"; ⟵\n  $pdo->query("DELETE FROM users WHERE id = " . $_GET[\'id\']); ⟵\n  DB::select("select * from users where name = \'" . $name . "\'"); ⟵\n  $q = sprintf("UPDATE users SET name = \'%s\'", $name); ⟵\n  User::whereRaw("name = \'$name\'")->get(); ⟵\n}',
      quiet:
        '<?php\nfunction find($pdo, $name) {\n  $st = $pdo->prepare("SELECT * FROM users WHERE name = ?");\n  $st->execute([$name]);\n  $id = (int) $_GET[\'id\'];\n  $pdo->query("DELETE FROM users WHERE id = " . $id);\n  $q = sprintf("SELECT * FROM users LIMIT %d", $name);\n  $safe = "SELECT * FROM users WHERE name = \'" . mysqli_real_escape_string($c, $name) . "\'";\n  User::whereRaw("name = ?", [$name])->get();\n}',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc (s *Store) Find(name string) {\n\ts.db.Where("name ILIKE \'%" + name + "%\'").Find(&rows) ⟵\n}',
      quiet:
        'package a\n\nfunc (s *Store) Find(name string) {\n\ts.db.Where("name ILIKE ?", "%"+name+"%").Find(&rows)\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void find(const QString& name) {\n  query.exec(QString("SELECT id FROM users WHERE name = \'%1\'").arg(name)); ⟵\n}',
      quiet:
        'void find(const QString& name) {\n  query.prepare("SELECT id FROM users WHERE name = ?");\n  query.addBindValue(name);\n  query.exec();\n}',
    },
  ],
};

/** Whether what is put together is SQL: by its words, or by the call that it is given to. */
function isBuilt({ view, language }: RuleContext, at: Code, pieces: readonly Piece[]): boolean {
  if (at.kind === 'text' && isTagged(at.prefix, language)) return false;
  const words = wordsOf(fromWords(pieces));
  const call = callWith(view, at);
  if (call && FORMATTED.test(methodOf(call))) return false;
  if (isSqlStatement(words)) return true;
  // `Where("name = ?", value)`: what is put together is a parameter.
  const [query] = call?.args ?? [];
  if (call && RAW.has(methodOf(call)) && query?.kind === 'text' && query.end <= at.start)
    return false;
  const parent = view.parentOf(at);
  if (isSqlPart(words)) {
    const isAdded = parent?.kind === 'assign' && parent.operator !== '=';
    const isNamed = /sql|query|where|cond|clause|filter/i.test(targetWord(parent));
    if (isAdded || isNamed || (call && (RAW.has(methodOf(call)) || ADDS.has(methodOf(call))))) {
      return true;
    }
  }
  if (!call || !RAW.has(methodOf(call))) return false;
  const isBuilder =
    /^(?:where|andWhere|orWhere|having|andHaving|orderBy|addSelect|leftJoin|text)$/.test(
      methodOf(call),
    );
  if (isBuilder && language !== 'ruby') {
    return (
      call.args[0] === at &&
      /[\w?]\s*(?:[=<>]|\bLIKE\b|\bIN\b|\blike\b)/.test(words) &&
      !/^\s*</.test(words)
    );
  }
  return isRawCall(call, language);
}

function targetWord(parent: Code | undefined): string {
  if (parent?.kind === 'declare' || parent?.kind === 'assign') return lastWord(parent.target);
  return '';
}

/** A tag makes placeholders of the values; C#'s `$` and Python's `f` make text. */
function isTagged(prefix: string, language: string): boolean {
  return isEcmascriptTag(language) && prefix !== '' && prefix !== 'String.raw';
}

function isEcmascriptTag(language: string): boolean {
  return ECMASCRIPT.some((one) => one === language);
}

/** The call that is given the text, also through a wrapper such as `text(…)`. */
function callWith(view: RuleContext['view'], at: Code): Call | undefined {
  let inner = at;
  for (let i = 0; i < 4; i++) {
    const parent = view.parentOf(inner);
    if (parent?.kind === 'call') return parent.callee === inner ? undefined : parent;
    if (!parent || !/^(?:unary|named|list|entry|dict|cast|await)$/.test(parent.kind))
      return undefined;
    inner = parent;
  }
  return undefined;
}

/** Only a log or an error tells it. */
function isOnlyTold({ view }: RuleContext, at: Code): boolean {
  const call = callWith(view, at);
  if (view.enclosing(at, 'throw')) return true;
  return (
    call !== undefined &&
    (/^(?:log|debug|info|warn|warning|error|print|println|printf|puts|echo|exception|trace|Errorf|Fatalf?|Println|Printf|WriteLine|assert\w*|expect|describe|it|test|panic!|println!|eprintln!|info!|debug!|warn!|error!|trace!)$/i.test(
      methodOf(call),
    ) ||
      /Error$|Exception$/.test(calleeOf(call)))
  );
}

/** What follows the first words: a stream, or text that is added to, is no value in it. */
function fromWords(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.findIndex((piece) => piece.kind === 'words' && piece.words.trim() !== '');
  return pieces.slice(Math.max(0, first));
}

/** The text was put together above, where it is asked about. */
function isBuiltAbove(context: RuleContext, query: Code): boolean {
  const { view } = context;
  if (query.kind === 'unary') return isBuiltAbove(context, query.operand);
  if (piecesOf(query)) return true;
  const variable = query.kind === 'name' ? variablesOf(view).get(query.name) : undefined;
  return variable?.values.some((value) => piecesOf(value) !== undefined) ?? query.kind === 'call';
}
