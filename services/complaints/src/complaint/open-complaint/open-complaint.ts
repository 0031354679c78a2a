import { addHours, dayOf } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ComplaintEvent, ComplaintOpened } from '../complaint.events.js';
import type { Complaint } from '../complaint.js';
import type { AnswerClock } from './answer-clock.js';

type Opening = ComplaintOpened['data'];

export class OpenComplaint {
  constructor(
    readonly data: Pick<
      Opening,
      'complaintId' | 'storeId' | 'clientId' | 'visitId' | 'channel' | 'category'
    > & {
      readonly openedAt: string;
    },
  ) {}
}

/** A complaint is opened once, and from then on its answer is awaited. */
export const openComplaint =
  (clock: AnswerClock, timeZone: string): Decide<OpenComplaint, Complaint, ComplaintEvent> =>
  ({ data: { openedAt, ...asked } }, complaint) => {
    if (complaint.status !== 'unknown') return onlyTheSame(complaint.opening, asked);
    const data: Opening = {
      ...asked,
      timeZone,
      openedOn: dayOf(openedAt, timeZone),
      warnAt: addHours(openedAt, clock.hoursToWarning),
      dueAt: addHours(openedAt, clock.hoursToAnswer),
    };
    const { version: policyVersion } = clock;
    return [{ type: 'ComplaintOpened', occurredAt: openedAt, storeId: asked.storeId, policyVersion, data }];
  };

const onlyTheSame = (opened: Opening, asked: Omit<OpenComplaint['data'], 'openedAt'>): [] => {
  const fields = ['storeId', 'clientId', 'visitId', 'channel', 'category'] as const;
  if (fields.every((field) => opened[field] === asked[field])) return [];
  const { complaintId } = asked;
  throw new Rejection('complaint-opened-differently', 'This complaint is open already, with other words.', {
    complaintId,
  });
};
