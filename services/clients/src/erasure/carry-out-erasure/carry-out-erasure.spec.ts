import { decisions } from '#libs/testing';
import { erasureCarriedOut, erasureOrdered } from '../../testing/erasure.builders.js';
import { erasure } from '../erasure.js';
import { CarryOutErasure, carryOutErasure } from './carry-out-erasure.js';

const spec = decisions(erasure, carryOutErasure);
const { clientId } = erasureOrdered().data;
const carriedOutAt = erasureCarriedOut().occurredAt;
const carrying = new CarryOutErasure({ clientId, carriedOutAt, backupDays: 30 });

describe('carrying out an erasure', () => {
  it('says until when backups still have her', () => {
    spec.given(erasureOrdered()).when(carrying).then(erasureCarriedOut());
  });

  it('changes nothing the second time, nor where none was ordered', () => {
    spec.given(erasureOrdered(), erasureCarriedOut()).when(carrying).thenNothing();
    spec.given().when(carrying).thenNothing();
  });
});
