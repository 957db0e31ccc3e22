import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';
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
    return ECMASCRIPT_FILES.test(method) && !/^(?:db|cache)\./.test(callee) ? given(first) : [];
  }
  const { callee: called } = call;
  const object = called.kind === 'member' ? called.object : undefined;
  switch (language) {
    case 'python':
      if (
        /^(?:open|io\.open|codecs\.open|aiofiles\.open|send_file|FileResponse|flask\.send_file)$/.test(
          callee,
        )
      )
        return given(first);
      if (
        /^(?:os\.(?:remove|unlink|listdir|rmdir|mkdir|makedirs|stat|open|scandir|replace|rename)|shutil\.\w+)$/.test(
          callee,
        )
      )
        return given(first, second);
      if (method === 'save' && object && call.args.length === 1) return given(first);
      return /^(?:read_text|read_bytes|write_text|write_bytes|unlink|iterdir|open)$/.test(method)
        ? given(object)
        : [];
    case 'go':
      if (
        /^(?:os|ioutil)\.(?:Open|OpenFile|ReadFile|Create|Remove|RemoveAll|WriteFile|Mkdir|MkdirAll|ReadDir|Stat|Rename)$/.test(
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
      return /(?:^|\.)(?:File\.(?:open|create)|fs\.\w+|NamedFile\.open(?:_async)?)$/.test(callee)
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
      if (/^Files\.(?:copy|move)$/.test(callee)) return given(second);
      return /^(?:Files\.\w+|FileUtils\.\w+)$/.test(callee) ? given(first) : [];
    case 'csharp':
      if (/(?:^|\.)(?:File|Directory)\.[A-Z]\w+$/.test(callee))
        return /Copy|Move/.test(method) ? given(first, second) : given(first);
      if (
        call.isNew &&
        /(?:^|\.)(?:FileStream|StreamReader|StreamWriter|FileInfo|DirectoryInfo)$/.test(callee)
      )
        return given(first);
      return /^(?:PhysicalFile|SendFileAsync|TransmitFile|WriteFile)$/.test(method)
        ? given(first)
        : [];
    case 'cpp':
      if (
        /^(?:fopen|freopen|open|remove|unlink|opendir|_open|rename|stat|CreateFile[AW]?)$/.test(
          callee,
        )
      )
        return given(first);
      if (/(?:^|\.)(?:ifstream|ofstream|fstream)$/.test(callee)) return given(first);
      if (
        /(?:^|\.)(?:fs|filesystem)\.(?:remove|remove_all|create_directories|rename|copy_file|file_size)$/.test(
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
        /^(?:File|IO|Dir|Pathname)\.(?:open|read|write|delete|new|readlines|binread|binwrite|foreach|unlink|exist\?|glob|entries|children|rename|size)$/.test(
          callee,
        )
      )
        return given(first);
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
      if (/^\\?(?:copy|rename)$/.test(callee)) return given(first, second);
      return /^(?:download|BinaryFileResponse)$/.test(method) ? given(first) : [];
    default:
      return [];
  }
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
