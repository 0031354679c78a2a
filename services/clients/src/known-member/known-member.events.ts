import type { DomainEvent } from '#libs/event-sourcing';

/** A client is a member, as `membership` told it; occurs when she was enrolled. */
export type MemberLearned = DomainEvent<'MemberLearned', { clientId: string; storeId: string }>;
