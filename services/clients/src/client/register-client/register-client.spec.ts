import { decisions } from '#libs/testing';
import {
  aClientRegistered,
  aFileSectionUpdated,
  aLeadAdded,
  hers,
  plainly,
} from '../../testing/client.builders.js';
import { textsOn } from '../../consent-text/consent-text.js';
import { client } from '../client.js';
import { RegisterClient, registerClient } from './register-client.js';

const spec = decisions(client, registerClient(hers, [], null, null));
const registered = aClientRegistered();
const { clientId, storeId } = registered.data;
const asking = new RegisterClient({
  clientId,
  storeId,
  contact: { name: '王芳' },
  purposeNotice: null,
  registeredAt: registered.occurredAt,
});

describe('registering a client', () => {
  it('keeps her contact sealed, and claims her phone and member number', () => {
    spec.given().when(asking).then(registered);
    expect(client.claims!(registered).map(({ key }) => key)).toEqual(hers.claims);
  });

  it('keeps what she claims out of the log', () => {
    expect(JSON.stringify(registered.data)).not.toContain(hers.claims[0]);
  });

  it('keeps which notice told her what her file is for', () => {
    const told = { ...registered, data: { ...registered.data, purposeNotice: '2026-01' } };
    const telling = decisions(
      client,
      registerClient(hers, [], textsOn([], storeId, '2026-03-01'), null),
    ).given();
    const asked = (purposeNotice: string | undefined) =>
      new RegisterClient({ ...asking.data, purposeNotice });
    telling.when(asked('2026-01')).then(told);
    telling.when(asked(undefined)).then(told);
    telling.when(asked('1999-01')).thenRefused('unknown-text', { inForce: '2026-01' });
  });

  it('keeps what else is told of her in the same step, as of the same day', () => {
    const fields = { birthday: '1990-05-01' };
    const section = { section: 'person', sealed: plainly(fields), filled: ['birthday'] };
    decisions(client, registerClient(hers, [section], null, null))
      .given()
      .when(asking)
      .then(registered, aFileSectionUpdated('person', fields, registered.occurredAt));
  });

  it('is with who consents to that for a child', () => {
    const age = { policyVersion: 'age-of-consent@2', on: '2026-03-02', years: 14 };
    const registering = (person: object) => {
      const section = { section: 'person', sealed: plainly(person), filled: Object.keys(person) };
      return decisions(client, registerClient(hers, [section], null, age))
        .given()
        .when(new RegisterClient({ ...asking.data, file: { person } }));
    };
    const child = { birthday: '2015-05-01' };
    registering(child).thenRefused('guardian-needed');
    const guarded = { ...child, guardianName: '李娜', guardianRelation: 'mother' };
    const kept = aFileSectionUpdated('person', guarded, registered.occurredAt);
    registering(guarded).then(registered, { ...kept, policyVersion: 'age-of-consent@2' });
  });

  it('refuses an id that is a client’s or a lead’s', () => {
    spec.given(registered).when(asking).thenRefused('client-already-registered', { clientId });
    spec.given(aLeadAdded()).when(asking).thenRefused('client-already-registered', { clientId });
  });
});
