import { decisions } from '#libs/testing';
import {
  complaintAnswered,
  complaintBreached,
  complaintClosed,
  complaintId,
  complaintOpened,
} from '../../testing/complaint.builders.js';
import { complaint } from '../complaint.js';
import { RESOLUTIONS, type Resolution } from '../complaint.events.js';
import { CloseComplaint, closeComplaint } from './close-complaint.js';

const spec = decisions(complaint, closeComplaint);
const closed = complaintClosed();
const closing = (resolution: Resolution = 'settled') =>
  new CloseComplaint({ complaintId, resolution, closedAt: closed.occurredAt });

describe('closing a complaint', () => {
  it.each(RESOLUTIONS)('closes one that is answered, as %s', (resolution) => {
    spec
      .given(complaintOpened(), complaintAnswered())
      .when(closing(resolution))
      .then(complaintClosed({ resolution }));
  });

  it('refuses one that is not answered yet', () => {
    spec.given(complaintOpened(), complaintBreached()).when(closing()).thenRefused('not-answered-yet');
  });

  it('changes nothing when it is closed so already, and refuses another resolution', () => {
    spec.given(complaintOpened(), complaintAnswered(), closed).when(closing()).thenNothing();
    spec
      .given(complaintOpened(), complaintAnswered(), closed)
      .when(closing('rejected'))
      .thenRefused('closed-differently', { resolution: 'settled' });
  });

  it('refuses a complaint nobody knows', () => {
    spec.given().when(closing()).thenRefused('unknown-complaint');
  });
});
