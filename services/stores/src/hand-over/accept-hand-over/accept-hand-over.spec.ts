import { decisions } from '#libs/testing';
import {
  aHandOverAccepted,
  aShiftHandedOver,
  giver,
  handOverId,
  taker,
} from '../../testing/hand-over.builders.js';
import type { Goods } from '../hand-over.events.js';
import { handOver } from '../hand-over.js';
import { AcceptHandOver, acceptHandOver } from './accept-hand-over.js';

const spec = decisions(handOver, acceptHandOver);
const { occurredAt: acceptedAt } = aHandOverAccepted();
const accepting = (by: string, countedMinor = 49_000, missing: readonly Goods[] = []) =>
  new AcceptHandOver({ handOverId, by, countedMinor, missing, acceptedAt });

describe('accepting a hand-over', () => {
  it('records what was counted and what that is less than it was said to be', () => {
    spec.given(aShiftHandedOver()).when(accepting(taker)).then(aHandOverAccepted());
  });

  it('changes nothing when it says the same again, and refuses another count: what was said first stands', () => {
    const given = spec.given(aShiftHandedOver(), aHandOverAccepted());
    given.when(accepting(taker)).thenNothing();
    given
      .when(accepting(taker, 50_000))
      .thenRefused('accepted-already', { countedMinor: 49_000, missing: [] });
    given
      .when(accepting(taker, 49_000, [{ productId: 'serum-30', quantity: 1 }]))
      .thenRefused('accepted-already');
  });

  it('is for her alone to whom it was handed', () => {
    spec.given(aShiftHandedOver()).when(accepting(giver)).thenRefused('not-handed-to-you');
    spec.given().when(accepting(taker)).thenRefused('unknown-hand-over');
  });
});
