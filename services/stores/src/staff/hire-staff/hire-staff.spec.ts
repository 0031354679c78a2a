import { decisions } from '#libs/testing';
import { aStaffHired, aTrainingCompleted, herLogin, morning } from '../../testing/staff.builders.js';
import type { Grantor } from '../granting.js';
import type { Learned, StaffHired } from '../staff.events.js';
import { staff } from '../staff.js';
import { HireStaff, hireStaff } from './hire-staff.js';

const asked = { required: [{ post: 'front-desk', training: 'desk' }], version: 'post-training@1' };
const spec = decisions(
  staff,
  hireStaff(herLogin, { day: '2026-03-01', asked: { required: [], version: null } }),
);
const trained = decisions(staff, hireStaff(herLogin, { day: '2026-03-01', asked }));
const admin: Grantor = { role: 'hq-admin', stores: 'every' };
const account = { name: '李娜', login: 'lina', password: null };

const hiring = (
  data: Partial<StaffHired['data']> = {},
  by = admin,
  trainings: readonly Learned[] = [],
): HireStaff => new HireStaff({ ...aStaffHired(data).data, hiredAt: morning, by, account, trainings });

describe('hiring somebody', () => {
  it('records post, role and stores, and neither her name nor how she signs in', () => {
    spec.given().when(hiring()).then(aStaffHired());
  });

  it('happens once', () => {
    spec.given(aStaffHired()).when(hiring()).thenRefused('staff-already-hired');
  });

  it('lets a store manager hire for her own stores, and below her own role', () => {
    const manager: Grantor = { role: 'store-manager', stores: ['sh-01'] };
    spec.given().when(hiring({}, manager)).then(aStaffHired());
    for (const role of ['store-manager', 'finance', 'hq-admin', 'auditor'] as const)
      spec.given().when(hiring({ role }, manager)).thenRefused('role-not-yours-to-give');
    spec
      .given()
      .when(hiring({ storeIds: ['sh-01', 'sh-02'] }, manager))
      .thenRefused('store-not-yours', { storeIds: ['sh-02'] });
  });

  it('lets a regional manager hire store managers, and nobody of headquarters', () => {
    const regional: Grantor = { role: 'regional-manager', stores: ['sh-01', 'sh-02'] };
    const manager = { role: 'store-manager', post: 'store-manager' } as const;
    spec.given().when(hiring(manager, regional)).then(aStaffHired(manager));
    spec
      .given()
      .when(hiring({ role: 'regional-manager' }, regional))
      .thenRefused('role-not-yours-to-give');
  });

  it('is for a post with what it asks to be learned, and for a trainee without', () => {
    const desk = { post: 'front-desk', role: 'front-desk' } as const;
    const learned = { training: 'desk', completedOn: '2026-02-27' };
    const hired = { ...aStaffHired(desk), policyVersion: 'post-training@1' };
    trained
      .given()
      .when(hiring(desk))
      .thenRefused('training-missing', { missing: ['desk'] });
    trained
      .given()
      .when(hiring(desk, admin, [learned, learned]))
      .then(hired, aTrainingCompleted());
    const late = { training: 'desk', completedOn: '2026-03-02' };
    trained
      .given()
      .when(hiring(desk, admin, [late]))
      .thenRefused('in-the-future');
    const trainee = { post: 'trainee', role: 'front-desk' } as const;
    trained
      .given()
      .when(hiring(trainee))
      .then({ ...aStaffHired(trainee), policyVersion: 'post-training@1' });
  });

  it('wants a store for whoever works in stores, and none for headquarters', () => {
    spec
      .given()
      .when(hiring({ storeIds: [] }))
      .thenRefused('store-missing');
    const analyst = { role: 'hq-analyst', post: 'headquarters', storeIds: [] } as const;
    spec.given().when(hiring(analyst)).then(aStaffHired(analyst));
    const finance = { role: 'finance', post: 'finance', storeIds: [] } as const;
    spec.given().when(hiring(finance)).then(aStaffHired(finance));
  });
});
