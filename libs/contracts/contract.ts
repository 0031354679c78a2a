import type { z } from 'zod';

/** A fact promised to others: its name for ever, what it is ordered by, and its shape without personal data. */
export interface Contract<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** `<service>.<fact>.v<version>`. */
  readonly type: Type;
  /** What it tells, in one sentence; shown in the generated reference. */
  readonly description: string;
  /** The field of `data` whose value orders messages; absent when it is the stream. A null value also means the stream. */
  readonly key?: string;
  readonly data: Schema;
}

export type DataOf<C extends Contract> = z.infer<C['data']>;

export const contract = <const Type extends string, Schema extends z.ZodType>(
  definition: Contract<Type, Schema>,
): Contract<Type, Schema> => definition;

/** The topic a contract travels in: one per service. */
export const topicOf = (type: string): string => `liren.${type.slice(0, type.indexOf('.'))}.v1`;

/** A contract message: a CloudEvent whose data is plain JSON. */
export interface Message<C extends Contract = Contract> {
  /** The same for the same fact, however often it is sent. */
  readonly id: string;
  readonly type: C['type'];
  /** `/liren/<node>/<service>`. */
  readonly source: string;
  /** The stream the fact belongs to. */
  readonly subject: string;
  /** When it happened. */
  readonly time: string;
  /** When the service that tells it learned of it. */
  readonly recordedAt: string;
  /** Position in that service's log; grows within a topic partition. */
  readonly position: number;
  /** Messages of one key arrive in order. */
  readonly key: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly data: DataOf<C>;
}
