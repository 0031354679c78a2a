import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import type { Decide } from '#libs/event-sourcing';
import type { Consent } from '../consent.js';
import type { ConsentChannel, ConsentEvent } from '../consent.events.js';

export class WithdrawConsent {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly storeId: string;
      readonly purpose: ConsentPurpose;
      readonly channel: ConsentChannel;
      readonly withdrawnAt: string;
    },
  ) {}
}

/** No reason is asked for, and nobody may refuse; where there is none to withdraw, nothing changes. */
export const withdrawConsent: Decide<WithdrawConsent, Consent, ConsentEvent> = ({ data }, consent) => {
  const { withdrawnAt: occurredAt, ...told } = data;
  if (consent.given[told.purpose] === undefined) return [];
  return [{ type: 'ConsentWithdrawn', occurredAt, storeId: told.storeId, data: told }];
};
