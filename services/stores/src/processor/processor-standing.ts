import { addDays, addMonths } from '#libs/calendar';
import { agreedBy, type Agreed, type DataReturn, type Processor } from './processor.js';

export const STANDINGS = ['to-begin', 'in-force', 'over'] as const;
export type Standing = (typeof STANDINGS)[number];

export const PROCESSOR_FAULTS = ['inspection-overdue', 'finding-open', 'data-not-returned'] as const;
export type ProcessorFault = (typeof PROCESSOR_FAULTS)[number];

export interface ProcessorStanding {
  readonly standing: Standing;
  /** What holds on the day; what held last where it is over; what comes first where it is to begin. */
  readonly agreed: Agreed;
  readonly inspectionDueOn: string;
  readonly openFindings: readonly { readonly inspectedOn: string; readonly finding: string }[];
  readonly dataReturned: DataReturn | null;
  readonly faults: readonly ProcessorFault[];
}

/** How it stands with a processor on a day; null where none was ever engaged, or all that was agreed was voided before it began. */
export const standingOn = (state: Processor, day: string): ProcessorStanding | null => {
  const by = agreedBy(state, day);
  const agreed = by ?? firstOf(state.agreed);
  if (agreed === undefined) return null;
  const standing = by === undefined ? 'to-begin' : day <= by.lastDay ? 'in-force' : 'over';
  const inspectionDueOn = inspectionDue(state, agreed, day);
  const openFindings = openOn(state, day);
  const dataReturned =
    standing === 'over' ? (returnedBetween(state.returns, agreed.lastDay, day) ?? null) : null;
  const faults = [
    ...(standing === 'in-force' && inspectionDueOn < day ? (['inspection-overdue'] as const) : []),
    ...(openFindings.length > 0 ? (['finding-open'] as const) : []),
    ...(standing === 'over' && dataReturned === null ? (['data-not-returned'] as const) : []),
  ];
  return { standing, agreed, inspectionDueOn, openFindings, dataReturned, faults };
};

const firstOf = (agreed: readonly Agreed[]): Agreed | undefined =>
  agreed.reduce<Agreed | undefined>(
    (first, one) => (first === undefined || one.effectiveFrom <= first.effectiveFrom ? one : first),
    undefined,
  );

/** Counted from the last inspection, or from when it began to work without a break. */
const inspectionDue = (state: Processor, agreed: Agreed, day: string): string => {
  const days = state.inspections.map(({ inspectedOn }) => inspectedOn).filter((one) => one <= day);
  const since = [beganToWork(state, agreed), ...days].sort().at(-1)!;
  return addMonths(since, agreed.agreement.inspectEveryMonths);
};

/** A renewal that follows at once does not begin anew. */
const beganToWork = (state: Processor, agreed: Agreed): string => {
  const dayBefore = addDays(agreed.effectiveFrom, -1);
  const before = agreedBy(state, dayBefore);
  if (before === undefined || before.lastDay < dayBefore) return agreed.effectiveFrom;
  return beganToWork(state, before);
};

const openOn = ({ inspections }: Processor, day: string): ProcessorStanding['openFindings'] =>
  inspections
    .filter(({ inspectedOn }) => inspectedOn <= day)
    .flatMap(({ inspectedOn, findings }) =>
      findings
        .filter(({ settled }) => settled === null || settled.settledOn > day)
        .map(({ finding }) => ({ inspectedOn, finding })),
    );

const returnedBetween = (
  returns: readonly DataReturn[],
  lastDay: string,
  day: string,
): DataReturn | undefined => returns.find(({ returnedOn }) => returnedOn >= lastDay && returnedOn <= day);
