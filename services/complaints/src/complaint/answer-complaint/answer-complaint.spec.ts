import { decisions } from '#libs/testing';
import {
  answerDueSoon,
  breachWithdrawn,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintId,
  complaintOpened,
  dueAt,
  justInTime,
  openedAt,
} from '../../testing/complaint.builders.js';
import { complaint } from '../complaint.js';
import { AnswerComplaint, answerComplaint } from './answer-complaint.js';

const spec = decisions(complaint, answerComplaint);
const answering = (answeredAt: string, now = answeredAt) =>
  new AnswerComplaint({ complaintId, answeredAt, now });
const opened = complaintOpened();

describe('answering a complaint', () => {
  it('records the answer, on its day in the store', () => {
    spec.given(opened).when(answering(justInTime)).then(complaintAnswered());
    spec.given(opened, answerDueSoon()).when(answering(justInTime)).then(complaintAnswered());
  });

  it('takes an answer after the breach, and the breach stays', () => {
    const late = '2026-03-02T18:00:00.000Z';
    spec.given(opened, complaintBreached()).when(answering(late)).then(complaintAnswered(late, '2026-03-03'));
  });

  it('records the breach with a late answer that is told before the timer has fired', () => {
    spec.given(opened).when(answering(dueAt)).then(complaintBreached(), complaintAnswered(dueAt));
  });

  it('withdraws the breach when the answer was given in time and told late', () => {
    const now = '2026-03-02T18:00:00.000Z';
    spec
      .given(opened, complaintBreached())
      .when(answering(justInTime, now))
      .then(complaintAnswered(), breachWithdrawn(now, '2026-03-03'));
  });

  it('records no breach when it is told late, and the timer is later still', () => {
    spec.given(opened).when(answering(justInTime, '2026-03-02T18:00:00.000Z')).then(complaintAnswered());
  });

  it('changes nothing when it is answered', () => {
    spec.given(opened, complaintAnswered()).when(answering(dueAt)).thenNothing();
    spec.given(opened, complaintAnswered(), complaintClosed()).when(answering(dueAt)).thenNothing();
  });

  it('refuses an answer before the complaint, and one that is not given yet', () => {
    spec
      .given(opened)
      .when(answering('2026-03-01T01:59:59.999Z', justInTime))
      .thenRefused('answered-before-opened', { openedAt });
    spec
      .given(opened)
      .when(answering('2026-03-02T00:15:00.001Z', '2026-03-02T00:00:00.000Z'))
      .thenRefused('in-the-future');
  });

  it('takes the word of a clock that is a little ahead of ours', () => {
    const ahead = '2026-03-02T00:15:00.000Z';
    spec.given(opened).when(answering(ahead, '2026-03-02T00:00:00.000Z')).then(complaintAnswered(ahead));
  });

  it('refuses a complaint nobody knows', () => {
    spec.given().when(answering(justInTime)).thenRefused('unknown-complaint');
  });
});
