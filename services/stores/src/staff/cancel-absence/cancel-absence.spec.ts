import { decisions } from '#libs/testing';
import {
  absenceId,
  aStaffHired,
  anAbsenceCancelled,
  anAbsenceNoted,
  morning,
  staffId,
} from '../../testing/staff.builders.js';
import { staff } from '../staff.js';
import { CancelAbsence, cancelAbsence } from './cancel-absence.js';

const spec = decisions(staff, cancelAbsence);
const by = { role: 'hq-admin', stores: 'every' } as const;
const cancelling = new CancelAbsence({ staffId, absenceId, cancelledAt: morning, by });

describe('cancelling an absence', () => {
  it('has her work on these days after all, and changes nothing where there is none', () => {
    spec.given(aStaffHired(), anAbsenceNoted()).when(cancelling).then(anAbsenceCancelled());
    spec.given(aStaffHired()).when(cancelling).thenNothing();
  });
});
