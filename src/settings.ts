import type * as vscode from 'vscode';
import { oneOf } from './convert.ts';

export const SECTION = 'countersign';

export type DecorationMode = 'full' | 'gutter' | 'off';
export type LensMode = 'full' | 'off';

/** The editor's own values. Policy is read by the server and the command line, not here. */
export interface Settings {
  readonly isEnabled: boolean;
  readonly usesPlatform: boolean;
  readonly observesAccepts: boolean;
  readonly decorations: DecorationMode;
  readonly lenses: LensMode;
}

type SettingsApi = Pick<typeof vscode, 'workspace'>;

/** A value of the wrong type counts as its default: a typing mistake must not stop the editor. */
export function readSettings(api: SettingsApi, env: NodeJS.ProcessEnv): Settings {
  const values = api.workspace.getConfiguration(SECTION);
  return {
    isEnabled: isEnabledSomewhere(api),
    usesPlatform:
      values.get<unknown>('detection.platform') !== false &&
      env['COUNTERSIGN_TEST_FORCE_STABLE'] !== '1',
    observesAccepts: values.get<unknown>('detection.acceptCommand') !== false,
    decorations: oneOf(values.get<unknown>('ui.decorations'), ['full', 'gutter', 'off'], 'full'),
    lenses: oneOf(values.get<unknown>('ui.codeLens'), ['full', 'off'], 'full'),
  };
}

/** One folder that wants it is enough; the server leaves the others alone. */
function isEnabledSomewhere(api: SettingsApi): boolean {
  const folders = api.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return isEnabled(api, undefined);
  return folders.some((folder) => isEnabled(api, folder.uri));
}

function isEnabled(api: SettingsApi, uri: vscode.Uri | undefined): boolean {
  return api.workspace.getConfiguration(SECTION, uri).get<unknown>('enable') !== false;
}

const POLICY_KEYS: readonly string[] = [
  'mode',
  'policy.minLines',
  'policy.outdatedBy',
  'policy.exclude',
  'policy.requireSignature',
  'policy.preset',
  'policy.rules',
  'ledger.people',
  'questions.max',
  'questions.required',
  'questions.disabled',
  'questions.rules',
];

/**
 * Policy values that a person or a workspace wrote in the editor's settings. Defaults are left
 * out, for a default must not strengthen what a repository decided.
 */
export function writtenPolicy(api: SettingsApi): Readonly<Record<string, unknown>> {
  const values = api.workspace.getConfiguration(SECTION);
  const written: Record<string, unknown> = {};
  for (const key of POLICY_KEYS) {
    const found = values.inspect<unknown>(key);
    const value = found?.workspaceValue ?? found?.globalValue;
    if (value !== undefined) written[key] = value;
  }
  return written;
}
