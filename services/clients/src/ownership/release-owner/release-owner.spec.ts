import { decisions } from '#libs/testing';
import { anOwnerAssigned, anOwnerReleased } from '../../testing/ownership.builders.js';
import { ownership } from '../ownership.js';
import { ReleaseOwner, releaseOwner } from './release-owner.js';

const spec = decisions(ownership, releaseOwner('sh-01', '2026-04-01', []));
const assigned = anOwnerAssigned();
const released = anOwnerReleased();
const releasing = (more: Partial<ReleaseOwner['data']> = {}) =>
  new ReleaseOwner({ ...released.data, releasedAt: released.occurredAt, ...more });

describe('releasing an owner', () => {
  it('ends from a day on what was assigned; from today, when nobody says', () => {
    spec.given(assigned).when(releasing()).then(released);
    spec
      .given(assigned)
      .when(releasing({ effectiveFrom: undefined }))
      .then(released);
  });

  it('changes nothing where nobody is named that day', () => {
    spec.given().when(releasing()).thenNothing();
    spec.given(assigned, released).when(releasing()).thenNothing();
    spec
      .given(assigned)
      .when(releasing({ effectiveFrom: '2026-02-28' }))
      .thenNothing();
  });

  it('releases who was named for another that is the same person', () => {
    const ofOthers = [assigned].reduce(ownership.evolve, ownership.initial);
    const decide = releaseOwner('sh-01', '2026-04-01', ofOthers);
    expect(decide(releasing(), [])).toEqual([released]);
  });
});
