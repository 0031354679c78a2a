import { contactMade as contactMadeContract } from '#contracts/follow-ups/contact-made.v1';
import { taskMissWithdrawn } from '#contracts/follow-ups/task-miss-withdrawn.v1';
import { taskMissed as taskMissedContract } from '#contracts/follow-ups/task-missed.v1';
import type { Contract } from '#libs/contracts';
import type { DomainEvent, Recorded } from '#libs/event-sourcing';
import {
  aTask,
  clientId,
  contactMade,
  taskMissed,
  taskWithdrawn,
  visitId,
} from '../testing/follow-up.builders.js';
import { followUpPublisher } from './follow-up.publisher.js';

const recorded = <Event extends DomainEvent>(event: Event) => event as Recorded<Event>;
const task = (day: number) => ({ taskId: aTask(day).taskId, visitId, clientId, storeId: 'sh-01', day });
/** Exactly what is promised, so that nothing else slips out. */
const promised = (contract: Contract, data: object) => {
  expect(contract.data.parse(data)).toEqual(data);
  return { contract, data };
};

describe('what follow-ups tell others', () => {
  it('tells that a contact was made, without its outcome', () => {
    const made = followUpPublisher.ContactMade(recorded(contactMade(1)));
    expect(made).toEqual(promised(contactMadeContract, { ...task(1), madeOn: '2026-03-02' }));
  });

  it('tells that a task was missed, on its day', () => {
    const missed = followUpPublisher.TaskMissed(recorded(taskMissed(5)));
    expect(missed).toEqual(promised(taskMissedContract, { ...task(5), missedOn: '2026-03-06' }));
  });

  it('tells of a task withdrawn only when it was told as missed before', () => {
    const withdrawn = taskWithdrawn({ wasMissed: true, withdrawnOn: '2026-03-10' });
    expect(followUpPublisher.TaskWithdrawn(recorded(withdrawn))).toEqual(
      promised(taskMissWithdrawn, { ...task(7), missedOn: '2026-03-08', withdrawnOn: '2026-03-10' }),
    );
    expect(followUpPublisher.TaskWithdrawn(recorded(taskWithdrawn()))).toBeNull();
  });
});
