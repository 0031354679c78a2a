import { Rejection, type Aggregate, type Decide, type DomainEvent } from '#libs/event-sourcing';

interface DecisionOptions {
  /** Asked a second time it decides as much again: what was asked once is told by its command id alone. */
  readonly eachTime?: boolean;
}

/** Given facts, when asked, then these facts follow: for one decision of one aggregate. */
export const decisions = <Command, State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  decide: Decide<Command, State, Event>,
  { eachTime = false }: DecisionOptions = {},
) => ({
  given: (...past: readonly Event[]) => ({
    when: (command: Command) => {
      const decided = (): readonly Event[] =>
        decide(command, past.reduce(aggregate.evolve, aggregate.initial));
      return {
        /** Exactly these facts, in this order. */
        then: (...expected: readonly Event[]): void => {
          const events = decided();
          expect(events).toEqual(expected);
          if (!eachTime) askedAgainChangesNothing(aggregate, decide, command, past, events);
        },
        thenNothing: (): void => {
          expect(decided()).toEqual([]);
        },
        thenRefused: (code: string, context?: object): void => {
          const refusal = refusalOf(decided);
          expect(refusal.code).toBe(code);
          if (context !== undefined) expect(refusal.context).toMatchObject(context);
        },
      };
    },
  }),
});

const refusalOf = (decided: () => unknown): Rejection => {
  try {
    throw new Error(`Nothing was refused; it decided ${JSON.stringify(decided())}.`);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

/** Asking twice changes nothing the second time: it decides nothing more, or refuses. */
const askedAgainChangesNothing = <Command, State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  decide: Decide<Command, State, Event>,
  command: Command,
  past: readonly Event[],
  events: readonly Event[],
): void => {
  const after = [...past, ...events].reduce(aggregate.evolve, aggregate.initial);
  try {
    expect(decide(command, after)).toEqual([]);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
};
