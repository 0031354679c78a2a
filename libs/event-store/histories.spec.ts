import fc from 'fast-check';
import { freshLog, type FreshLog, type LogProcess } from '#libs/testing';
import { faultsOf } from './testing/history-checks.js';
import { histories, type History } from './testing/histories.js';
import { live, type Answer } from './testing/living-histories.js';

const RUNS = Number(process.env['LIREN_HISTORIES'] ?? 30);

/**
 * Three processes, three callers in each, commands that come twice, on streams, keys and time ranges they fight for,
 * while connections break and answers get lost. Whatever happens, the log is what some order of the commands makes it.
 */
describe('any history, with crashes between any two steps', () => {
  let log: FreshLog;
  let processes: LogProcess[];
  beforeAll(async () => {
    log = await freshLog();
    processes = [1, 2, 3].map(() => log.process({ connections: 3 }));
  });
  afterAll(() => log.close());

  it('loses, doubles, reorders and gaps nothing', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const lived = await live(history, log, processes);
        const faults = faultsOf(history, lived);
        if (faults.length > 0) throw new Error([...faults, ...told(history, lived.answers)].join('\n'));
      }),
      { numRuns: RUNS, endOnFailure: true }, // it would not fail the same way twice; what was told says more
    );
  }, 600_000);
});

/** A line for each answer, in the order they were told. */
const told = ({ commands }: History, answers: readonly Answer[]): string[] =>
  answers.map(({ command, process, asked, told: at, outcome }) => {
    const parts = commands[command]!.map(
      ({ stream, expected, facts, claims }) => `${stream} ${expected} +${facts} ${JSON.stringify(claims)}`,
    );
    const answer =
      outcome instanceof Error ? outcome.message : `${outcome.position}${outcome.repeated ? ' again' : ''}`;
    return `${asked}–${at} process ${process} #${command} [${parts.join('; ')}] → ${answer}`;
  });
