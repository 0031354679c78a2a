import { addHours, dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { BreachWithdrawn, ComplaintAnswered, ComplaintEvent } from '../complaint.events.js';
import { breached, toldOf, unknownComplaint, type Complaint, type KnownComplaint } from '../complaint.js';

export class AnswerComplaint {
  constructor(
    readonly data: {
      readonly complaintId: string;
      readonly answeredAt: string;
      /** When we are told. */
      readonly now: string;
    },
  ) {}
}

/**
 * A complaint is answered once. Whether that was in time goes by when the answer was given: a late one records the breach
 * that no timer has recorded yet, and one in time withdraws a breach recorded before it was told.
 */
export const answerComplaint: Decide<AnswerComplaint, Complaint, ComplaintEvent> = ({ data }, complaint) => {
  if (complaint.status === 'unknown') throw unknownComplaint(data.complaintId);
  if (complaint.status !== 'open') return [];
  refuseImpossibleTime(complaint, data);
  const inTime = data.answeredAt < complaint.opening.dueAt;
  const hasBreach = complaint.breachedAt !== null;
  return [
    ...(!inTime && !hasBreach ? [breached(complaint)] : []),
    answered(complaint, data.answeredAt),
    ...(inTime && hasBreach ? [breachWithdrawn(complaint, data.now)] : []),
  ];
};

const answered = (complaint: KnownComplaint, occurredAt: string): ComplaintAnswered => {
  const { timeZone, storeId } = complaint.opening;
  const data = { ...toldOf(complaint), answeredOn: dayOf(occurredAt, timeZone) };
  return { type: 'ComplaintAnswered', occurredAt, storeId, data };
};

const breachWithdrawn = (complaint: KnownComplaint, now: string): BreachWithdrawn => {
  const { timeZone, storeId } = complaint.opening;
  const { data } = breached(complaint);
  return {
    type: 'BreachWithdrawn',
    occurredAt: now,
    storeId,
    data: { ...data, withdrawnOn: dayOf(now, timeZone) },
  };
};

/** The clock of whoever tells may be a little ahead of ours. */
const HOURS_AHEAD = 0.25;

const refuseImpossibleTime = (
  { openedAt }: KnownComplaint,
  { answeredAt, now }: AnswerComplaint['data'],
): void => {
  if (answeredAt < openedAt) {
    throw new Rejection('answered-before-opened', 'An answer cannot be given before the complaint.', {
      openedAt,
    });
  }
  if (answeredAt > addHours(now, HOURS_AHEAD)) {
    throw new Rejection('in-the-future', 'An answer cannot be recorded before it is given.', { answeredAt });
  }
};
