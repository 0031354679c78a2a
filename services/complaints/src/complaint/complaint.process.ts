import type { ICommand } from '@nestjs/cqrs';
import { ignored } from '#libs/event-sourcing';
import { timers, type Timer } from '#libs/service';
import { BreachComplaint } from './breach-complaint/breach-complaint.js';
import type { ComplaintEvent } from './complaint.events.js';
import { WarnBeforeDue } from './warn-before-due/warn-before-due.js';

/** An answer is awaited: staff are warned, then the time runs out, unless it is given before. */
export const complaintTimers = timers<ComplaintEvent>(
  {
    ComplaintOpened: ({ data: { complaintId, warnAt, dueAt } }, timer) => {
      const data = { complaintId };
      timer.set(warnKey(complaintId), { key: warnKey(complaintId), dueAt: warnAt, name: 'warn', data });
      timer.set(breachKey(complaintId), { key: breachKey(complaintId), dueAt, name: 'breach', data });
    },
    AnswerDueSoon: ({ data }, timer) => timer.delete(warnKey(data.complaintId)),
    ComplaintBreached: ({ data }, timer) => timer.delete(breachKey(data.complaintId)),
    BreachWithdrawn: ignored,
    ComplaintAnswered: ({ data }, timer) => {
      timer.delete(warnKey(data.complaintId));
      timer.delete(breachKey(data.complaintId));
    },
    ComplaintClosed: ignored,
  },
  ['complaint'],
);

export const commandForTimer = ({ name, data }: Timer): ICommand => {
  const complaint = data as { complaintId: string };
  return name === 'warn' ? new WarnBeforeDue(complaint) : new BreachComplaint(complaint);
};

const warnKey = (complaintId: string): string => `${complaintId} is due soon`;
const breachKey = (complaintId: string): string => `${complaintId} is due`;
