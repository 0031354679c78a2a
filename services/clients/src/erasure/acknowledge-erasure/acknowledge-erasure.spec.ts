import { decisions } from '#libs/testing';
import { erasureOrdered, erasureReached } from '../../testing/erasure.builders.js';
import { erasure } from '../erasure.js';
import { AcknowledgeErasure, acknowledgeErasure } from './acknowledge-erasure.js';

const spec = decisions(erasure, acknowledgeErasure);
const { clientId } = erasureOrdered().data;
const { occurredAt: acknowledgedAt } = erasureReached();
const acknowledging = new AcknowledgeErasure({ clientId, service: 'visits', acknowledgedAt });

describe('acknowledging an erasure', () => {
  it('is noted once for each service', () => {
    spec.given(erasureOrdered()).when(acknowledging).then(erasureReached());
    spec.given(erasureOrdered(), erasureReached()).when(acknowledging).thenNothing();
  });

  it('is nothing where none was ordered', () => {
    spec.given().when(acknowledging).thenNothing();
  });
});
