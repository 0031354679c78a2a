import type { DomainEvent } from '#libs/event-sourcing';

/** What a client may ask of whoever keeps what is known of her (PIPL 44–48, GDPR 15–21). */
export const REQUEST_KINDS = [
  'access',
  'copy',
  'correct',
  'erase',
  'restrict',
  'withdraw',
  'explain',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** She herself, who cares for her, or near relatives of one who has died (PIPL 31, 49). */
export const ASKERS = ['herself', 'guardian', 'near-relative'] as const;
export type Asker = (typeof ASKERS)[number];

/** What somebody else is to her; a word of this list, never a name. */
export const RELATIONS = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What was seen that shows it; what stands in it is not kept. */
export const PROOFS = [
  'identity-card',
  'household-register',
  'birth-certificate',
  'death-certificate',
  'court-paper',
] as const;
export type Proof = (typeof PROOFS)[number];

export const REFUSAL_REASONS = [
  'identity-not-shown',
  'not-entitled',
  'kept-by-law',
  'nothing-held',
  'harms-others',
  'repeated',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

interface Of {
  readonly requestId: string;
  readonly clientId: string;
  readonly storeId: string;
}

export type ClientRequestMade = DomainEvent<
  'ClientRequestMade',
  Of & {
    readonly kind: RequestKind;
    readonly askedBy: Asker;
    /** Null where she asks herself. */
    readonly relation: Relation | null;
    /** None, where nobody had to show who she is. */
    readonly proofs: readonly Proof[];
    /** Days in UTC. */
    readonly madeOn: string;
    readonly dueOn: string;
  }
>;

export type ClientRequestAnswered = DomainEvent<
  'ClientRequestAnswered',
  Of & { readonly answeredOn: string }
>;

export type ClientRequestRefused = DomainEvent<
  'ClientRequestRefused',
  Of & { readonly answeredOn: string; readonly reason: RefusalReason }
>;

export type ClientRequestEvent = ClientRequestMade | ClientRequestAnswered | ClientRequestRefused;
