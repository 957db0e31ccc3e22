import type { LanguageId } from '../languageId.ts';

/** What is opened and must be closed: what the call looks like, and how it is given back. */
export interface Opener {
  /** In dotted words (see `chainOf`). */
  readonly opens: RegExp;
  /** Methods of what is opened, or functions that take it. */
  readonly closes: RegExp;
  /** Which of several values it is; undefined where it is the only one. */
  readonly place?: number;
  /** The field of it that is closed: the body of Go's answers. */
  readonly field?: string;
}

const ECMASCRIPT: readonly Opener[] = [
  { opens: /^(?:fs\.)?openSync$/, closes: /^(?:closeSync|close)$/ },
  {
    opens: /^(?:fsp|fsPromises|fs\.promises|promises)\.open$|^Deno\.open(?:Sync)?$/,
    closes: /^close$/,
  },
  {
    opens: /(?:^|\.)\w*[pP]ool\.(?:connect|getConnection|acquire)$/,
    closes: /^(?:release|end|destroy|close)$/,
  },
  {
    opens:
      /^(?:mysql2?|oracledb|mariadb|sql)\.(?:createConnection|getConnection)$|^(?:pg\.)?Client$|^MongoClient(?:\.connect)?$/,
    closes: /^(?:end|close|release|destroy)$/,
  },
  { opens: /^setInterval$/, closes: /^clearInterval$/ },
  {
    opens: /^(?:Web(?:Socket|Transport)|EventSource|Worker|BroadcastChannel)$/,
    closes: /^(?:close|terminate)$/,
  },
  { opens: /^(?:puppeteer|chromium|firefox|webkit|playwright\.\w+)\.launch$/, closes: /^close$/ },
];

const PYTHON: readonly Opener[] = [
  {
    opens:
      /^(?:open|io\.open|codecs\.open|gzip\.open|bz2\.open|os\.fdopen|tarfile\.open|zipfile\.ZipFile|ZipFile|wave\.open)$|^(?:\w*path|\w*file|p|Path\(\))\.open$/,
    closes: /^close$/,
  },
  { opens: /^os\.open$/, closes: /^(?:close|fdopen)$/ },
  {
    opens:
      /^(?:socket\.socket|socket\.create_connection|(?:urllib\.request\.)?urlopen|ftplib\.FTP|smtplib\.SMTP(?:_SSL)?|telnetlib\.Telnet)$/,
    closes: /^(?:close|quit|detach|shutdown)$/,
  },
  {
    opens:
      /^(?:sqlite3|psycopg2?|pymysql|MySQLdb|mysql\.connector|cx_Oracle|pyodbc|asyncpg|aiosqlite)\.connect$/,
    closes: /^close$/,
  },
  {
    opens: /^(?:requests\.Session|httpx\.(?:Async)?Client|aiohttp\.ClientSession|ClientSession)$/,
    closes: /^(?:close|aclose)$/,
  },
  {
    opens:
      /^(?:concurrent\.futures\.)?(?:ThreadPool|ProcessPool)Executor$|^(?:multiprocessing|mp)\.Pool$/,
    closes: /^(?:shutdown|close|terminate|join)$/,
  },
];

const GO: readonly Opener[] = [
  {
    opens: /^os\.(?:Open|Create|OpenFile|CreateTemp)$|^ioutil\.TempFile$/,
    closes: /^Close$/,
    place: 0,
  },
  {
    opens:
      /^http\.(?:Get|Post|PostForm|Head)$|(?:^|\.)(?:\w*[cC]lient|http\.DefaultClient)\.(?:Do|Get|Post|PostForm)$/,
    closes: /^Close$/,
    place: 0,
    field: 'Body',
  },
  {
    opens:
      /(?:^|\.)(?:db|DB|tx|conn|pool|stmt)\.(?:Query|QueryContext|Queryx|QueryxContext|NamedQuery)$/,
    closes: /^Close$/,
    place: 0,
  },
  {
    opens: /(?:^|\.)(?:db|DB|conn)\.(?:Prepare|PrepareContext|Preparex)$/,
    closes: /^Close$/,
    place: 0,
  },
  {
    opens: /^(?:net|tls)\.(?:Dial\w*|Listen\w*)$|^grpc\.(?:Dial\w*|NewClient)$/,
    closes: /^(?:Close|Serve)$/,
    place: 0,
  },
  { opens: /^time\.(?:NewTicker)$/, closes: /^Stop$/ },
  { opens: /^(?:gzip|zlib|zip)\.(?:NewReader|OpenReader|NewWriter)$/, closes: /^Close$/, place: 0 },
];

const JAVA: readonly Opener[] = [
  {
    opens:
      /^(?:java\.io\.)?(?:FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|BufferedReader|BufferedWriter|PrintWriter|InputStreamReader|ObjectInputStream|ObjectOutputStream|ZipFile|JarFile|ZipInputStream|Socket|ServerSocket|DatagramSocket)$/,
    closes: /^close$/,
  },
  {
    opens:
      /^Files\.(?:lines|list|walk|find|newInputStream|newOutputStream|newBufferedReader|newBufferedWriter|newDirectoryStream)$/,
    closes: /^close$/,
  },
  { opens: /^(?:DriverManager|\w*[dD]ataSource|ds|pool)\.getConnection$/, closes: /^close$/ },
  {
    opens:
      /(?:^|\.)(?:conn|connection|con|c)\.(?:prepareStatement|createStatement|prepareCall)$|(?:^|\.)(?:\w*[sS]tatement|stmt|ps|st)\.(?:executeQuery)$/,
    closes: /^close$/,
  },
  { opens: /^Executors\.new\w+$/, closes: /^(?:shutdown|shutdownNow|close)$/ },
  {
    opens:
      /^HttpClients\.create\w*$|^(?:sessionFactory|emf|entityManagerFactory)\.(?:openSession|createEntityManager)$/,
    closes: /^close$/,
  },
];

const CSHARP: readonly Opener[] = [
  {
    opens:
      /^(?:System\.IO\.)?(?:FileStream|StreamReader|StreamWriter|BinaryReader|BinaryWriter|ZipArchive|GZipStream|CryptoStream)$/,
    closes: /^(?:Dispose|Close|DisposeAsync)$/,
  },
  {
    opens:
      /^(?:System\.IO\.)?File\.(?:Open|OpenRead|OpenWrite|OpenText|Create|CreateText|AppendText)$/,
    closes: /^(?:Dispose|Close|DisposeAsync)$/,
  },
  {
    opens:
      /^(?:\w*(?:Sql|Npgsql|MySql|Sqlite|OleDb|Odbc|Oracle)\w*(?:Connection|Command|DataReader))$|(?:^|\.)\w*[cC](?:ommand|md)\.ExecuteReader(?:Async)?$/,
    closes: /^(?:Dispose|Close|DisposeAsync|CloseAsync)$/,
  },
  {
    opens:
      /^(?:TcpClient|UdpClient|Socket|SmtpClient|HttpClient|WebClient|Process|HttpRequestMessage)$|^ZipFile\.Open\w*$/,
    closes: /^(?:Dispose|Close)$/,
  },
];

const CPP: readonly Opener[] = [
  {
    opens: /^(?:f|fd|tmp|p)?open(?:dir)?$|^fdopen$|^tmpfile$/,
    closes: /^(?:f|p)?close(?:dir)?$|^fdopen$/,
  },
  { opens: /^(?:malloc|calloc|realloc|strdup|strndup|asprintf)$/, closes: /^(?:free|realloc)$/ },
  { opens: /^(?:socket|accept)$/, closes: /^(?:close|closesocket|shutdown)$/ },
  { opens: /^(?:curl_easy_init)$/, closes: /^curl_easy_cleanup$/ },
  { opens: /^new$/, closes: /^delete$/ },
];

const RUBY: readonly Opener[] = [
  {
    opens:
      /^(?:File|IO|TCPSocket|TCPServer|UDPSocket|UNIXSocket|Zip\.File|Zlib\.GzipReader|StringScanner|Dir)\.(?:open|new|popen)$|^(?:File|TCPSocket|TCPServer|UDPSocket)$|^open$|^URI\.open$|^IO\.popen$/,
    closes: /^(?:close|close_\w+|unlink|close!)$/,
  },
  {
    opens: /^(?:PG\.connect|PG\.Connection|Mysql2\.Client|SQLite3\.Database)(?:\.(?:new|open))?$/,
    closes: /^(?:close|finish)$/,
  },
  { opens: /^Tempfile(?:\.(?:new|create))?$/, closes: /^(?:close|unlink|close!|delete)$/ },
];

const PHP: readonly Opener[] = [
  {
    opens: /^(?:fopen|tmpfile|fsockopen|gzopen|bzopen|stream_socket_client)$/,
    closes: /^(?:fclose|gzclose|bzclose)$/,
  },
  { opens: /^opendir$/, closes: /^closedir$/ },
  { opens: /^popen$/, closes: /^pclose$/ },
  { opens: /^proc_open$/, closes: /^(?:proc_close|proc_terminate)$/ },
  { opens: /^(?:ZipArchive)$/, closes: /^close$/ },
];

/** By language: what is opened, and how it is closed. Rust closes by itself. */
export const OPENERS: { readonly [L in LanguageId]: readonly Opener[] } = {
  typescript: ECMASCRIPT,
  tsx: ECMASCRIPT,
  javascript: ECMASCRIPT,
  python: PYTHON,
  go: GO,
  rust: [],
  java: JAVA,
  csharp: CSHARP,
  cpp: CPP,
  ruby: RUBY,
  php: PHP,
};
