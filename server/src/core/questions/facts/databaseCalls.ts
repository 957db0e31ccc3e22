import type { LanguageId } from '../languageId.ts';

/** Names of what a program talks to its database with. */
const HANDLE =
  '_?(?:db|database|conn|connection|dbConn|pool|knex|session|cursor|cur|tx|trx|em|entityManager|dbContext|sequelize|stmt|statement|collection|mongo|pdo|mysqli|supabase|orm|sql|jdbcTemplate|namedParameterJdbcTemplate|jdbc|queryRunner|dataSource|dbh)';

/** The same as the end of a longer name. */
const HANDLE_END =
  '\\w+(?:Collection|DbContext|Connection|_db|_pool|_conn|Db|DB|Pool|Conn|_session)';

/** What is asked of such a thing, in every language's way of writing. */
const ASKED =
  '(?:query\\w*|Query\\w*|execute\\w*|Execute\\w*|exec|Exec(?:Context)?|select\\w*|Select|insert\\w*|Insert\\w*|update\\w+|Update\\w*|delete\\w+|Delete\\w*|find\\w+|Find\\w*|save|upsert\\w*|fetch\\w*|First\\w*|raw|one_or_none|scalar\\w*|commit|Commit|persist|replaceOne|bulkWrite|aggregate|countDocuments|ToList\\w*|Single\\w*)';

/** One for each kind of thing that is kept: all that it does is asked of the database. */
const REPOSITORY =
  '_?(?:repo|repository|dao|\\w+(?:Repository|Repo|Dao|DAO|_repository|_repo|_dao))';
const KEPT =
  '(?:query\\w*|Query\\w*|execute\\w*|exec|select\\w*|insert\\w*|Insert\\w*|update\\w*|Update\\w*|delete\\w*|Delete\\w*|remove\\w*|Remove\\w*|find\\w*|Find\\w*|get\\w*|Get\\w*|save\\w*|Save\\w*|create\\w*|Create\\w*|count\\w*|Count\\w*|exists\\w*|Exists\\w*|fetch\\w*|First\\w*|load\\w*|store|upsert\\w*|add|Add|all|one|list\\w*|List\\w*|lookup\\w*|by_\\w+)';

const PLAIN = new RegExp(
  `(?:^|\\.)(?:(?:${HANDLE}|${HANDLE_END})(?:\\(\\))?\\.${ASKED}|${REPOSITORY}(?:\\(\\))?\\.${KEPT})$`,
);

const ECMASCRIPT: readonly RegExp[] = [
  PLAIN,
  /(?:^|\.)_?prisma\.\w+\.\w+$|(?:^|\.)prisma\.\$(?:queryRaw|executeRaw)\w*$/,
  /(?:^|\.)(?:[A-Z]\w*|\w+Model)\.(?:findOne\w*|findById\w*|findByPk|findAll|findMany|findUnique\w*|findFirst\w*|findAndCountAll|find|countDocuments|create|insertMany|insertOne|updateOne|updateMany|deleteOne|deleteMany|aggregate|bulkCreate|destroy|upsert|exists)$/,
  /(?:^|\.)(?:\w*[cC]ollection|collection\(\))\.(?:find|insert|update|remove|count)$/,
  /(?:^|\.)(?:db|knex|database)\(?\)?\.(?:collection|from|select|insert|table)\(\).*\.(?:where|find\w*|insert\w*|update\w*|delete\w*|first|toArray|select|count\w*|eq|single)$/,
  /^knex\(\)\./,
  /^(?:tx|db|database|supabase)\.(?:select|from|insert|update|delete)\(\)\.(?:\w+\(\)\.)*\w+$/,
  /(?:^|\.)(?:redis|redisClient)\.\w+$/,
];

const PYTHON: readonly RegExp[] = [
  PLAIN,
  /\.objects\.(?:\w+\(\)\.)*(?:get|filter|all|create|count|exists|first|last|update|delete|get_or_create|update_or_create|bulk_create|aggregate|values|values_list|exclude)$/,
  /(?:^|\.)(?:session|db\.session)\.(?:query\(\).*\.(?:all|first|one|one_or_none|count|get|scalar|delete|update)|scalars|scalar|get|add|commit|flush|merge)$/,
  /^[A-Z]\w*\.query\.(?:\w+\(\)\.)*(?:get|first|all|one|count|get_or_404|first_or_404)$/,
  /(?:^|\.)(?:\w*_)?table\.(?:get_item|put_item|update_item|delete_item)$/,
  /(?:^|\.)(?:redis|redis_client|r)\.(?:get|set|hget|hset|hgetall|incr|lpush|rpop|expire)$/,
];

const GO: readonly RegExp[] = [
  PLAIN,
  /(?:^|\.)(?:rdb|\w*[rR]edis\w*)\.(?:Get|Set|HGet|HSet|HGetAll|Incr|LPush|RPop|Del|Exists|Expire|SAdd|ZAdd)$/,
  /(?:^|\.)(?:coll|\w*[cC]ollection|\w+Coll)\.(?:FindOne\w*|Find|InsertOne|UpdateOne|ReplaceOne|DeleteOne|CountDocuments|Aggregate)$/,
  /(?:^|\.)(?:db|DB|gorm|tx|conn|pool)\.(?:\w+\(\)\.)*(?:First|Find|Take|Last|Create|Save|Update\w*|Delete|Count|Scan|Pluck|Get|Select|Exec|Query|QueryRow)$/,
];

const RUST: readonly RegExp[] = [
  /\.(?:fetch_one|fetch_all|fetch_optional|fetch|load|get_result|get_results|query_one|query_opt|query_map|query_row)$/,
  /^sqlx\.query\w*!?\(\).*\.execute$|^sqlx\.query\w*$/,
  /(?:^|\.)(?:db|conn|connection|pool|tx|transaction|client|repo|repository|\w+_repo|\w+_repository)(?:\(\))?\.(?:query\w*|execute\w*|find\w*|insert\w*|update\w*|delete\w*|save\w*|get_\w+|create\w*)$/,
  /^\w+\.find(?:_by_id)?\(\).*\.(?:one|all)$/,
];

const JAVA: readonly RegExp[] = [
  PLAIN,
  /(?:^|\.)(?:jdbc|jdbcTemplate|jdbcOperations|namedParameterJdbcTemplate|\w*JdbcTemplate)\.(?:update|query\w*|execute)$/,
  /(?:^|\.)(?:redisTemplate|stringRedisTemplate)\.opsFor\w+\(\)\.\w+$|(?:^|\.)jedis\.\w+$/,
  /(?:^|\.)(?:\w*[sS]tatement|ps|pstmt|stmt|st)\.(?:execute\w*)$|(?:^|\.)(?:em|entityManager)\.(?:find|persist|merge|remove|createQuery\(\).*\.(?:getResultList|getSingleResult|executeUpdate))$|^DriverManager\.getConnection$/,
  /(?:^|\.)\w*(?:Mapper)\.(?:select\w*|insert\w*|update\w*|delete\w*|find\w*|get\w*)$/,
];

const CSHARP: readonly RegExp[] = [
  PLAIN,
  /(?:^|\.)_?(?:db|context|dbContext|ctx|\w+Context)\.(?:\w+\.)?(?:\w+\(\)\.)*(?:ToList|ToArray|First|FirstOrDefault|Single|SingleOrDefault|Find|Any|Count|Sum|SaveChanges|Add|ExecuteUpdate|ExecuteDelete|ToDictionary)(?:Async)?$/,
  /(?:^|\.)_?(?:cmd|command|\w+Command)\.Execute\w+$/,
  /(?:^|\.)_?\w*(?:[cC]onnection|conn|db)\.(?:Query|Execute)\w*$/,
];

const CPP: readonly RegExp[] = [
  /^(?:sqlite3_(?:exec|step|prepare\w*|open\w*)|mysql_(?:query|real_query|real_connect|stmt_execute)|PQ(?:exec\w*|connectdb)|redisCommand)$/,
  /(?:^|\.)(?:db|conn|connection|txn|tx|work|w|stmt|session|query|pool|repo|repository|\w+(?:Repository|Repo|_repo|_repository|Db|_db))_?(?:\(\))?\.(?:exec\w*|query\w*|execute\w*|find\w*|select\w*|insert\w*|update\w*|save\w*|load\w*|get[A-Z_]\w*|prepare)$/,
];

const RUBY: readonly RegExp[] = [
  PLAIN,
  /^DB\[\]\.(?:\w+\(\)\.)*(?:first|all|count|insert|update|delete|get)$/,
  /(?:^|\.)(?:conn|connection|db|pg)\.(?:exec_params|exec_prepared|exec_query|select_\w+)$/,
  /^(?!.*\.new\()(?:\w+\.)*[A-Z]\w*(?:\.\w+\(\))*\.(?:find|find_by!?|find_by_\w+|where|first|last|all|count|exists\?|create!?|find_or_create_by!?|pluck|update_all|delete_all|destroy_all|insert_all|find_each|take)$/,
  /^ActiveRecord\.Base\.connection(?:\(\))?\.\w+$/,
  /(?:^|\.)(?:redis|REDIS|\$redis)\.\w+$/,
];

const PHP: readonly RegExp[] = [
  PLAIN,
  /(?:^|\.)getRepository\(\)\.(?:find\w*|count)$/,
  /^(?:DB|\w*Query)\.(?:\w+\(\)\.)*(?:select|insert|update|delete|statement|get|first|find|value|count|exists|pluck)$/,
  /^[A-Z]\w*\.(?:\w+\(\)\.)*(?:find|findOrFail|first|firstOrFail|get|all|count|exists|create|updateOrCreate|firstOrCreate|paginate|pluck|findOne|findAll|findBy|findOneBy)$/,
  /(?:^|\.)(?:\w*[sS]tmt|statement|sth|query)\.(?:execute|fetch\w*)$|^(?:mysqli_query|pg_query|mysql_query)$/,
];

/** By language: what calls of a database look like in dotted words (see `chainOf`). */
export const DATABASE: { readonly [L in LanguageId]: readonly RegExp[] } = {
  typescript: ECMASCRIPT,
  tsx: ECMASCRIPT,
  javascript: ECMASCRIPT,
  python: PYTHON,
  go: GO,
  rust: RUST,
  java: JAVA,
  csharp: CSHARP,
  cpp: CPP,
  ruby: RUBY,
  php: PHP,
};
