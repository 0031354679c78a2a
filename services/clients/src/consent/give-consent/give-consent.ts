import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
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
      /** Whether she is under 14; null when nobody says, and it is as it was. */
      readonly minor: boolean | null;
      readonly guardian: Envelope | null;
      readonly givenAt: string;
    },
  ) {}
}

/** Consent to a text, once; for whoever is under 14 a guardian gives it (PIPL 31). */
export const giveConsent: Decide<GiveConsent, Consent, ConsentEvent> = ({ data }, consent) => {
  const { givenAt: occurredAt, minor: toldMinor, ...told } = data;
  const minor = toldMinor ?? consent.minor;
  if (minor && told.guardian === null) {
    throw new Rejection('guardian-needed', 'She is under 14: a guardian must consent for her.', {
      clientId: told.clientId,
    });
  }
  if (consent.given[told.purpose] === told.textVersion && minor === consent.minor) return [];
  return [{ type: 'ConsentGiven', occurredAt, storeId: told.storeId, data: { ...told, minor } }];
};
