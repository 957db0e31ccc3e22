import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { isOurs, makeOwnTmpFolder, ownTmpFolder } from './ownTmpFolder.ts';

/** Compiled code of a version that nobody starts any more goes after this time. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;
const DIGEST_BYTES = 32;

/**
 * Loads a CommonJS bundle as `require` does, but keeps what V8 compiled of it in this user's
 * temporary folder, and starts from there the next time: compiling is a third of what an agent
 * waits for. (Node's own `module.enableCompileCache` does the same from Node 22 on.) Code is kept
 * under all that it depends on and with its digest, for V8 does not look at what it is given; where
 * nothing can be read or kept, it is compiled.
 */
export function loadCompiled(file: string, load: NodeJS.Require): unknown {
  const { size, mtimeMs } = statSync(file);
  const name = `code-${sha256(`${file} ${size} ${mtimeMs} ${process.version} ${process.arch}`).toString('hex')}`;
  const cachedData = keptCode(name);
  const source = readFileSync(file, 'utf8');
  const script = scriptOf(file, source, cachedData);
  if (cachedData === undefined || script.cachedDataRejected === true) {
    // At the end, when the functions in use are compiled too.
    process.once('exit', () => keepCode(name, script));
  }
  return run(script, file, load);
}

/**
 * The same, anew at each call and with nothing kept: what `require` loads stays for good, and what is
 * large and seldom needed need not.
 */
export function loadFresh(file: string, load: NodeJS.Require): unknown {
  return run(scriptOf(file, readFileSync(file, 'utf8')), file, load);
}

function scriptOf(file: string, source: string, cachedData?: Buffer): Script {
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

function run(script: Script, file: string, load: NodeJS.Require): unknown {
  const module = { exports: {} as unknown };
  script.runInThisContext()(module.exports, load, module, file, dirname(file));
  return module.exports;
}

function keptCode(name: string): Buffer | undefined {
  try {
    const folder = ownTmpFolder();
    if (!isOurs(folder)) return undefined;
    const bytes = readFileSync(join(folder, name));
    const code = bytes.subarray(DIGEST_BYTES);
    return sha256(code).equals(bytes.subarray(0, DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keepCode(name: string, script: Script): void {
  try {
    const folder = makeOwnTmpFolder();
    const code = script.createCachedData();
    const temporary = join(folder, `${name}.${process.pid}`);
    try {
      writeFileSync(temporary, Buffer.concat([sha256(code), code]), { mode: 0o600 });
      renameSync(temporary, join(folder, name));
    } finally {
      rmSync(temporary, { force: true });
    }
    forgetOld(folder);
  } catch {
    // Then it is compiled the next time too.
  }
}

function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.startsWith('code-') && KEPT_MS < Date.now() - statSync(file).mtimeMs) {
      rmSync(file, { force: true });
    }
  }
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
