import fc from 'fast-check';

/** After which message a run of those told so far comes again: as after a crash before the position had moved. */
interface Redelivery {
  readonly after: number;
  readonly back: number;
  readonly count: number;
}

const redeliveries = fc.array(
  fc.record({ after: fc.nat(60), back: fc.nat(60), count: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 5 },
);

/** Histories of messages, each with the same in which runs of what was told come again. */
export const withRedeliveries = <Told>(
  histories: fc.Arbitrary<readonly Told[]>,
): fc.Arbitrary<{ once: readonly Told[]; redelivered: readonly Told[] }> =>
  fc.tuple(histories, redeliveries).map(([once, runs]) => ({ once, redelivered: redelivered(once, runs) }));

const redelivered = <Told>(once: readonly Told[], runs: readonly Redelivery[]): Told[] =>
  once.flatMap((told, at) => {
    const due = runs.filter(({ after }) => after % once.length === at);
    return [told, ...due.flatMap((run) => runOf(once.slice(0, at + 1), run))];
  });

const runOf = <Told>(soFar: readonly Told[], { back, count }: Redelivery): readonly Told[] =>
  soFar.slice(Math.max(0, soFar.length - 1 - back)).slice(0, count);
