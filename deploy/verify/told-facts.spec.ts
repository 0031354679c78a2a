import { kept } from '#libs/messaging';
import { alsoAcknowledging } from '#libs/service';
import { clientPublisher } from '../../services/clients/src/publishing/client.publisher.js';
import { complaintPublisher } from '../../services/complaints/src/publishing/complaint.publisher.js';
import { followUpPublisher } from '../../services/follow-ups/src/publishing/follow-up.publisher.js';
import { importPublisher } from '../../services/imports/src/publishing/import.publisher.js';
import { memberPublisher } from '../../services/membership/src/publishing/member.publisher.js';
import { referralPublisher } from '../../services/referrals/src/publishing/referral.publisher.js';
import { storePublisher } from '../../services/stores/src/publishing/store.publisher.js';
import { visitPublisher } from '../../services/visits/src/publishing/visit.publisher.js';
import { MODULES } from '../all-in-one/modules.js';
import { SERVICES } from './services.js';
import { contractOfRow, TOLD } from './told-facts.js';

const own = {
  stores: storePublisher,
  clients: clientPublisher,
  visits: visitPublisher,
  membership: memberPublisher,
  referrals: referralPublisher,
  'follow-ups': followUpPublisher,
  complaints: complaintPublisher,
  imports: importPublisher,
  reporting: undefined,
};

const publishers = Object.fromEntries(
  Object.entries(own).map(([service, publisher]) => [service, alsoAcknowledging(service, publisher)]),
) as Record<string, Readonly<Record<string, unknown>>>;

/** Facts by whether somebody is told of them. */
const decided = (facts: Readonly<Record<string, unknown>>, stays: unknown): Record<string, boolean> =>
  Object.fromEntries(Object.entries(facts).map(([type, told]) => [type, told !== stays]));

describe('what is written down here a second time', () => {
  it('is about all services there are', () => {
    expect([...SERVICES].sort()).toEqual(Object.keys(MODULES).sort());
    expect(Object.keys(TOLD).sort()).toEqual(Object.keys(publishers).sort());
  });

  it.each(Object.entries(TOLD))(
    'has the facts of %s that are told, and those that stay',
    (service, facts) => {
      expect(decided(facts, null)).toEqual(decided(publishers[service]!, kept));
    },
  );

  it('becomes SQL for the contract of a fact', () => {
    const facts = { Told: 'a.told.v1', Kept: null, Sometimes: { contract: 'a.sometimes.v1', when: 'late' } };
    expect(contractOfRow(facts)).toBe(
      `case type when 'Told' then 'a.told.v1' when 'Kept' then null ` +
        `when 'Sometimes' then case when late then 'a.sometimes.v1' end end`,
    );
  });
});
