import { views } from '#libs/testing';
import { aHandOverAccepted, aShiftHandedOver } from '../../testing/hand-over.builders.js';
import { handOverList } from './hand-over-list.projection.js';

describe('the list of hand-overs', () => {
  it('shows one that nobody has accepted yet', () => {
    views(handOverList).given(aShiftHandedOver()).thenRows({ acceptedAt: null, differenceMinor: null });
  });

  it('shows what was found missing', () => {
    views(handOverList)
      .given(aShiftHandedOver(), aHandOverAccepted())
      .thenRows({ cashMinor: 50_000, differenceMinor: -1_000, acceptedAt: '2026-03-01T06:10:00.000Z' });
  });
});
