import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import type { Aggregate } from '#libs/event-sourcing';
import type { ConsentEvent } from './consent.events.js';

/** What a client consents to now, by purpose. */
export interface Consent {
  readonly storeId: string | null;
  /** She was not of age when this was last asked. */
  readonly minor: boolean;
  readonly given: Readonly<Partial<Record<ConsentPurpose, Given>>>;
}

interface Given {
  readonly textVersion: string;
  /** Where she was asked for it, when that was not her own store. */
  readonly askedIn: string | undefined;
}

export const consent: Aggregate<Consent, ConsentEvent> = {
  category: 'consent',
  initial: { storeId: null, minor: false, given: {} },
  storeOf: ({ storeId }) => storeId,
  evolve: ({ minor, given }, { type, data }) => {
    const { storeId, purpose } = data;
    switch (type) {
      case 'ConsentGiven': {
        const { textVersion, minor: isMinor, askedIn } = data;
        return { storeId, minor: isMinor, given: { ...given, [purpose]: { textVersion, askedIn } } };
      }
      case 'ConsentWithdrawn': {
        const { [purpose]: _withdrawn, ...rest } = given;
        return { storeId, minor, given: rest };
      }
    }
  },
};
