import { hasAi } from '../core/attribution/span.ts';
import { fileOfPath } from '../core/notebook/notebookPath.ts';
import type { BlockReader } from '../core/ports.ts';
import { type Bases, NO_BASES } from './bases.ts';
import type { OpenDocument } from './openDocument.ts';
import { pathsBefore, spansOfText } from './provenance.ts';
import { mappedHead } from './readOpened.ts';

export interface ReconcileHost {
  readonly reader: BlockReader;
  isOpen(document: OpenDocument): boolean;
  /** Its blocks are to be judged anew. */
  changed(document: OpenDocument): void;
  /** Keeps its text with its spans. */
  keep(document: OpenDocument): void;
}

/**
 * Asks records and commits for what the editor did not see of a document: an agent's text on disk, a
 * branch switch, a new commit. While that is under way, asking again asks once more afterwards.
 */
export function createReconciler(host: ReconcileHost): (document: OpenDocument) => void {
  const take = (document: OpenDocument, bases: Bases): void => {
    const { journal, path, repository } = document.home;
    const paths = pathsBefore(journal, path);
    const isAmended = document.live.amend((text, spans) => {
      const blob = repository.ids.blobId(path, text);
      return spansOfText(journal, { text, blob, paths, baseBlobs: [], bases }, spans);
    });
    if (isAmended) {
      host.changed(document);
      if (hasAi(document.live.spans)) host.keep(document);
    }
    const head = bases.textInHead(fileOfPath(path)) ?? undefined;
    if (head === document.committed?.text) return;
    void mappedHead(host.reader, fileOfPath(path), head).then((committed) => {
      document.committed = committed;
      if (host.isOpen(document)) host.changed(document);
    });
  };
  const reconcile = (document: OpenDocument): void => {
    if (document.reconciling) {
      document.reconciling.again = true;
      return;
    }
    document.reconciling = { again: false };
    const { journal, path } = document.home;
    const done = (bases: Bases): void => {
      const { again } = document.reconciling ?? { again: false };
      document.reconciling = undefined;
      if (!host.isOpen(document)) return;
      take(document, bases);
      if (again) reconcile(document);
    };
    const paths = pathsBefore(journal, path);
    void document.home.bases(paths, [path]).then(done, () => done(NO_BASES));
  };
  return reconcile;
}
