import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf, plainText } from '../../code/say.ts';
import { chainOf } from './chain.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** The paths that a call opens, reads, writes, sends or takes away; none for other calls. */
export function pathsOf(call: Call, language: LanguageId): readonly Code[] {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first, second, third] = call.args;
  const given = (...codes: readonly (Code | undefined)[]): readonly Code[] =>
    codes.filter((code) => code !== undefined);
  if (isEcmascript(language)) {
    if (/(?:^|\.)(?:fs|fsp|fse|fsPromises|promises|Deno|Bun)\.\w+$/.test(callee)) {
      return /rename|copy|move|link|cp/i.test(method) ? given(first, second) : given(first);
    }
    // `open(path, 'r')` of `fs/promises`, and `import(path)`.
    const isOpened = callee === 'open' && second?.kind === 'text';
    if (isOpened || callee === 'import') return given(first);
    return ECMASCRIPT_FILES.test(method) && !/^(?:db|cache)\./.test(callee) ? given(first) : [];
  }
  const { callee: called } = call;
  const object = called.kind === 'member' ? called.object : undefined;
  switch (language) {
    case 'python':
      if (
        /^(?:open|io\.open|codecs\.open|aiofiles\.open|send_file|(?:web\.|responses\.)?FileResponse|flask\.send_file|(?:zipfile\.)?ZipFile|tarfile\.open|gzip\.open|pd\.read_\w+|np\.(?:load|save|loadtxt)|Image\.open|sqlite3\.connect|configparser\.read|fileinput\.input|static_file)$/.test(
          callee,
        )
      )
        return given(namedArg(call, 'file') ?? namedArg(call, 'path') ?? first);
      if (
        /^(?:os\.(?:remove|unlink|listdir|rmdir|mkdir|makedirs|stat|open|scandir|replace|rename|walk|chmod|symlink|link)|shutil\.\w+)$/.test(
          callee,
        )
      )
        return given(first, second);
      if (method === 'save' && object && call.args.length === 1) return given(first);
      return /^(?:read_text|read_bytes|write_text|write_bytes|unlink|iterdir|open|rmdir|mkdir|touch)$/.test(
        method,
      )
        ? given(object)
        : [];
    case 'go':
      if (
        /^(?:os|ioutil)\.(?:Open|OpenFile|ReadFile|Create|Remove|RemoveAll|WriteFile|Mkdir|MkdirAll|ReadDir|Stat|Lstat|Rename|Truncate|Chmod|Symlink|Link|DirFS)$|^(?:filepath\.(?:Glob|Walk|WalkDir)|template\.ParseFiles|zip\.OpenReader)$/.test(
          callee,
        )
      )
        return given(first);
      if (callee === 'http.ServeFile') return given(third);
      if (method === 'SaveUploadedFile') return given(second);
      return /^(?:c|ctx)\.(?:File|SendFile|Attachment|FileAttachment|Download)$/.test(callee)
        ? given(first)
        : [];
    case 'rust':
      if (/OpenOptions\.new\(\).*\.open$/.test(chainOf(call))) return given(first);
      return /(?:^|\.)(?:File\.(?:open|create)|fs\.\w+|NamedFile\.open(?:_async)?|ServeFile\.new)$/.test(
        callee,
      )
        ? given(first)
        : [];
    case 'java':
      if (
        call.isNew &&
        /^(?:java\.io\.)?(?:File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|FileSystemResource|UrlResource)$/.test(
          callee,
        )
      )
        return given(first, second);
      if (/^(?:Files|FileCopyUtils)\.(?:copy|move)$/.test(callee)) return given(first, second);
      if (/^(?:transferTo|write|saveAs)$/.test(method) && /part|file|upload/i.test(callee))
        return given(first);
      return /^(?:Files\.\w+|FileUtils\.\w+)$/.test(callee) ? given(first) : [];
    case 'csharp':
      if (/(?:^|\.)(?:File|Directory)\.[A-Z]\w+$/.test(callee))
        return /Copy|Move/.test(method) ? given(first, second) : given(first);
      if (
        call.isNew &&
        /(?:^|\.)(?:FileStream|StreamReader|StreamWriter|FileInfo|DirectoryInfo)$/.test(callee)
      )
        return given(first);
      return /^(?:PhysicalFile|PhysicalFileResult|VirtualFile|SendFileAsync|TransmitFile|WriteFile|SaveAs|ExtractToFile)$/.test(
        method,
      )
        ? given(first)
        : [];
    case 'cpp':
      if (
        /^(?:(?:std\.)?(?:fopen|freopen|remove)|open|unlink|opendir|_open|rename|stat|CreateFile[AW]?)$/.test(
          callee,
        )
      )
        return given(first);
      if (
        /(?:^|\.)(?:ifstream|ofstream|fstream|QFile|QDir|QFileInfo|directory_iterator|recursive_directory_iterator)$/.test(
          callee,
        )
      )
        return given(first);
      if (
        /(?:^|\.)(?:fs|filesystem)\.(?:remove|remove_all|create_directory|create_directories|rename|copy|copy_file|file_size|resize_file|last_write_time)$/.test(
          callee,
        )
      )
        return given(first);
      return /^(?:set_static_file_info|send_file|sendFile|newFileResponse|open)$/.test(method) &&
        object
        ? given(first)
        : [];
    case 'ruby':
      if (
        /^(?:File|IO|Dir|Pathname)\.(?:open|read|write|delete|new|readlines|binread|binwrite|foreach|unlink|glob|entries|children|rename|size|rm_rf|mkdir|chmod|symlink|copy_stream|each_line|stat)$|^(?:CSV\.(?:read|foreach|open|table)|(?:YAML|JSON|Psych)\.(?:load_file|safe_load_file|unsafe_load_file)|File|Zip\.File\.open)$/.test(
          callee,
        )
      )
        return callee === 'File' && !call.isNew ? [] : given(first);
      if (callee === 'render') return given(namedArg(call, 'file'));
      if (/^(?:read|binread|write|delete|open|unlink|rmtree|each_child|children)$/.test(method)) {
        const isJoined = object?.kind === 'call' && /^(?:join|\/)$/.test(methodOf(object));
        if (isJoined) return given(object);
      }
      return /^(?:send_file|open|FileUtils\.\w+)$/.test(callee)
        ? given(first, /FileUtils/.test(callee) ? second : undefined)
        : [];
    case 'php':
      if (
        /^\\?(?:file_get_contents|file_put_contents|fopen|readfile|unlink|file|include|include_once|require|require_once|opendir|scandir|rmdir|mkdir|parse_ini_file|show_source|highlight_file|simplexml_load_file)$/.test(
          callee,
        )
      )
        return given(first);
      if (/^\\?(?:move_uploaded_file)$/.test(callee)) return given(second);
      if (/^\\?(?:copy|rename|symlink)$/.test(callee)) return given(first, second);
      if (/^(?:storeAs|storePubliclyAs|putFileAs|move)$/.test(method) && second)
        return given(method === 'putFileAs' ? third : second);
      if (PHP_FILES.test(chainOf(call))) return given(first);
      return /^(?:download|BinaryFileResponse|SplFileObject|SplFileInfo|DirectoryIterator)$/.test(
        method,
      )
        ? given(first)
        : [];
    default:
      return [];
  }
}

/** Laravel's files and answers. */
const PHP_FILES =
  /(?:^|\.)(?:Storage|File|Filesystem)(?:\.disk\(\))?\.(?:get|put|delete|path|readStream|append|prepend|copy|move|files|size|download|response|deleteDirectory|makeDirectory|lines|require|getRequire)$|(?:^response\(\)|Response|\bresponse)\.(?:file|download|streamDownload)$/;

function namedArg({ args }: Call, name: string): Code | undefined {
  for (const arg of args.flatMap((one) => (one.kind === 'dict' ? one.entries : [one]))) {
    if (arg.kind === 'named' && arg.name === name) return arg.value;
    const isKey =
      arg.kind === 'entry' && (arg.key.kind === 'name' ? arg.key.name : plainText(arg.key));
    if (arg.kind === 'entry' && isKey === name) return arg.value;
  }
  return undefined;
}

const ECMASCRIPT_FILES =
  /^(?:readFile|readFileSync|writeFile|writeFileSync|createReadStream|createWriteStream|unlink|unlinkSync|readdir|readdirSync|appendFile|appendFileSync|sendFile|sendfile|download|rmSync|statSync|lstatSync|existsSync|mkdirSync|rename|renameSync|copyFile|copyFileSync|require|readJson|outputFile)$/;

/** Calls that put a path together of a folder and a name. */
export function isPathJoin(call: Call): boolean {
  const callee = calleeOf(call);
  if (call.isNew && callee === 'File') return 1 < call.args.length;
  return (
    /^(?:path|os\.path|filepath|path\.posix|Path|posixpath|nodePath)\.(?:join|resolve|Join|Combine)$/.test(
      callee,
    ) ||
    /^(?:File\.join|Paths\.get|Path\.of|joinpath)$/.test(callee) ||
    (/^(?:join|resolve)$/.test(methodOf(call)) &&
      call.args.length === 1 &&
      call.callee.kind === 'member' &&
      call.callee.object.kind !== 'text')
  );
}
