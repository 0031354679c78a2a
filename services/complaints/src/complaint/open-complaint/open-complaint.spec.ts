import { decisions } from '#libs/testing';
import { complaintAnswered, complaintOpened } from '../../testing/complaint.builders.js';
import { complaint } from '../complaint.js';
import { withinADay } from './answer-clock.js';
import { OpenComplaint, openComplaint } from './open-complaint.js';

const spec = decisions(complaint, openComplaint(withinADay, 'Asia/Shanghai'));
const opened = complaintOpened();
const { complaintId, storeId, clientId, visitId, channel, category } = opened.data;
const asked = { complaintId, storeId, clientId, visitId, channel, category, openedAt: opened.occurredAt };
const opening = (change: Partial<OpenComplaint['data']> = {}) => new OpenComplaint({ ...asked, ...change });

describe('opening a complaint', () => {
  it('awaits an answer within 24 hours, and a warning after 20 (CP-03)', () => {
    spec.given().when(opening()).then(opened);
  });

  it('counts hours on the clock where clocks change', () => {
    const london = decisions(complaint, openComplaint(withinADay, 'Europe/London'));
    const openedAt = '2026-03-28T23:30:00.000Z'; // an hour and a half before summer time
    london
      .given()
      .when(opening({ openedAt }))
      .then({
        ...opened,
        occurredAt: openedAt,
        data: {
          ...opened.data,
          timeZone: 'Europe/London',
          openedOn: '2026-03-28',
          warnAt: '2026-03-29T19:30:00.000Z',
          dueAt: '2026-03-29T23:30:00.000Z',
        },
      });
  });

  it('changes nothing when the same complaint is opened again, whenever that is', () => {
    const later = '2026-03-05T00:00:00.000Z';
    spec
      .given(opened)
      .when(opening({ openedAt: later }))
      .thenNothing();
    spec
      .given(opened, complaintAnswered())
      .when(opening({ openedAt: later }))
      .thenNothing();
  });

  it('refuses another complaint under the same id', () => {
    spec
      .given(opened)
      .when(opening({ channel: 'social' }))
      .thenRefused('complaint-opened-differently', { complaintId });
  });
});
