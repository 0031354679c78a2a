import { decisions } from '#libs/testing';
import {
  clientRequestAnswered,
  clientRequestMade,
  clientRequestRefused,
} from '../../testing/client-request.builders.js';
import type { RefusalReason } from '../client-request.events.js';
import { clientRequest } from '../client-request.js';
import { RefuseRequest, refuseRequest } from './refuse-request.js';

const spec = decisions(clientRequest, refuseRequest);
const refused = clientRequestRefused();
const refusing = (reason: RefusalReason = 'kept-by-law') =>
  new RefuseRequest({ requestId: refused.data.requestId, reason, refusedAt: refused.occurredAt });

describe('refusing a request of a client (PIPL 50)', () => {
  it('says why, once', () => {
    spec.given(clientRequestMade()).when(refusing()).then(refused);
    spec.given(clientRequestMade(), refused).when(refusing()).thenNothing();
  });

  it('does not change its reason, nor refuse what was answered or is not known', () => {
    const settled = 'request-settled';
    spec.given(clientRequestMade(), refused).when(refusing('repeated')).thenRefused(settled);
    spec.given(clientRequestMade(), clientRequestAnswered()).when(refusing()).thenRefused(settled);
    spec.given().when(refusing()).thenRefused('unknown-request');
  });
});
