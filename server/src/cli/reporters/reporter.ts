import type { GateBlock } from '../../app/gate.ts';
import type { GateReport } from '../gate/report.ts';
import type { Paint } from '../paint.ts';

/** One way to write the gate's answer. */
export interface Reporter {
  readonly name: string;
  /**
   * Words for people go where people look: to stderr in a hook, which git and VS Code show.
   * Documents for programs always go to stdout.
   */
  readonly isForPeople: boolean;
  /** The whole text without its last line end; empty for nothing to say. */
  render(report: GateReport, surroundings: ReportSurroundings): string;
}

export interface ReportSurroundings {
  readonly isHook: boolean;
  readonly paint: Paint;
  readonly version: string;
  /** A repository path as the person would type it. */
  shownPath(path: string): string;
  /** Where each open block stands on disk; undefined where the file does not hold it. */
  readonly linesOnDisk: ReadonlyMap<GateBlock, number | undefined>;
  /** The command that signs what can be signed; undefined when nothing can. */
  readonly signCommand: string | undefined;
}
