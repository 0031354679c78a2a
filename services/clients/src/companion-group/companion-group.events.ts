import type { DomainEvent } from '#libs/event-sourcing';

export interface Companions {
  readonly storeId: string;
  /** In the order of their ids; none any more when they do not come together. */
  readonly memberIds: readonly string[];
  /** Whom the others follow; null while nobody knows. */
  readonly leaderId: string | null;
}

/** Who comes together, from now on. */
export type CompanionsArranged = DomainEvent<'CompanionsArranged', Companions & { readonly groupId: string }>;
