import type { DomainEvent } from '#libs/event-sourcing';

/** What became of a complaint of hers, as `complaints` told it: when, and never what it is about. */
export type ComplaintLearned = DomainEvent<
  'ComplaintLearned',
  {
    clientId: string;
    complaintId: string;
    storeId: string;
    step: 'opened' | 'answered' | 'closed';
    /** When the time to answer runs out; null for other steps than opening. */
    dueAt: string | null;
  }
>;
