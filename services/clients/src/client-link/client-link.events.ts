import type { DomainEvent } from '#libs/event-sourcing';

/** Why two are taken for one, or no longer. */
export const REASONS = ['registered-twice', 'imported-twice', 'client-said', 'mistake'] as const;
export type Reason = (typeof REASONS)[number];

interface Link {
  readonly survivorId: string;
  readonly mergedId: string;
  /** The survivor's. */
  readonly storeId: string;
  readonly reason: Reason;
}

/** `erased`: one of the two was, and the other was not; they had been parted before, which a restored backup did not know. */
type WhyParted = Reason | 'erased';
type Parting = Omit<Link, 'reason'> & { readonly reason: WhyParted };

/** Two clients are one person: on the stream of the one she is read as from now on. */
export type ClientsLinked = DomainEvent<'ClientsLinked', Link>;
export type ClientsUnlinked = DomainEvent<'ClientsUnlinked', Parting>;

/** The same on the stream of the other, in the same step: of two changes at once to either of them, one sees the other. */
export type LinkedToSurvivor = DomainEvent<'LinkedToSurvivor', Link>;
export type UnlinkedFromSurvivor = DomainEvent<'UnlinkedFromSurvivor', Parting>;

export type ClientLinkEvent = ClientsLinked | ClientsUnlinked | LinkedToSurvivor | UnlinkedFromSurvivor;
