import { views } from '#libs/testing';
import {
  answerDueSoon,
  breachWithdrawn,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintOpened,
  dueAt,
  justInTime,
  openedAt,
} from '../../testing/complaint.builders.js';
import { complaintList } from './complaint-list.projection.js';

const spec = views(complaintList);
const opened = complaintOpened();
const { complaintId, storeId, clientId } = opened.data;
const open = {
  complaintId,
  storeId,
  clientId,
  visitId: null,
  channel: 'phone',
  category: 'attitude',
  status: 'open',
  openedAt,
  dueAt,
  dueSoon: false,
  breachedAt: null,
  answeredAt: null,
  closedAt: null,
  resolution: null,
} as const;

describe('the list of complaints', () => {
  it('shows a complaint as it was opened', () => {
    spec.given(opened).thenRows(open);
  });

  it('shows that its answer is due soon', () => {
    spec.given(opened, answerDueSoon()).thenRows({ ...open, dueSoon: true });
  });

  it('shows when its time ran out', () => {
    spec.given(opened, complaintBreached()).thenRows({ ...open, breachedAt: dueAt });
  });

  it('shows when it was answered', () => {
    spec.given(opened, complaintAnswered()).thenRows({ ...open, status: 'answered', answeredAt: justInTime });
  });

  it('shows no breach any more when it proved to be none', () => {
    const undone = [complaintBreached(), complaintAnswered(), breachWithdrawn(dueAt, '2026-03-02')] as const;
    spec.given(opened, ...undone).thenRows({ ...open, status: 'answered', answeredAt: justInTime });
  });

  it('shows how it was closed', () => {
    spec.given(opened, complaintAnswered(), complaintClosed({ resolution: 'rejected' })).thenRows({
      ...open,
      status: 'closed',
      answeredAt: justInTime,
      closedAt: '2026-03-03T03:00:00.000Z',
      resolution: 'rejected',
    });
  });
});
