import type { DomainEvent } from '#libs/event-sourcing';

/** What became of personal data (PIPL 57). */
export const INCIDENT_KINDS = ['leaked', 'altered', 'lost'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Whoever must be told of it. */
export const TOLD_TO = ['authority', 'people'] as const;
export type ToldTo = (typeof TOLD_TO)[number];

export const TOLD_BY = ['portal', 'letter', 'e-mail', 'phone', 'message', 'public-notice'] as const;
export type ToldBy = (typeof TOLD_BY)[number];

/** How it ended: all were told; the people were not, for no harm can come to them (PIPL 57); it was none. */
export const OUTCOMES = ['told', 'harm-prevented', 'no-incident'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** By what the people are found whom it affects. */
export interface Scope {
  /** Accounts that should not have read what they read in that time. */
  readonly accountIds: readonly string[];
  /** Clients who are known to be affected, whoever read. */
  readonly clientIds: readonly string[];
  readonly beganAt: string;
  /** Null while it goes on. */
  readonly endedAt: string | null;
}

/** A time limit of a rule, in hours from when it was found. */
export const CLOCKS = ['grave-incident', 'breach'] as const;
export type ClockName = (typeof CLOCKS)[number];

export interface DueClock {
  readonly clock: ClockName;
  /** By then the authority is told. */
  readonly dueAt: string;
}

interface Of {
  readonly incidentId: string;
}

/** Where more is written about it, such as the number of a letter; never a person. */
interface Reference {
  readonly reference: string | null;
}

export type IncidentRecorded = DomainEvent<
  'IncidentRecorded',
  Of &
    Scope &
    Reference & {
      readonly kind: IncidentKind;
      readonly grave: boolean;
      readonly foundAt: string;
      readonly clocks: readonly DueClock[];
    }
>;

/** It was found to be of other accounts, clients or times. */
export type IncidentScoped = DomainEvent<'IncidentScoped', Of & Scope>;

/** The authority, or the people whom it affects, were told, at `occurredAt`. */
export type IncidentTold = DomainEvent<
  'IncidentTold',
  Of & Reference & { readonly to: ToldTo; readonly by: ToldBy }
>;

export type IncidentClosed = DomainEvent<'IncidentClosed', Of & { readonly outcome: Outcome }>;

export type IncidentEvent = IncidentRecorded | IncidentScoped | IncidentTold | IncidentClosed;
