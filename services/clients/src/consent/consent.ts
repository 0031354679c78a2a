import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import type { Aggregate } from '#libs/event-sourcing';
import type { ConsentEvent } from './consent.events.js';

/** What a client consents to now: the version of the text, by purpose. */
export interface Consent {
  readonly storeId: string | null;
  /** She was under 14 when this was last asked. */
  readonly minor: boolean;
  readonly given: Readonly<Partial<Record<ConsentPurpose, string>>>;
}

export const consent: Aggregate<Consent, ConsentEvent> = {
  category: 'consent',
  initial: { storeId: null, minor: false, given: {} },
  storeOf: ({ storeId }) => storeId,
  evolve: ({ minor, given }, { type, data }) => {
    const { storeId, purpose } = data;
    switch (type) {
      case 'ConsentGiven':
        return { storeId, minor: data.minor, given: { ...given, [purpose]: data.textVersion } };
      case 'ConsentWithdrawn': {
        const { [purpose]: _withdrawn, ...rest } = given;
        return { storeId, minor, given: rest };
      }
    }
  },
};
