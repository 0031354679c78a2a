import { complaintAnswered as answeredContract } from '#contracts/complaints/complaint-answered.v1';
import { complaintBreachWithdrawn } from '#contracts/complaints/complaint-breach-withdrawn.v1';
import { complaintBreached as breachedContract } from '#contracts/complaints/complaint-breached.v1';
import { complaintClosed as closedContract } from '#contracts/complaints/complaint-closed.v1';
import { complaintOpened as openedContract } from '#contracts/complaints/complaint-opened.v1';
import type { Contract } from '#libs/contracts';
import type { DomainEvent, Recorded } from '#libs/event-sourcing';
import {
  breachWithdrawn,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintOpened,
  dueAt,
  justInTime,
  openedAt,
} from '../testing/complaint.builders.js';
import { complaintPublisher } from './complaint.publisher.js';

const recorded = <Event extends DomainEvent>(event: Event) => event as Recorded<Event>;
const { complaintId, clientId, storeId } = complaintOpened().data;
/** Exactly what is promised, so that nothing else slips out. */
const promised = (contract: Contract, more: object) => {
  const data = { complaintId, clientId, storeId, ...more };
  expect(contract.data.parse(data)).toEqual(data);
  return { contract, data };
};

describe('what complaints tell others', () => {
  it('tells that one was opened, and when its answer is due', () => {
    expect(complaintPublisher.ComplaintOpened(recorded(complaintOpened()))).toEqual(
      promised(openedContract, { openedAt, openedOn: '2026-03-01', dueAt }),
    );
  });

  it('tells when the time to answer ran out, and when that proved to be wrong', () => {
    expect(complaintPublisher.ComplaintBreached(recorded(complaintBreached()))).toEqual(
      promised(breachedContract, { breachedAt: dueAt, breachedOn: '2026-03-02' }),
    );
    const withdrawnAt = '2026-03-02T18:00:00.000Z';
    expect(complaintPublisher.BreachWithdrawn(recorded(breachWithdrawn(withdrawnAt, '2026-03-03')))).toEqual(
      promised(complaintBreachWithdrawn, {
        withdrawnAt,
        withdrawnOn: '2026-03-03',
        breachedOn: '2026-03-02',
      }),
    );
  });

  it('tells when it was answered', () => {
    expect(complaintPublisher.ComplaintAnswered(recorded(complaintAnswered()))).toEqual(
      promised(answeredContract, { answeredAt: justInTime, answeredOn: '2026-03-02' }),
    );
  });

  it('tells how it was closed', () => {
    const closing = { closedAt: '2026-03-03T03:00:00.000Z', closedOn: '2026-03-03', resolution: 'settled' };
    expect(complaintPublisher.ComplaintClosed(recorded(complaintClosed()))).toEqual(
      promised(closedContract, closing),
    );
  });
});
