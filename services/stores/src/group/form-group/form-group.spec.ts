import { decisions } from '#libs/testing';
import { aGroupFormed, aGroupJoined } from '../../testing/group.builders.js';
import type { GroupFormed } from '../group.events.js';
import { group } from '../group.js';
import { FormGroup, formGroup } from './form-group.js';

const spec = decisions(group, formGroup);
const forming = (data: Partial<GroupFormed['data']> = {}, by: FormGroup['data']['by'] = 'hq-admin') => {
  const formed = aGroupFormed(data);
  return new FormGroup({ ...formed.data, formedAt: formed.occurredAt, by });
};

describe('forming a group', () => {
  it('names it and charges it with its duties, once', () => {
    spec.given().when(forming()).then(aGroupFormed());
    spec
      .given(aGroupFormed(), aGroupJoined())
      .when(forming({ duties: ['improvement', 'training', 'supervision'] }))
      .thenNothing();
  });

  it('charges it otherwise', () => {
    const less = { duties: ['training'] as const };
    spec.given(aGroupFormed()).when(forming(less)).then(aGroupFormed(less));
  });

  it('leaves it where it is', () => {
    spec
      .given(aGroupFormed())
      .when(forming({ storeId: 'sh-01' }))
      .thenRefused('group-of-another-place');
    spec
      .given()
      .when(forming({ storeId: 'sh-01', region: 'east' }))
      .thenRefused('store-or-region');
  });

  it('is for headquarters, and for managers in their own stores', () => {
    spec.given().when(forming({}, 'store-manager')).thenRefused('group-of-the-chain');
    spec
      .given()
      .when(forming({ region: 'east' }, 'regional-manager'))
      .thenRefused('group-of-the-chain');
    spec
      .given()
      .when(forming({ storeId: 'sh-01' }, 'store-manager'))
      .then(aGroupFormed({ storeId: 'sh-01' }));
  });
});
