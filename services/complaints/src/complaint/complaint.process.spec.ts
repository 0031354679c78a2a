import { views } from '#libs/testing';
import {
  answerDueSoon,
  breachWithdrawn,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintId,
  complaintOpened,
  dueAt,
} from '../testing/complaint.builders.js';
import { BreachComplaint } from './breach-complaint/breach-complaint.js';
import { commandForTimer, complaintTimers } from './complaint.process.js';
import { WarnBeforeDue } from './warn-before-due/warn-before-due.js';

const spec = views(complaintTimers);
const opened = complaintOpened();
const data = { complaintId };
const warning = { key: `${complaintId} is due soon`, dueAt: opened.data.warnAt, name: 'warn', data };
const breach = { key: `${complaintId} is due`, dueAt, name: 'breach', data };

describe('timers of a complaint', () => {
  it('are set for the warning and for the end of the time to answer', () => {
    spec.given(opened).thenRows(warning, breach);
  });

  it('are cleared one by one as they fire', () => {
    spec.given(opened, answerDueSoon()).thenRows(breach);
    spec.given(opened, complaintBreached()).thenRows(warning);
    spec.given(opened, answerDueSoon(), complaintBreached()).thenRows();
  });

  it('are cleared by the answer, and stay so', () => {
    spec.given(opened, complaintAnswered()).thenRows();
    const late = [complaintBreached(), complaintAnswered()] as const;
    spec.given(opened, ...late, breachWithdrawn(dueAt, '2026-03-02'), complaintClosed()).thenRows();
  });

  it('ask to warn, and to record the breach', () => {
    expect(commandForTimer(warning)).toEqual(new WarnBeforeDue(data));
    expect(commandForTimer(breach)).toEqual(new BreachComplaint(data));
  });
});
