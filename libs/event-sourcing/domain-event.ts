/** A past-tense fact, as a decision states it. Stored for ever: new fields of `data` are optional. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** When it happened, said by whoever reports it: an ISO 8601 instant in UTC. */
  readonly occurredAt: string;
  readonly storeId?: string | null;
  /** The policy and version that decided, `name@version`, where one did. */
  readonly policyVersion?: string | null;
}

/** What the log knows of every fact beside its own words. */
export interface EventMetadata {
  /** UUIDv7. */
  readonly id: string;
  readonly stream: string;
  /** 1 for the first fact of a stream, without gaps. */
  readonly version: number;
  /** Place in the service's whole log: from 1, without gaps, in commit order. */
  readonly position: number;
  /** When we learned of it: an ISO 8601 instant in UTC, never before that of an earlier position. */
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
}

export type Recorded<Event extends DomainEvent = DomainEvent> = Event & EventMetadata;
