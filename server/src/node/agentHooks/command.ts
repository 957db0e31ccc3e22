import { join } from 'node:path';

/** The word by which our entries are known in any agent's file: part of the launcher's name. */
export const marker = 'countersign-hook';

/** One call of the launcher, for each shell that an agent may hand it to. */
export interface HookCommands {
  /** POSIX sh; on Windows for agents that bring Git's. */
  readonly sh: string;
  readonly powershell: string;
  /** For an agent that takes the system's own shell. */
  readonly system: string;
}

/** Our folder in a person's home. */
export function countersignHome(home: string): string {
  return join(home, '.countersign');
}

/** The folder of the launcher: a place that no update moves. */
export function launcherFolder(home: string): string {
  return join(countersignHome(home), 'bin');
}

/** What an agent runs: the launcher, quoted, with `ingest --agent <name>`. */
export function hookCommands(home: string, platform: string, name: string): HookCommands {
  const args = `ingest --agent ${name}`;
  const launcher = join(launcherFolder(home), marker);
  if (platform !== 'win32') {
    const sh = `${shQuoted(launcher)} ${args}`;
    return { sh, powershell: `& ${powershellQuoted(launcher)} ${args}`, system: sh };
  }
  const batch = `${launcher}.cmd`;
  return {
    sh: `${shQuoted(launcher.replaceAll('\\', '/'))} ${args}`,
    powershell: `& ${powershellQuoted(batch)} ${args}`,
    // Understood alike by cmd.exe and by PowerShell, whichever the agent starts.
    system: `cmd /d /c call "${batch}" ${args}`,
  };
}

/** One word for a POSIX shell, whatever is in it. */
export function shQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function powershellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
