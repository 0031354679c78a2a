import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
import { checkWords, type Texts } from '../../consent-text/consent-text.js';
import type { Consent } from '../consent.js';
import type { ConsentChannel, ConsentEvent } from '../consent.events.js';

export class GiveConsent {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly purpose: ConsentPurpose;
      readonly textVersion: string;
      readonly channel: ConsentChannel;
      /** Whether another must consent for her; null when nobody says, and it is as it was. */
      readonly minor: boolean | null;
      readonly agePolicyVersion: string;
      readonly guardian: Envelope | null;
      /** Where she is asked, when that is not her own store. */
      readonly askedIn?: string;
      readonly givenAt: string;
    },
  ) {}
}

/**
 * Consent to the text in force where she is asked, or to a paper of the salon's own while none is published; for whoever is not of
 * age a guardian gives it (PIPL 31, GDPR 8), and once she is, she gives it anew. Each time she says so is a fact, also where she had
 * before: a request that is sent again is then known by its key, and gives nothing back that she withdrew meanwhile. Refuses with
 * `unknown-text`, `text-not-in-force` and `guardian-needed`.
 */
export const giveConsent =
  (texts: Texts): Decide<GiveConsent, Consent, ConsentEvent> =>
  ({ data }, consent) => {
    checkWords(texts, data.purpose, data.textVersion);
    const { givenAt: occurredAt, minor: toldMinor, ...told } = data;
    const minor = toldMinor ?? consent.minor;
    if (minor && told.guardian === null) {
      throw new Rejection('guardian-needed', 'She is not of age: a guardian must consent for her.', {
        clientId: told.clientId,
      });
    }
    const { storeId } = told;
    const { policyVersion } = texts;
    return [{ type: 'ConsentGiven', occurredAt, storeId, policyVersion, data: { ...told, minor } }];
  };
