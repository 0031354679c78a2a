import fc from 'fast-check';
import { CONSENT_PURPOSES, type ConsentPurpose } from '#contracts/clients/consent-purposes';
import { EXPORT_PURPOSES } from '#contracts/clients/export-purposes';
import type { ConsentText } from '#contracts/stores/consent-texts';
import type { Recorded } from '#libs/event-sourcing';
import type { ClientEvent } from '../client/client.events.js';
import type { ConsentEvent } from '../consent/consent.events.js';
import { textsOn } from '../consent-text/consent-text.js';
import type { KnownPolicy } from '../known-policy/known-policy.js';
import { aClientRegistered, aClientRestricted, aClientWonBack } from '../testing/client.builders.js';
import { consentGiven, consentWithdrawn } from '../testing/privacy.builders.js';
import {
  clientOfStore,
  type ClientOfStoreRow,
} from '../client/client-of-store/client-of-store.projection.js';
import { consentsNeeded, mayLeave } from './consents-needed.js';

const worksForUs = { processorId: 'messages', agreementNumber: 'SH-2026-041' };

describe('what a client must have consented to', () => {
  const within = { recipientCountry: null, processor: null };
  it('is nothing for running the salon', () => {
    expect(consentsNeeded({ ...within, purpose: 'administration', recipient: null })).toEqual([]);
  });

  it('is to be reached that way, and to be given to third parties, each by itself', () => {
    expect(consentsNeeded({ ...within, purpose: 'marketing-calls', recipient: null })).toEqual([
      'marketing-calls',
    ]);
    expect(consentsNeeded({ ...within, purpose: 'administration', recipient: 'Courier Ltd' })).toEqual([
      'third-party',
    ]);
    expect(consentsNeeded({ ...within, purpose: 'marketing-messages', recipient: 'Messages Ltd' })).toEqual([
      'marketing-messages',
      'third-party',
    ]);
  });

  it('is to leave the country, too, where the recipient is abroad (PIPL 39)', () => {
    const given = { purpose: 'administration', recipient: 'Courier Ltd', recipientCountry: 'SG' } as const;
    expect(consentsNeeded({ ...given, processor: null })).toEqual(['third-party', 'transfer-abroad']);
  });

  it('is not to third parties where the recipient works for the salon (PIPL 21), and to all else as ever', () => {
    const given = { ...within, recipient: 'Messages Ltd', processor: worksForUs };
    expect(consentsNeeded({ ...given, purpose: 'administration' })).toEqual([]);
    expect(consentsNeeded({ ...given, purpose: 'marketing-messages', recipientCountry: 'SG' })).toEqual([
      'marketing-messages',
      'transfer-abroad',
    ]);
  });
});

type Step = 'restricted' | 'back' | readonly ['gives' | 'withdraws', ConsentPurpose];

/** Its older consents end on this day, where a purpose is among those that end. */
const day = '2026-03-10';
const [old, renewed] = ['old', 'renewed'];

const textsEnding = (purposes: readonly ConsentPurpose[]) => {
  const texts = purposes.map((purpose): ConsentText => ({
    ...{ purpose, version: renewed, effectiveFrom: day, text: { zh: '同意' }, olderConsents: 'end' },
  }));
  const policy = { version: 1, storeId: null, effectiveFrom: '2026-01-01', value: { texts } };
  return textsOn([policy] satisfies KnownPolicy<'consent-texts'>, 'sh-01', day);
};

const factOf = (step: Step, textVersion: string): ClientEvent | ConsentEvent => {
  if (step === 'restricted') return aClientRestricted();
  if (step === 'back') return aClientWonBack();
  const [does, purpose] = step;
  return does === 'gives' ? consentGiven({ purpose, textVersion }) : consentWithdrawn({ purpose });
};

/** As the view has her after all of it. */
const rowAfter = (facts: readonly (ClientEvent | ConsentEvent)[]): ClientOfStoreRow => {
  const rows = new Map<string, ClientOfStoreRow>();
  for (const fact of [aClientRegistered(), ...facts])
    (clientOfStore.on[fact.type] as (fact: Recorded, rows: unknown) => void)(
      fact as unknown as Recorded,
      rows,
    );
  return [...rows.values()][0]!;
};

describe('whose file leaves', () => {
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.constantFrom('restricted' as const, 'back' as const),
    fc.tuple(fc.constantFrom('gives' as const, 'withdraws' as const), fc.constantFrom(...CONSENT_PURPOSES)),
  );
  const steps = fc.array(fc.tuple(step, fc.constantFrom(old, renewed)), { maxLength: 30 });
  const asked = fc.record({
    purpose: fc.constantFrom(...EXPORT_PURPOSES),
    recipientCountry: fc.constantFrom(null, 'SG'),
    to: fc.constantFrom(
      { recipient: null, processor: null },
      { recipient: 'Courier Ltd', processor: null },
      { recipient: 'Messages Ltd', processor: worksForUs },
    ),
  });

  it('is hers alone whose last word on each purpose is yes, to words that still count, and who is not restricted', () => {
    const seen = { leaves: 0, stays: 0 };
    fc.assert(
      fc.property(
        steps,
        asked,
        fc.subarray([...CONSENT_PURPOSES]),
        fc.boolean(),
        (history, { to, ...what }, ending, merged) => {
          const ask = { ...what, ...to };
          const says = (purpose: ConsentPurpose): boolean => {
            const last = history.findLast(([one]) => typeof one !== 'string' && one[1] === purpose);
            if (last === undefined || last[0][0] === 'withdraws') return false;
            return last[1] === renewed || !ending.includes(purpose);
          };
          const kept = history.findLast(([one]) => typeof one === 'string')?.[0] === 'restricted';
          const yes = !kept && (ask.purpose === 'administration' || says(ask.purpose));
          const given = to.recipient !== 'Courier Ltd' || says('third-party');
          const abroad = ask.recipientCountry === null || says('transfer-abroad');
          const once = !merged || consentsNeeded(ask).length === 0;
          const expected = yes && given && abroad && once;
          const row = rowAfter(history.map(([one, version]) => factOf(one, version)));
          expect(mayLeave(consentsNeeded(ask), () => textsEnding(ending))({ ...row, merged })).toBe(expected);
          seen[expected ? 'leaves' : 'stays'] += 1;
        },
      ),
      { numRuns: 5_000 },
    );
    expect(Math.min(seen.leaves, seen.stays)).toBeGreaterThan(50);
  });
});
