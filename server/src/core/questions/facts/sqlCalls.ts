import type { Call } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';

/** C#'s calls that make parameters of what is put into a text. */
export const FORMATTED =
  /^(?:FromSqlInterpolated|FromSql|ExecuteSqlInterpolated(?:Async)?|ExecuteSql(?:Async)?|SqlQuery|SQL)$/;

/** Calls whose text is SQL whatever it says. */
export const RAW: ReadonlySet<string> = new Set([
  ...['whereRaw', 'orWhereRaw', 'havingRaw', 'orderByRaw', 'selectRaw', 'groupByRaw', 'joinRaw'],
  ...[
    'fromRaw',
    'RawSQL',
    'createQuery',
    'createNativeQuery',
    'createSQLQuery',
    'find_by_sql',
    'find_by',
    'find_by!',
    'from',
  ],
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

/** Calls that add to a text. */
export const ADDS: ReadonlySet<string> = new Set([
  'append',
  'Append',
  'WriteString',
  'push_str',
  'push',
]);

/** Words that only some languages' query builders use for raw text. */
export function isRawCall(call: Call, language: string): boolean {
  const method = methodOf(call);
  if (
    /^(?:where|order|having|pluck|joins|group|reorder|exists\?|not|raw|literal|find_by!?|from)$/.test(
      method,
    )
  ) {
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

/** Calls that run the text they are given. */
export const RUNS: ReadonlySet<string> = new Set([
  ...['query', 'execute', 'executemany', 'executescript', 'raw', 'rawQuery', 'executeQuery', 'all'],
  ...['executeUpdate', 'createNativeQuery', 'Query', 'Exec', 'QueryRow', 'Raw', 'FromSqlRaw'],
  ...['ExecuteSqlRaw', 'find_by_sql', 'mysqli_query', 'pg_query', 'sqlite3_exec', 'mysql_query'],
  ...['PQexec', 'sql_query', 'order', '$queryRawUnsafe', '$executeRawUnsafe', 'unprepared'],
]);

/** Whether a call is one of a database's. */
export function isDatabase(call: Call): boolean {
  const callee = calleeOf(call);
  if (
    /^(?:mysqli_query|pg_query|sqlite3_exec|mysql_query|PQexec)$|sql_query$|Raw|raw$|find_by_sql|Unsafe$/.test(
      callee,
    )
  )
    return true;
  if (callee.endsWith('.order')) return /^[A-Z]\w*\.order$/.test(callee);
  return /(?:^|\.)(?:db|database|conn|connection|pool|client|cursor|cur|c|pdo|mysqli|knex|sequelize|sqlx|jdbcTemplate|stmt|st|statement|session|em|tx|trx|prisma|engine)\.\w+$/i.test(
    callee,
  );
}
