import { decisions } from '#libs/testing';
import {
  aHandOverAccepted,
  aShiftHandedOver,
  giver,
  handOverId,
  taker,
} from '../../testing/hand-over.builders.js';
import { handOver } from '../hand-over.js';
import { AcceptHandOver, acceptHandOver } from './accept-hand-over.js';

const spec = decisions(handOver, acceptHandOver);
const { occurredAt: acceptedAt } = aHandOverAccepted();
const accepting = (by: string) =>
  new AcceptHandOver({ handOverId, by, countedMinor: 49_000, missing: [], acceptedAt });

describe('accepting a hand-over', () => {
  it('records what was counted and what that is less than it was said to be', () => {
    spec.given(aShiftHandedOver()).when(accepting(taker)).then(aHandOverAccepted());
  });

  it('is for her alone to whom it was handed', () => {
    spec.given(aShiftHandedOver()).when(accepting(giver)).thenRefused('not-handed-to-you');
    spec.given().when(accepting(taker)).thenRefused('unknown-hand-over');
  });
});
