import { decisions } from '#libs/testing';
import { aRotaPublished, aShift, week } from '../../testing/rota.builders.js';
import { aStaffHired, staffId } from '../../testing/staff.builders.js';
import { aStoreOpened } from '../../testing/store.builders.js';
import { recorded } from '../../staff/work-record.js';
import { store, type OpenedStore } from '../../store/store.js';
import { OWN_RULES } from '../rota-faults.js';
import { rota } from '../rota.js';
import { PublishRota, publishRota } from './publish-rota.js';

const circumstances = {
  ...{ week, rules: OWN_RULES },
  store: store.evolve(store.initial, aStoreOpened()) as OpenedStore,
  people: new Map([[staffId, recorded(undefined, aStaffHired())]]),
};
const spec = decisions(rota, publishRota(circumstances, null));
const published = aRotaPublished();
const publishing = (more: Partial<PublishRota['data']> = {}) => {
  const { storeId, duties, reason } = published.data;
  const { occurredAt: publishedAt } = published;
  return new PublishRota({
    ...{ storeId, week, shifts: [aShift()], duties, reason, basedOn: 0, publishedAt },
    ...more,
  });
};

describe('publishing a rota', () => {
  it('is for a week, once, in whatever order it is written', () => {
    spec.given().when(publishing()).then(published);
    spec.given(published).when(publishing()).thenNothing();
    const later = aShift({ day: '2026-03-03' });
    const both = { shifts: [aShift(), later], duties: [] };
    const { shifts } = published.data;
    const startsAt = '2026-03-03T02:00:00.000Z';
    const timed = { ...later, startsAt, endsAt: '2026-03-03T10:00:00.000Z' };
    spec
      .given(aRotaPublished({ shifts: [...shifts, timed], duties: [] }))
      .when(publishing({ ...both, shifts: [later, aShift()] }))
      .thenNothing();
  });

  it('is changed by who has seen what she changes, and gives the time of those before free', () => {
    const change = { shifts: [], duties: [], reason: 'somebody-away' };
    spec
      .given(published)
      .when(publishing({ ...change, basedOn: 1 }))
      .then(aRotaPublished({ ...change, version: 2, former: [staffId] }));
    spec.given(published).when(publishing(change)).thenRefused('rota-changed-meanwhile', { version: 1 });
  });

  it('claims the time of a shift for whoever works it', () => {
    const [shift] = published.data.shifts;
    const { startsAt: from, endsAt: to } = shift!;
    expect(rota.claims!(aRotaPublished({ former: ['before'] }))).toEqual([
      { action: 'release', key: 'shift:before' },
      { action: 'take', key: `shift:${staffId}`, range: { from, to } },
    ]);
  });

  it('refuses what cannot be, and says of each why', () => {
    const shifts = [aShift({ staffId: 'nobody' }), aShift({ day: '2026-03-20' })];
    spec
      .given()
      .when(publishing({ shifts }))
      .thenRefused('rota-cannot-be', {
        faults: [
          { staffId: 'nobody', day: week, fault: 'not-working-there' },
          { staffId, day: '2026-03-20', fault: 'not-in-the-week' },
          { staffId, day: week, fault: 'duty-without-shift' },
        ],
      });
  });

  it('refuses a week that is over, and one not named by its Monday', () => {
    const after = { publishedAt: '2026-03-08T16:00:00.000Z' }; // the 9th in the store
    spec.given().when(publishing(after)).thenRefused('week-is-over');
    spec
      .given()
      .when(publishing({ week: '2026-03-03' }))
      .thenRefused('not-a-monday');
  });
});
