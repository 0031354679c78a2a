import { decisions } from '#libs/testing';
import {
  breachWithdrawn,
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintId,
  complaintOpened,
} from '../../testing/complaint.builders.js';
import { complaint } from '../complaint.js';
import { BreachComplaint, breachComplaint } from './breach-complaint.js';

const spec = decisions(complaint, breachComplaint);
const timeIsUp = new BreachComplaint({ complaintId });

describe('the time to answer runs out', () => {
  it('records the breach at the moment it ran out', () => {
    spec.given(complaintOpened()).when(timeIsUp).then(complaintBreached());
  });

  it('records it once', () => {
    spec.given(complaintOpened(), complaintBreached()).when(timeIsUp).thenNothing();
  });

  it('records none when it was answered, closed or is unknown', () => {
    spec.given(complaintOpened(), complaintAnswered()).when(timeIsUp).thenNothing();
    spec.given(complaintOpened(), complaintAnswered(), complaintClosed()).when(timeIsUp).thenNothing();
    spec.given().when(timeIsUp).thenNothing();
  });

  it('does not record again a breach that proved to be none', () => {
    const withdrawn = breachWithdrawn('2026-03-03T02:00:00.000Z', '2026-03-03');
    spec
      .given(complaintOpened(), complaintBreached(), complaintAnswered(), withdrawn)
      .when(timeIsUp)
      .thenNothing();
  });
});
