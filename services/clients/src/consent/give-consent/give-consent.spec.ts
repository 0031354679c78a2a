import { decisions } from '#libs/testing';
import { textsOn } from '../../consent-text/consent-text.js';
import { consentTextsLearned, healthText } from '../../testing/known-policy.builders.js';
import { at, consentGiven, consentWithdrawn, sealed } from '../../testing/privacy.builders.js';
import { knownPolicy, type KnownPolicy } from '../../known-policy/known-policy.js';
import { consent } from '../consent.js';
import { GiveConsent, giveConsent } from './give-consent.js';

const PUBLISHED = [consentTextsLearned(healthText('health-2', '2026-03-02'))].reduce(
  knownPolicy.evolve,
  knownPolicy.initial,
) as KnownPolicy<'consent-texts'>;
const on = (day: string) =>
  decisions(consent, giveConsent(textsOn(PUBLISHED, 'sh-01', day)), { eachTime: true });
const spec = decisions(consent, giveConsent(textsOn([], 'sh-01', '2026-03-01')), { eachTime: true });
const agePolicyVersion = 'age-of-consent@built-in';
const giving = (changed: Partial<GiveConsent['data']> = {}) => {
  const { minor: _minor, ...told } = consentGiven().data;
  return new GiveConsent({ ...told, agePolicyVersion, minor: null, givenAt: at, ...changed });
};

describe('giving consent', () => {
  it('keeps purpose, text and channel, and which policy the text was of', () => {
    spec.given().when(giving()).then(consentGiven());
  });

  it('is a fact each time she gives it, and is a new consent for a new text', () => {
    spec.given(consentGiven()).when(giving()).then(consentGiven());
    const another = { textVersion: 'health-2' };
    on('2026-03-02')
      .given(consentGiven())
      .when(giving(another))
      .then({ ...consentGiven(another), policyVersion: 'consent-texts@1' });
  });

  it('is to the text in force in her store that day, and says which that is', () => {
    const unknown = giving({ textVersion: 'health-9' });
    on('2026-03-02').given().when(unknown).thenRefused('unknown-text', { inForce: 'health-2' });
    const early = giving({ textVersion: 'health-2' });
    on('2026-03-01').given().when(early).thenRefused('text-not-in-force', { inForce: 'health-1' });
    const late = on('2026-03-02').given(consentGiven()).when(giving());
    late.thenRefused('text-not-in-force', { inForce: 'health-2' });
    const photos = giving({ textVersion: 'photos-1' }); // the words of another purpose
    on('2026-03-02').given().when(photos).thenRefused('unknown-text', { inForce: 'health-2' });
  });

  it('is to what a paper of the salon says, while headquarters has published no text of the purpose', () => {
    const paper = { textVersion: 'our form of 2019' };
    spec.given().when(giving(paper)).then(consentGiven(paper));
    const photos = { purpose: 'photos', ...paper } as const;
    on('2026-03-02')
      .given()
      .when(giving(photos))
      .then({ ...consentGiven(photos), policyVersion: 'consent-texts@1' });
  });

  it('is kept with the store where she is asked, when that is not her own, and is another one there', () => {
    const there = { askedIn: 'bj-01' };
    spec.given().when(giving(there)).then(consentGiven(there));
    spec.given(consentGiven()).when(giving(there)).then(consentGiven(there));
    spec.given(consentGiven(there)).when(giving()).then(consentGiven());
    spec.given(consentGiven(there), consentWithdrawn()).when(giving(there)).then(consentGiven(there));
  });

  it('may be given again after it was withdrawn', () => {
    spec.given(consentGiven(), consentWithdrawn()).when(giving()).then(consentGiven());
  });

  it('needs a guardian for whoever is not of age, also when that was told before', () => {
    spec
      .given()
      .when(giving({ minor: true }))
      .thenRefused('guardian-needed');
    const guarded = { minor: true, guardian: sealed };
    spec.given().when(giving(guarded)).then(consentGiven(guarded));
    spec
      .given(consentGiven(guarded))
      .when(giving({ purpose: 'photos', textVersion: 'photos-1' }))
      .thenRefused('guardian-needed');
  });

  it('is hers to give once she is of age, for each purpose by itself', () => {
    const guarded = { minor: true, guardian: sealed };
    const photos = { purpose: 'photos', textVersion: 'photos-1' } as const;
    const given = [consentGiven(guarded), consentGiven({ ...guarded, ...photos })];
    spec
      .given(...given)
      .when(giving({ minor: false }))
      .then(consentGiven());
    spec
      .given(...given, consentGiven())
      .when(giving({ ...photos, minor: false }))
      .then(consentGiven(photos));
  });

  it('is a guardian’s again where the law asks for more years than she has', () => {
    spec
      .given(consentGiven())
      .when(giving({ minor: true }))
      .thenRefused('guardian-needed');
    const guarded = { minor: true, guardian: sealed, agePolicyVersion: 'age-of-consent@1' };
    spec.given(consentGiven()).when(giving(guarded)).then(consentGiven(guarded));
  });
});
