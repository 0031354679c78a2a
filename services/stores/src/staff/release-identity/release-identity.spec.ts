import { decisions } from '#libs/testing';
import {
  anIdentityBound,
  anIdentityReleased,
  aStaffHired,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { ReleaseIdentity, releaseIdentity } from './release-identity.js';

const spec = decisions(staff, releaseIdentity);
const releasing = new ReleaseIdentity({ staffId, reason: 'new-provider', at: morning });

describe('forgetting who she is at the provider', () => {
  it('is said with its reason, ends every session, and gives the person free', () => {
    spec.given(aStaffHired(), anIdentityBound()).when(releasing).then(anIdentityReleased());
    expect(staff.claims!(anIdentityBound())).toEqual([{ action: 'take', key: 'identity:her' }]);
    expect(staff.claims!(anIdentityReleased())).toEqual([{ action: 'release', key: 'identity:her' }]);
  });

  it('changes nothing where nobody is bound', () => {
    spec.given(aStaffHired()).when(releasing).thenNothing();
    spec.given(aStaffHired(), anIdentityBound(), anIdentityReleased()).when(releasing).thenNothing();
  });

  it('does not know who was never hired', () => {
    spec.given().when(releasing).thenRefused('unknown-staff');
  });
});
