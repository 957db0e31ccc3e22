import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf } from '../../code/say.ts';
import { buildingsIn, piecesOf, wordsOf, type Piece } from '../facts/building.ts';
import { isChecked } from '../facts/checked.ts';
import { outsideOf, type Origin } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { isOwnValue, wordOf } from '../facts/ownValue.ts';
import { isSqlPart, isSqlStatement } from '../facts/sqlText.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Severity, Trigger } from '../rule.ts';

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
    const holders = sqlHolders(context);
    const asked = new Set<number>();
    const ask = function* (at: Code, pieces: readonly Piece[]): Iterable<Trigger> {
      const found = worst(context, pieces);
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
      if (origin?.kind === 'request' && !isBuiltAbove(context, query) && query.kind !== 'dict') {
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
  ],
};

/** Whether what is put together is SQL: by its words, or by the call that it is given to. */
function isBuilt({ view, language }: RuleContext, at: Code, pieces: readonly Piece[]): boolean {
  if (at.kind === 'text' && isTagged(at.prefix, language)) return false;
  const words = wordsOf(fromWords(pieces));
  const call = callWith(view, at);
  if (call && FORMATTED.test(methodOf(call))) return false;
  if (isSqlStatement(words)) return true;
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

/** C#'s calls that make parameters of what is put into a text. */
const FORMATTED =
  /^(?:FromSqlInterpolated|FromSql|ExecuteSqlInterpolated(?:Async)?|ExecuteSql(?:Async)?|SqlQuery|SQL)$/;

/** Calls whose text is SQL whatever it says. */
const RAW: ReadonlySet<string> = new Set([
  ...['whereRaw', 'orWhereRaw', 'havingRaw', 'orderByRaw', 'selectRaw', 'groupByRaw', 'joinRaw'],
  ...['fromRaw', 'RawSQL', 'createQuery', 'createNativeQuery', 'createSQLQuery', 'find_by_sql'],
  ...['where', 'order', 'having', 'pluck', 'joins', 'group', 'reorder', 'exists?', 'count_by_sql'],
  ...['update_all', 'delete_all', 'Where', 'Order', 'Having', 'Joins', 'raw', 'Raw', 'literal'],
  ...[
    'andWhere',
    'orWhere',
    'extra',
    'text',
    'orderBy',
    'addSelect',
    'leftJoin',
    'andHaving',
    'rawQuery',
    'execSQL',
    'select_all',
    'exec_query',
    'not',
  ],
  ...['$queryRawUnsafe', '$executeRawUnsafe', 'FromSqlRaw', 'ExecuteSqlRaw', 'SqlQueryRaw'],
]);

const ADDS: ReadonlySet<string> = new Set(['append', 'Append', 'WriteString', 'push_str', 'push']);

/** Words that only some languages' query builders use for raw text. */
function isRawCall(call: Call, language: string): boolean {
  const method = methodOf(call);
  if (/^(?:where|order|having|pluck|joins|group|reorder|exists\?|not|raw|literal)$/.test(method)) {
    if (language === 'ruby')
      return !/^(?:raw|literal)$/.test(method) && call.callee.kind === 'member';
    if (method === 'raw')
      return /^(?:knex|db|DB|sequelize|conn|connection|objects)\.raw$|objects\.raw$/i.test(
        calleeOf(call),
      );
    return method === 'literal' && /^(?:sequelize|db)\.literal$/i.test(calleeOf(call));
  }
  if (/^(?:Where|Order|Having|Joins|Raw)$/.test(method)) return language === 'go';
  if (method === 'extra' || method === 'update_all' || method === 'delete_all')
    return language === 'python' || language === 'ruby';
  return call.args.length < 4;
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

/** Variables that hold SQL which is added to: builders, and text. */
function sqlHolders({ view }: RuleContext): ReadonlySet<string> {
  const names = new Set<string>();
  for (const one of view.all('declare', 'assign')) {
    if (one.target.kind !== 'name' || !one.value) continue;
    const [given] = one.value.kind === 'call' ? one.value.args : [];
    if (isSql(one.value) || (given && isSql(given))) names.add(one.target.name);
  }
  for (const call of view.all('call')) {
    const [given] = call.args;
    if (given && ADDS.has(methodOf(call)) && isSql(given)) names.add(rootName(call));
  }
  return names;
}

function isSql(code: Code): boolean {
  if (code.kind !== 'text' && code.kind !== 'binary') return false;
  const words =
    code.kind === 'text'
      ? code.parts.map((part) => (typeof part === 'string' ? part : '?')).join('')
      : wordsOf(piecesOf(code) ?? []);
  return isSqlStatement(words);
}

/** The value that a builder of SQL is given. */
function addedTo(call: Call, holders: ReadonlySet<string>): Code | undefined {
  const [given] = call.args;
  if (!given || !ADDS.has(methodOf(call)) || piecesOf(given)) return undefined;
  return holders.has(rootName(call)) ? given : undefined;
}

function rootName(call: Call): string {
  let node: Code = call;
  for (let i = 0; i < 100; i++) {
    if (node.kind === 'call') node = node.callee;
    else if (node.kind === 'member') node = node.object;
    else break;
  }
  return node.kind === 'name' ? node.name : '';
}

/** Calls that run the text they are given. */
const RUNS: ReadonlySet<string> = new Set([
  ...['query', 'execute', 'executemany', 'executescript', 'raw', 'rawQuery', 'executeQuery', 'all'],
  ...['executeUpdate', 'createNativeQuery', 'Query', 'Exec', 'QueryRow', 'Raw', 'FromSqlRaw'],
  ...['ExecuteSqlRaw', 'find_by_sql', 'mysqli_query', 'pg_query', 'sqlite3_exec', 'mysql_query'],
  ...['PQexec', 'sql_query', 'order', '$queryRawUnsafe', '$executeRawUnsafe', 'unprepared'],
]);

function isDatabase(call: Call): boolean {
  const callee = calleeOf(call);
  if (
    /^(?:mysqli_query|pg_query|sqlite3_exec|mysql_query|PQexec)$|sql_query$|Raw|raw$|find_by_sql|Unsafe$/.test(
      callee,
    )
  )
    return true;
  if (/\.order$/.test(callee)) return /^[A-Z]\w*\.order$/.test(callee);
  return /(?:^|\.)(?:db|database|conn|connection|pool|client|cursor|cur|c|pdo|mysqli|knex|sequelize|sqlx|jdbcTemplate|stmt|st|statement|session|em|tx|trx|prisma|engine)\.\w+$/i.test(
    callee,
  );
}

/** The text was put together above, where it is asked about. */
function isBuiltAbove(context: RuleContext, query: Code): boolean {
  const { view } = context;
  if (query.kind === 'unary') return isBuiltAbove(context, query.operand);
  if (piecesOf(query)) return true;
  const variable = query.kind === 'name' ? variablesOf(view).get(query.name) : undefined;
  return variable?.values.some((value) => piecesOf(value) !== undefined) ?? query.kind === 'call';
}

interface Worst {
  readonly what: string;
  readonly severity: Severity;
}

/** What is asked about: a value from outside before any other, names of tables last. */
function worst(context: RuleContext, pieces: readonly Piece[]): Worst | undefined {
  const { view } = context;
  let found: { code: Code; origin: Origin | undefined; severity: Severity } | undefined;
  for (const piece of pieces) {
    if (
      piece.kind === 'words' ||
      /[dioufFxXeEgG]\}?$/.test(piece.spec.replace(/^\{\w*\}$|^\{$/, ''))
    )
      continue;
    const code = leafOf(context, piece.code);
    if (!code) continue;
    const origin = outsideOf(context).textIn(code);
    if (origin?.kind === 'request') {
      if (isChecked(view, code, origin)) continue;
      found = { code, origin, severity: 'high' };
      break;
    }
    const isName =
      /^(?:.*_)?(?:table|column|col|field|schema|sort|order|dir|direction|db|database|index|collection)s?(?:_?name)?s?$|(?:Table|Column|Field|Schema|Direction|TableName|ColumnName)s?$/i.test(
        wordOf(code),
      );
    const isSqlName =
      /sql|quer|where|cond|clause|filter|join|placeholder|marks?$|bind|suffix|prefix|select|returning|limit|offset|stmt|expr|columns|fields|tables|cols|criteria|separator|predicate|alias|cte|with$|constraint|updates|checks|indexname|tablename|identity/i.test(
        listWord(code),
      );
    if (isSqlName || (code.kind !== 'name' && isName)) continue;
    if (isName && !(code.kind === 'name' && variablesOf(view).get(code.name)?.isParam)) continue;
    if (isChecked(view, code, origin)) continue;
    if (!found || (found.severity === 'low' && !isName)) {
      found = { code, origin, severity: isName ? 'low' : 'normal' };
    }
  }
  return (
    found && { what: outsideWordsAtEnd(view, found.code, found.origin), severity: found.severity }
  );
}

/** The first piece of a value that is not harmless: of its branches, of what is joined. */
function leafOf(context: RuleContext, top: Code): Code | undefined {
  const nodes: Code[] = [top];
  for (let node = nodes.pop(), i = 0; node && i < 50; node = nodes.pop(), i++) {
    if (isHarmless(context, node)) continue;
    const pieces = node === top ? undefined : piecesOf(node);
    if (pieces) {
      nodes.push(...pieces.flatMap((one) => (one.kind === 'value' ? [one.code] : [])).toReversed());
    } else if (node.kind === 'conditional') nodes.push(node.otherwise, node.whenTrue);
    else if (node.kind === 'comprehension') nodes.push(node.element);
    else if (node.kind === 'call' && node.args.at(-1)?.kind === 'comprehension')
      nodes.push(...node.args);
    else return node;
  }
  return undefined;
}

/** The word of a list that is joined, or of the value itself. */
function listWord(code: Code): string {
  if (code.kind !== 'call' || !/^(?:join|Join|implode)$/.test(methodOf(code))) return wordOf(code);
  const { callee, args } = code;
  const list =
    callee.kind === 'member' && callee.object.kind !== 'text' ? callee.object : args.at(-1);
  return list ? wordOf(list) : '';
}

/** Ours, a number, or made harmless by what puts quotes around it. */
function isHarmless({ view }: RuleContext, code: Code): boolean {
  if (isOwnValue(view, code)) return true;
  if (code.kind === 'call' || code.kind === 'member') {
    const word = wordOf(code);
    if (
      /escape|quote|sanitiz|sanitis|ident|literal|placeholder|addslashes|esc_sql|bindvar|wrap|columnize|parameter|esc$/i.test(
        word,
      )
    )
      return true;
  }
  if (code.kind !== 'name') return false;
  const values = variablesOf(view).get(code.name)?.values ?? [];
  const isEscaped =
    values.length !== 0 &&
    values.every(
      (value) =>
        value.kind === 'call' &&
        /escape|quote|sanitiz|sanitis|ident|literal|addslashes|placeholder/i.test(wordOf(value)),
    );
  return isEscaped;
}
