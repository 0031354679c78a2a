import { BUILT_IN_TEXTS } from '#contracts/stores/built-in-texts';
import { consentTexts, TEXT_PURPOSES, type ConsentText } from '#contracts/stores/consent-texts';
import { knownPolicy, type KnownPolicy } from '../known-policy/known-policy.js';
import { aPolicyLearned, healthText } from '../testing/known-policy.builders.js';
import { standingOf, textInForce, textsOn, textToAgreeTo, wordsOf } from './consent-text.js';

const store = 'sh-01';
const day = '2026-03-01';

const published = (
  ...documents: readonly { texts: readonly ConsentText[]; storeId?: string; effectiveFrom?: string }[]
): KnownPolicy<'consent-texts'> =>
  documents
    .map(({ texts, ...when }, at) =>
      aPolicyLearned({ name: 'consent-texts', version: at + 1, ...when, value: { texts } }),
    )
    .reduce(knownPolicy.evolve, knownPolicy.initial) as KnownPolicy<'consent-texts'>;

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('the text to agree to', () => {
  it('is there for every purpose before headquarters has published any: nobody is turned away for want of one', () => {
    const texts = textsOn([], store, day);
    expect(texts.policyVersion).toBe('consent-texts@built-in');
    for (const purpose of TEXT_PURPOSES)
      expect(textInForce(texts, purpose).text).toMatchObject({
        zh: expect.any(String),
        en: expect.any(String),
      });
    expect(textToAgreeTo(texts, 'health', 'health-1').version).toBe('health-1');
  });

  it('is a built-in one until the first day of one that is published, and for what nobody publishes', () => {
    const policies = published({ texts: [healthText('health-2', '2026-03-02')] });
    const versionOn = (on: string, purpose: 'health' | 'photos') =>
      textInForce(textsOn(policies, store, on), purpose).version;
    expect(versionOn('2026-03-01', 'health')).toBe('health-1');
    expect(versionOn('2026-03-02', 'health')).toBe('health-2');
    expect(versionOn('2026-03-02', 'photos')).toBe('photos-1');
  });

  it('is a store’s own where it has one', () => {
    const policies = published(
      { texts: [healthText('health-2', day)] },
      { texts: [healthText('health-sh', day)], storeId: store },
    );
    expect(textInForce(textsOn(policies, store, day), 'health').version).toBe('health-sh');
    expect(textInForce(textsOn(policies, 'bj-01', day), 'health').version).toBe('health-2');
    expect(() => textToAgreeTo(textsOn(policies, 'bj-01', day), 'health', 'health-sh')).toThrow(
      refused('text-not-in-force'),
    );
  });

  it('is no version that nobody published, nor one of another purpose', () => {
    const texts = textsOn([], store, day);
    for (const version of ['health-9', 'photos-1'])
      expect(() => textToAgreeTo(texts, 'health', version)).toThrow(refused('unknown-text'));
  });

  it('can be one that is built in, published with a first day of its own', () => {
    const again = { ...healthText('health-1', day), text: BUILT_IN_TEXTS[1]!.text };
    const texts = textsOn(published({ texts: [healthText('health-0', '2020-01-01'), again] }), store, day);
    expect(texts.texts.filter(({ purpose }) => purpose === 'health')).toHaveLength(2);
    expect(textInForce(texts, 'health').version).toBe('health-1');
  });
});

describe('consents to an older text', () => {
  const since = (olderConsents: ConsentText['olderConsents']) =>
    published({ texts: [healthText('health-2', day, olderConsents), healthText('health-3', '2026-04-01')] });
  const standing = (policies: KnownPolicy<'consent-texts'>, version: string, on = day) =>
    standingOf(textsOn(policies, store, on), 'health', version);

  it.each([
    [undefined, 'counts'],
    ['count', 'counts'],
    ['renew', 'to-renew'],
    ['end', 'ended'],
  ] as const)('where the new one says %s, %s', (olderConsents, expected) => {
    expect(standing(since(olderConsents), 'health-1')).toBe(expected);
    expect(standing(since(olderConsents), 'health-2')).toBe('counts');
  });

  it('are as they were before its first day, and stay what it made of them after the next', () => {
    expect(standing(since('renew'), 'health-1', '2026-02-28')).toBe('counts');
    expect(standing(since('renew'), 'health-1', '2026-04-01')).toBe('to-renew');
    expect(standing(since('end'), 'health-1', '2026-04-01')).toBe('ended');
  });

  it('are those to any text that the policy does not know, too', () => {
    expect(standing(since('renew'), 'a form of 2019')).toBe('to-renew');
    expect(standing([], 'a form of 2019')).toBe('counts');
  });
});

describe('the words of a text', () => {
  it('stay known when later policies no longer name it', () => {
    const policies = published(
      { texts: [healthText('health-2', day)] },
      { texts: [healthText('health-3', day)], effectiveFrom: '2026-02-01' },
    );
    const { ever } = textsOn(policies, store, day);
    expect(wordsOf(ever, 'health', 'health-2')).toEqual({ zh: 'health-2 的内容' });
    expect(wordsOf(ever, 'photos', 'health-2')).toBeNull();
  });
});

describe('a document of texts', () => {
  const valid = healthText('health-2', day);
  const faults = (...texts: readonly unknown[]) =>
    consentTexts.safeParse({ texts }).error?.issues.length ?? 0;

  it('names each version, and each first day, once for a purpose', () => {
    expect(faults(valid, { ...valid, purpose: 'photos' })).toBe(0);
    expect(faults(valid, { ...valid, effectiveFrom: '2026-03-02' })).toBe(1);
    expect(faults(valid, { ...valid, version: 'health-3' })).toBe(1);
  });

  it('has words in a language', () => {
    expect(faults({ ...valid, text: {} })).toBe(1);
    expect(faults({ ...valid, text: { Chinese: '同意' } })).toBe(1);
    expect(faults({ ...valid, text: { zh: ' ' } })).toBe(1);
  });
});
