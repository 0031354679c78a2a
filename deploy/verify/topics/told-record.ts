import type { ServiceData } from '../service-data.js';

/** One message where it lies in a topic: what it is, not what it says. */
export interface ToldRecord {
  readonly partition: number;
  readonly offset: number;
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly key: string;
  readonly position: number;
}

export type Transport = 'postgres' | 'kafka';

export const topicOfService = (service: string): string => `liren.${service}.v1`;

/** The messages of a service's topic lie beside its log while they are compared. */
export const createTold = async (service: ServiceData): Promise<void> => {
  await service.rows(
    `create temporary table told (
       transport text, partition integer, "offset" bigint, id text, type text, source text, key text, position bigint)`,
  );
};

export const writeTold = async (
  service: ServiceData,
  transport: Transport,
  records: readonly ToldRecord[],
): Promise<void> => {
  if (records.length === 0) return;
  const column = (of: (record: ToldRecord) => unknown): unknown[] => records.map(of);
  await service.rows(
    `insert into told
     select $1, * from unnest($2::integer[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])`,
    [
      transport,
      column(({ partition }) => partition),
      column(({ offset }) => offset),
      column(({ id }) => id),
      column(({ type }) => type),
      column(({ source }) => source),
      column(({ key }) => key),
      column(({ position }) => position),
    ],
  );
};

export const indexTold = async (service: ServiceData): Promise<void> => {
  await service.rows('create index on told (position)');
  await service.rows('analyze told');
};
