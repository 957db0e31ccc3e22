import { gateJson } from '../json/gate.ts';
import type { Reporter } from './reporter.ts';

/** `countersign.gate/1`. */
export const json: Reporter = {
  name: 'json',
  isForPeople: false,
  render: (report) => JSON.stringify(gateJson(report), null, 2),
};
