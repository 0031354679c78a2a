import type { Message } from '#libs/contracts';

/** What could not be read as a message at all; it is parked as it came. */
export interface Malformed {
  readonly malformed: string;
  /** Its place in the partition. */
  readonly offset: string;
  readonly key: string;
  readonly raw: string;
}

export interface Batch {
  readonly topic: string;
  readonly partition: number;
  readonly messages: readonly (Message | Malformed)[];
  /** Where reading goes on once this batch has had its effect. */
  readonly nextOffset: string;
}

export interface Producer {
  /** Resolves when all of them are durable, in this order within a key. After an error, send all of them again. */
  send(topic: string, messages: readonly Message[]): Promise<void>;
  close(): Promise<void>;
}

/** Where a partition ends: the offset that its next message will have. */
export interface PartitionEnd {
  readonly topic: string;
  readonly partition: number;
  readonly nextOffset: number;
}

export interface SubscribeOptions {
  /** One batch of a partition goes to one member of a group at a time. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where to go on in a partition, as a batch's `nextOffset` said; undefined for its beginning. */
  readonly resumeAt: (topic: string, partition: number) => Promise<string | undefined>;
  /** Resolves when the effect is durable. After an error the same messages come again. */
  readonly onBatch: (batch: Batch) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export interface Subscription {
  /** Waits for the batches in hand, takes no more. */
  stop(): Promise<void>;
}

/** How messages travel: at least once, in order within a key, kept without end. */
export interface Transport {
  readonly name: 'kafka' | 'postgres';
  /** Makes topics that are not there yet. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  producer(): Promise<Producer>;
  /** Of every partition of topics that are there. */
  ends(topics: readonly string[]): Promise<PartitionEnd[]>;
  subscribe(options: SubscribeOptions): Promise<Subscription>;
  close(): Promise<void>;
}

export const isMalformed = (message: Message | Malformed): message is Malformed => 'malformed' in message;
