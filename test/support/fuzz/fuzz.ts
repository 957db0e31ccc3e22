import { createBlockReader } from '../../../server/src/node/parsers/blockReader.ts';
import { sha256 } from '../../../server/src/node/git/contentIds.ts';
import { GRAMMARS } from '../lspClient.ts';
import { check, checkByCli } from './check.ts';
import { createDice, type Dice } from './dice.ts';
import { idsOf, newLines } from './lines.ts';
import { own, stringOf, type Text } from './model.ts';
import { shrunk } from './shrink.ts';
import { type Op, runStep, STEPS } from './steps.ts';
import { createWorld, type World } from './world.ts';

/** Steps on one repository: enough for a history, few enough to be read. */
const STEPS_PER_SESSION = 100;
const CHECK_EVERY = 5;
/** The real command line takes part in one session of so many. */
const CLI_EVERY = 25;

export interface FuzzOptions {
  readonly steps: number;
  readonly seed: number;
  readonly say: (words: string) => void;
  /** A failure is made smaller for so long. */
  readonly shrinkMs: number;
}

export interface Session {
  readonly seed: number;
  readonly withCli: boolean;
  readonly ops: readonly Op[];
}

export interface Failure {
  readonly wrong: readonly string[];
  readonly log: readonly string[];
  /** How many steps were made before it showed. */
  readonly nSteps: number;
}

/** Runs that many steps; throws with seed, log and a smaller log at the first failure. */
export async function fuzz({ steps, seed, say, shrinkMs }: FuzzOptions): Promise<void> {
  const dice = createDice(seed);
  const started = performance.now();
  say(`fuzz: seed ${seed}, ${steps} steps`);
  for (let done = 0, n = 0; done < steps; done += STEPS_PER_SESSION, n++) {
    const ops = drawnOps(dice, Math.min(STEPS_PER_SESSION, steps - done));
    const session = { seed: dice.below(2 ** 31), withCli: n % CLI_EVERY === 0, ops };
    const failure = await runSession(session);
    if (failure) {
      const head = `seed ${seed}, session ${n + 1} (seed ${session.seed}), step ${failure.nSteps}`;
      const small = await shrunk(session, failure, runSession, shrinkMs);
      throw new Error(
        [
          `${head}:`,
          ...failure.wrong,
          '',
          'All steps:',
          ...failure.log,
          '',
          `Smallest found (${small.failure.nSteps} steps):`,
          ...small.failure.log,
          ...small.failure.wrong,
        ].join('\n'),
      );
    }
  }
  const seconds = (performance.now() - started) / 1000;
  say(`fuzz: ${seconds.toFixed(1)} s, ${Math.round(steps / seconds)} steps per second`);
}

function drawnOps(dice: Dice, n: number): Op[] {
  const bag = Object.entries(STEPS).flatMap(([name, { weight }]) =>
    Array.from({ length: weight }, () => name),
  );
  return Array.from({ length: n }, () => ({ name: dice.pick(bag), seed: dice.below(2 ** 31) }));
}

/** Runs one session from nothing; undefined when all is well. */
export async function runSession({ seed, withCli, ops }: Session): Promise<Failure | undefined> {
  const dice = createDice(seed);
  const files = new Map<string, Text>(
    ['a.ts', 'b.ts', 'notes.txt'].map((path) => [
      path,
      { lines: newLines(dice, dice.between(3, 10)), eol: '\n' },
    ]),
  );
  const reader = createBlockReader({ grammars: GRAMMARS, sha256 });
  const world = createWorld(files, reader);
  for (const id of idsOf([...files.values()].flatMap(({ lines }) => lines))) {
    own(world.model, id, 'unknown');
  }
  const log = [...files].map(([path, text]) => `${path}: ${JSON.stringify(stringOf(text))}`);
  const stopped = stopOnStray(world);
  try {
    if (withCli) world.nByCli = 2;
    const window = world.openWindow();
    await world.open(window, 'a.ts');
    for (const [i, op] of ops.entries()) {
      log.push(`${i + 1}. ${op.name}: ${await runStep(world, op)}`);
      const isDue = (i + 1) % CHECK_EVERY === 0 || i === ops.length - 1;
      const wrong = isDue ? await check(world) : [];
      if (withCli && i === ops.length - 1) wrong.push(...checkByCli(world));
      if (0 < wrong.length) return { wrong, log, nSteps: i + 1 };
    }
    return undefined;
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { wrong: [words], log, nSteps: log.length - files.size };
  } finally {
    stopped();
    world.dispose();
  }
}

/** What nobody waits for may fail too. */
function stopOnStray({ problems }: World): () => void {
  const note = (reason: unknown): void => void problems.push(`not caught: ${String(reason)}`);
  process.on('unhandledRejection', note);
  return () => process.off('unhandledRejection', note);
}
