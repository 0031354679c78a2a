import { decisions } from '#libs/testing';
import { aComplaintLearned } from '../../testing/known-complaint.builders.js';
import type { ComplaintLearned } from '../known-complaint.events.js';
import { knownComplaint, openComplaintOf } from '../known-complaint.js';
import { LearnComplaint, learnComplaint } from './learn-complaint.js';

const spec = decisions(knownComplaint, learnComplaint);
const opened = aComplaintLearned();
const answered = aComplaintLearned({ step: 'answered' }, '2026-03-02T02:00:00.000Z');
const closed = aComplaintLearned({ step: 'closed' }, '2026-03-04T02:00:00.000Z');
const another = aComplaintLearned(
  { complaintId: 'another', dueAt: '2026-03-08T02:00:00.000Z' },
  '2026-03-06T02:00:00.000Z',
);
const told = ({ data, occurredAt: takenAt }: ComplaintLearned) => new LearnComplaint({ ...data, takenAt });
const heard = (...facts: ComplaintLearned[]) => facts.reduce(knownComplaint.evolve, knownComplaint.initial);
const inTime = '2026-03-03T02:00:00.000Z';
const late = '2026-03-07T02:00:00.000Z';
const since = opened.occurredAt;

describe('learning of a complaint', () => {
  it('keeps when it was opened, answered and closed', () => {
    spec.given().when(told(opened)).then(opened);
    spec.given(opened).when(told(answered)).then(answered);
    spec.given(opened, answered).when(told(closed)).then(closed);
  });

  it('learns nothing from hearing the same again', () => {
    spec.given(opened, answered).when(told(opened)).thenNothing();
    spec.given(opened, answered).when(told(answered)).thenNothing();
  });

  it('learns late that one was opened which is closed', () => {
    spec.given(closed).when(told(opened)).then(opened);
  });
});

describe('whether a client has a complaint that is open', () => {
  it('has none where none was told', () => {
    expect(openComplaintOf([heard()], late)).toBeNull();
  });

  it('has it since it was opened, overdue once its time ran out', () => {
    expect(openComplaintOf([heard(opened)], inTime)).toEqual({ since, overdue: false });
    expect(openComplaintOf([heard(opened)], late)).toEqual({ since, overdue: true });
  });

  it('has it until it is closed, and not overdue any more once it is answered', () => {
    expect(openComplaintOf([heard(opened, answered)], late)).toEqual({ since, overdue: false });
    expect(openComplaintOf([heard(opened, answered, closed)], late)).toBeNull();
  });

  it('goes by what was told, in whatever order it was heard', () => {
    expect(openComplaintOf([heard(closed)], late)).toBeNull();
    expect(openComplaintOf([heard(closed, opened, answered)], late)).toBeNull();
    expect(openComplaintOf([heard(answered)], late)).toBeNull();
    expect(openComplaintOf([heard(answered, opened)], late)).toEqual({ since, overdue: false });
  });

  it('counts those of all who are read as her: since the first, overdue where one is', () => {
    expect(openComplaintOf([heard(another), heard(opened)], late)).toEqual({ since, overdue: true });
    expect(openComplaintOf([heard(another), heard(opened, closed)], late)).toEqual({
      since: another.occurredAt,
      overdue: false,
    });
  });
});
