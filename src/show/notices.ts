import type * as vscode from 'vscode';
import type { NoticeParams } from '../../server/src/protocol/index.ts';

const STATUS_MS = 8000;

export type NoticesApi = Pick<typeof vscode, 'window'>;

/** Shows the server's sentences where each belongs; every one of them is in the log as well. */
export function createNotices(
  api: NoticesApi,
  log: Pick<vscode.LogOutputChannel, 'info' | 'warn' | 'error'>,
): (notice: NoticeParams) => void {
  const tell = {
    info: (message: string) => api.window.showInformationMessage(message),
    warning: (message: string) => api.window.showWarningMessage(message),
    error: (message: string) => api.window.showErrorMessage(message),
  };
  const record = {
    info: (message: string) => log.info(message),
    warning: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
  return ({ severity, message, show }) => {
    record[severity](message);
    if (show === 'toast') void tell[severity](message);
    if (show === 'status') api.window.setStatusBarMessage(message, STATUS_MS);
  };
}
