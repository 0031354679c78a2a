import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import type { Aggregate } from '#libs/event-sourcing';
import type { ConsentEvent } from './consent.events.js';

/** What a client consents to now: the version of the text, by purpose. */
export interface Consent {
  readonly storeId: string | null;
  /** She was under 14 when this was last asked. */
  readonly minor: boolean;
  readonly given: Readonly<Partial<Record<ConsentPurpose, string>>>;
  /** Where she was asked for it, of what was not given in her own store. */
  readonly askedIn: Readonly<Partial<Record<ConsentPurpose, string>>>;
}

export const consent: Aggregate<Consent, ConsentEvent> = {
  category: 'consent',
  initial: { storeId: null, minor: false, given: {}, askedIn: {} },
  storeOf: ({ storeId }) => storeId,
  evolve: (before, { type, data }) => {
    const { storeId, purpose } = data;
    const { [purpose]: _given, ...given } = before.given;
    const { [purpose]: _askedIn, ...askedIn } = before.askedIn;
    switch (type) {
      case 'ConsentGiven':
        return {
          ...{ storeId, minor: data.minor, given: { ...given, [purpose]: data.textVersion } },
          askedIn: data.askedIn === undefined ? askedIn : { ...askedIn, [purpose]: data.askedIn },
        };
      case 'ConsentWithdrawn':
        return { ...before, storeId, given, askedIn };
    }
  },
};
