import type { Aggregate } from '#libs/event-sourcing';
import type { ComplaintLearned } from './known-complaint.events.js';

type Step = ComplaintLearned['data']['step'];

export interface KnownComplaint {
  /** When each step was taken, of those that were heard of. */
  readonly steps: Readonly<Partial<Record<Step, string>>>;
  readonly dueAt: string | null;
}

/** A client's complaints, by id. */
export type KnownComplaints = Readonly<Record<string, KnownComplaint>>;

export interface OpenComplaint {
  readonly since: string;
  readonly overdue: boolean;
}

/** A stream for each client: who greets her reads one. */
export const knownComplaint: Aggregate<KnownComplaints, ComplaintLearned> = {
  category: 'known-complaint',
  initial: {},
  evolve: (before, { data: { complaintId, step, dueAt }, occurredAt }) => {
    const known = before[complaintId];
    return {
      ...before,
      [complaintId]: { steps: { ...known?.steps, [step]: occurredAt }, dueAt: dueAt ?? known?.dueAt ?? null },
    };
  },
};

/**
 * A complaint is open until it is closed, and overdue from when its time ran out until it is answered. Of several, since
 * the first, and overdue where one is. Steps count in whatever order they were heard.
 */
export const openComplaintOf = (heard: readonly KnownComplaints[], now: string): OpenComplaint | null => {
  const open = heard
    .flatMap((complaints) => Object.values(complaints))
    .flatMap(({ steps: { opened, answered, closed }, dueAt }) => {
      if (opened === undefined || closed !== undefined) return [];
      return [{ since: opened, overdue: answered === undefined && dueAt !== null && dueAt < now }];
    });
  const [since] = open.map((complaint) => complaint.since).sort();
  return since === undefined ? null : { since, overdue: open.some(({ overdue }) => overdue) };
};
