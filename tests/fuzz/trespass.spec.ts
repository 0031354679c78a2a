import type { Operation } from './description.js';
import { KnownIds } from './known-ids.js';
import type { Actor } from './sending.js';
import { trespassesOf } from './trespass.js';

const HER = '01900000-0000-7000-8000-00000000000c';
const WITHDRAWAL = '/v1/clients/{clientId}/consents/{purpose}/withdrawal';
const GLANCE = '/v1/clients/{clientId}/glance';
const FOREIGN = ['answers about what belongs to another store'];

describe('what nobody of another store may be answered', () => {
  let here: KnownIds;
  let there: KnownIds;
  beforeEach(() => {
    [here, there] = [new KnownIds('sh-01'), new KnownIds('bj-01')];
    here.learn({ clientId: HER }, { path: '/v1/clients', about: [], isMade: true });
  });

  const faultsAt = (
    own: KnownIds,
    path: string,
    about: string[],
    told: object = {},
    body: unknown = null,
  ) => {
    const others = own === here ? there : here;
    const actor: Actor = {
      ...{ role: 'front-desk', own, others, stores: [own.storeId], token: '' },
      renew: () => Promise.resolve(''),
    };
    const operation = { method: 'POST', path, 'x-roles': ['front-desk'] } as unknown as Operation;
    const answer = { status: 201, type: 'application/json', text: JSON.stringify(told) };
    return trespassesOf(operation, { path, about, body, answer }, actor);
  };

  it('is about a client of whom her store alone was told', () => {
    expect(faultsAt(here, GLANCE, [HER])).toEqual([]);
    expect(faultsAt(there, GLANCE, [HER])).toEqual(FOREIGN);
  });

  it('is about her still when that store has been answered about her once', () => {
    there.learn({ clientId: HER }, { path: '/v1/clients/{clientId}/care-log', about: [HER], isMade: true });
    expect(faultsAt(there, GLANCE, [HER])).toEqual(FOREIGN);
  });

  it('says another store’s name, but in the logs of what each did for her', () => {
    const items = [{ storeId: 'bj-01' }];
    expect(faultsAt(here, '/v1/visits', [], { items })).toEqual(['shows bj-01 to front-desk of sh-01']);
    const log = '/v1/clients/{clientId}/access-log';
    expect(faultsAt(here, log, [HER], { items })).toEqual([]);
    expect(faultsAt(there, log, [HER], { items })).toEqual(FOREIGN);
  });

  it('is not what it wrote for her in its own name', () => {
    const log = '/v1/clients/{clientId}/care-log';
    expect(faultsAt(there, log, [HER], {}, { storeId: 'bj-01' })).toEqual([]);
    expect(faultsAt(there, log, [HER], {}, { storeId: 'sh-01' })).toEqual(FOREIGN);
  });

  it('is not the consent to share that she gave at this desk', () => {
    const sharing = [HER, 'sharing-with-franchise'];
    const found = { client: { clientId: HER } };
    there.learnAsked({ phone: '13800000001' }, found);
    expect(faultsAt(there, WITHDRAWAL, sharing)).toEqual(FOREIGN);
    there.learnAsked({ phone: '13800000001', consent: {} }, found);
    expect(faultsAt(there, WITHDRAWAL, sharing)).toEqual([]);
    expect(faultsAt(there, WITHDRAWAL, [HER, 'health'])).toEqual(FOREIGN);
  });

  it('is not her points where she is a member', () => {
    const points = '/v1/members/{clientId}/points';
    expect(faultsAt(there, points, [HER])).toEqual([]);
    here.learn({ clientId: HER }, { path: '/v1/members', about: [], isMade: true });
    expect(faultsAt(there, points, [HER])).toEqual(FOREIGN);
  });
});
