import { decisions } from '#libs/testing';
import { companionsArranged } from '../../testing/companion-group.builders.js';
import { companionGroup } from '../companion-group.js';
import { ArrangeCompanions, arrangeCompanions } from './arrange-companions.js';

const spec = decisions(companionGroup, arrangeCompanions);
const sisters = companionsArranged();
const arranging = (data: Partial<ArrangeCompanions['data']> = {}) =>
  new ArrangeCompanions({ ...sisters.data, arrangedAt: sisters.occurredAt, ...data });
const dissolved = { memberIds: [], leaderId: null };

describe('saying who comes together', () => {
  it('keeps who they are and whom they follow (CL-56, CL-57)', () => {
    spec.given().when(arranging()).then(sisters);
  });

  it('changes nothing when they are the same, in any order', () => {
    spec
      .given(sisters)
      .when(arranging({ memberIds: ['c', 'a', 'b', 'a'] }))
      .thenNothing();
  });

  it('takes in who comes along, and another leader', () => {
    for (const change of [{ memberIds: ['a', 'b', 'c', 'd'] }, { leaderId: 'a' }, { leaderId: null }])
      spec.given(sisters).when(arranging(change)).then(companionsArranged(change));
  });

  it('dissolves a group by leaving nobody in it, once', () => {
    spec.given(sisters).when(arranging(dissolved)).then(companionsArranged(dissolved));
    spec.given(companionsArranged(dissolved)).when(arranging(dissolved)).thenNothing();
    spec.given().when(arranging(dissolved)).thenNothing();
  });

  it('refuses one alone, and a leader who is not of the group', () => {
    spec
      .given()
      .when(arranging({ memberIds: ['b', 'b'] }))
      .thenRefused('alone');
    spec
      .given()
      .when(arranging({ leaderId: 'd' }))
      .thenRefused('leader-elsewhere', { leaderId: 'd' });
  });
});
