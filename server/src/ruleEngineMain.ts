import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData, ThreadRequest } from './node/ruleEngine/messages.ts';
import { serveEngine } from './node/ruleEngine/serveEngine.ts';

// `dist/ruleEngine.cjs`: the thread in which ast-grep runs a team's rules.
const port = parentPort;
const { grammars } = workerData satisfies ThreadData;
if (port) {
  void serveEngine(
    {
      send: (answer) => port.postMessage(answer),
      onRequest: (listener) =>
        void port.on('message', (request: ThreadRequest) => listener(request)),
    },
    { grammars },
  );
}
