import { views } from '#libs/testing';
import { companionsArranged } from '../../testing/companion-group.builders.js';
import { companionGroups } from './companion-group.projection.js';

const spec = views(companionGroups);
const sisters = companionsArranged();

describe('groups of companions', () => {
  it('are shown as they are named now', () => {
    spec.given(sisters).thenRows(sisters.data);
    spec.given(sisters, companionsArranged({ leaderId: 'a' })).thenRows({ ...sisters.data, leaderId: 'a' });
  });

  it('are gone when nobody is left in them', () => {
    spec.given(sisters, companionsArranged({ memberIds: [], leaderId: null })).thenRows();
  });
});
