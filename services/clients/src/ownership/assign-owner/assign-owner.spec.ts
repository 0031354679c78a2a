import { decisions } from '#libs/testing';
import { anOwnerAssigned, anOwnerReleased } from '../../testing/ownership.builders.js';
import { ownership } from '../ownership.js';
import { AssignOwner, assignOwner } from './assign-owner.js';

const spec = decisions(ownership, assignOwner('sh-01', '2026-03-01', []));
const assigned = anOwnerAssigned();
const naming = (more: Partial<AssignOwner['data']> = {}) =>
  new AssignOwner({ ...assigned.data, assignedAt: assigned.occurredAt, ...more });

describe('assigning an owner', () => {
  it('names her from a day on; from today, when nobody says', () => {
    spec.given().when(naming()).then(assigned);
    spec
      .given()
      .when(naming({ effectiveFrom: undefined }))
      .then(assigned);
  });

  it('puts another in her place', () => {
    spec
      .given(assigned)
      .when(naming({ staffId: 'wang' }))
      .then(anOwnerAssigned({ staffId: 'wang' }));
  });

  it('changes nothing while she is the one who is named, and names her again after a release', () => {
    spec
      .given(assigned)
      .when(naming({ effectiveFrom: '2026-03-20' }))
      .thenNothing();
    const may = anOwnerAssigned({ effectiveFrom: '2026-05-01' });
    spec
      .given(assigned, anOwnerReleased())
      .when(naming({ effectiveFrom: '2026-05-01' }))
      .then(may);
  });

  it('knows who was named for another that is the same person', () => {
    const ofOthers = [assigned].reduce(ownership.evolve, ownership.initial);
    const decide = assignOwner('sh-01', '2026-03-01', ofOthers);
    decisions(ownership, decide).given().when(naming()).thenNothing();
  });
});
