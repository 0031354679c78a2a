import type { ConsentPurpose } from '#contracts/clients/consent-purposes';
import { consentCounts, type Texts } from '../consent-text/consent-text.js';
import type { ClientsExported } from './client-export.events.js';
import type { ClientOfStoreRow } from '../client/client-of-store/client-of-store.projection.js';

/**
 * What each client must have consented to before her file leaves for this: without it, only who runs the salon reads it, and who works
 * for the salon as agreed. That is no third party (PIPL 21, 23).
 */
export const consentsNeeded = ({
  purpose,
  recipient,
  recipientCountry,
  processor,
}: Required<
  Pick<ClientsExported['data'], 'purpose' | 'recipient' | 'recipientCountry' | 'processor'>
>): ConsentPurpose[] => [
  ...(purpose === 'administration' ? [] : [purpose]),
  ...(recipient === null || processor !== null ? [] : (['third-party'] as const)),
  ...(recipientCountry === null ? [] : (['transfer-abroad'] as const)),
];

/** A file, and whether it is read as another one, into which it was merged. */
export type Leaving = Pick<ClientOfStoreRow, 'storeId' | 'consents' | 'restricted'> & {
  readonly merged: boolean;
};

/**
 * Whose file may leave; `textsOf` gives what can be agreed to in a store today. Who is restricted is of no use to anybody. For what needs
 * a consent, a person of several files leaves once: with the file she is read as, by what she says there.
 */
export const mayLeave =
  (needed: readonly ConsentPurpose[], textsOf: (storeId: string) => Texts) =>
  ({ storeId, consents, restricted, merged }: Leaving): boolean =>
    !restricted &&
    !(merged && needed.length > 0) &&
    needed.every((purpose) => consentCounts(textsOf(storeId), purpose, consents[purpose]));
