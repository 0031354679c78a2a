import { decisions } from '#libs/testing';
import { aShiftHandedOver, giver } from '../../testing/hand-over.builders.js';
import { handOver } from '../hand-over.js';
import type { ShiftHandedOver } from '../hand-over.events.js';
import { HandOverShift, handOverShift } from './hand-over-shift.js';

const spec = decisions(handOver, handOverShift);
const handing = ({ data, occurredAt }: ShiftHandedOver) =>
  new HandOverShift({ ...data, handedOverAt: occurredAt });

describe('handing a shift over', () => {
  it('says who hands what to whom, once', () => {
    spec.given().when(handing(aShiftHandedOver())).then(aShiftHandedOver());
  });

  it('is to somebody else', () => {
    spec
      .given()
      .when(handing(aShiftHandedOver({ toStaffId: giver })))
      .thenRefused('handed-to-herself');
  });
});
