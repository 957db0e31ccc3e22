import type { Catch, Code } from '../../code/code.ts';
import { everythingIn } from '../../code/say.ts';

/** A type that errors of the code itself have too; `csv.Error` is that of a module. */
const BROAD =
  /(?:^|[.:\\\s])(?:Exception|BaseException|Throwable|StandardError|RuntimeException|RuntimeError|runtime_error|exception|SystemException|RubyVM)\b\s*[&*]?$|(?:^|[\\\s])Error$/;

/** Not even errors of the machine pass: `BaseException`, `Throwable`, no type at all. */
const WIDEST = /(?:^|[.:\\\s])(?:BaseException|Throwable)$/;

/** What programs expect of the outside world: it can fail in more ways than one thinks of. */
const OUTSIDE =
  /(?:^|[.:\\\s])\w*(?:IO|Io|OS|SQL|Sql|Socket|Http|HTTP|Request|Connection|Network|Database|Db|DB|PDO|Timeout|Client|Guzzle|Interrupted|Execution|Storage|Api|API|Remote|Ssl|SSL|WebException|Json|JSON|Yaml|DataAccess|Persistence|Jpa|Hibernate|Messaging|Jms|Kafka|Amqp|Mail|Smtp|SMTP|Payment|Service|Rest|Feign|Redis|Mongo|Stripe|Aws|S3|Rpc|Grpc|Dao|Repository|Transaction|Integrity|Operational|Store|Upload|Sync)\w*(?:Exception|Error)?$|(?:^|[.:\s])(?:filesystem|system)_error\s*[&*]?$|\bios(?:_base)?::failure/;

/** Takes errors of every kind. */
export function isBroad({ types }: Catch): boolean {
  return types.length === 0 || types.some((type) => BROAD.test(type.trim()));
}

/** Takes even what nobody may handle. */
export function isWidest({ types }: Catch): boolean {
  return types.length === 0 || types.some((type) => WIDEST.test(type.trim()));
}

/** Takes errors of files, of networks, of databases. */
export function isOfOutside({ types }: Catch): boolean {
  return types.some((type) => OUTSIDE.test(type.trim()) && !/NotFound|NoSuch|Exists/.test(type));
}

/** The error goes on to who called, or something is made of it. */
export function isPassedOn({ name, body }: Catch): boolean {
  for (const node of everythingIn(body)) {
    if (node.kind === 'throw') return true;
    if (name !== undefined && node.kind === 'name' && node.name === name) return true;
    if (node.kind === 'name' && RETHROWS.test(node.name)) return true;
    if (node.kind === 'member' && RETHROWS.test(node.name)) return true;
  }
  return false;
}

const RETHROWS =
  /^(?:raise|rethrow\w*|reject|next|abort|fail|exit|current_exception|panic|_exit|die|quick_exit|terminate|exc_info|format_exc)$/;

/** Whether anything in it asks what kind of error it is. */
export function isToldApart({ name, body }: Catch): boolean {
  if (name === undefined) return false;
  const isError = (code: Code): boolean => code.kind === 'name' && code.name === name;
  for (const node of everythingIn(body)) {
    if (node.kind === 'if' || node.kind === 'switch' || node.kind === 'conditional') {
      const tested = node.kind === 'switch' ? node.subject : node.condition;
      if (!tested) continue;
      for (const inside of everythingIn(tested)) if (isError(inside)) return true;
    }
  }
  return false;
}
