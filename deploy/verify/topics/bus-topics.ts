import type { ServiceData } from '../service-data.js';
import { topicOfService, type ToldRecord } from './told-record.js';

interface BatchRow {
  partition: number;
  last_offset: number;
  messages: string;
}

type BusMessage = Pick<ToldRecord, 'id' | 'type' | 'source' | 'key' | 'position'>;

const BATCHES_AT_ONCE = 2; // of up to a thousand messages each

/** The messages of a service in the PostgreSQL transport, from the first. */
export async function* busRecords(bus: ServiceData, service: string): AsyncGenerator<ToldRecord[]> {
  let from = { partition: -1, last_offset: -1 };
  for (;;) {
    const batches = await bus.rows<BatchRow>(
      `select partition, last_offset, messages from record_batch
        where topic = $1 and (partition, last_offset) > ($2, $3)
        order by partition, last_offset limit ${BATCHES_AT_ONCE}`,
      [topicOfService(service), from.partition, from.last_offset],
    );
    if (batches.length === 0) return;
    from = batches.at(-1)!;
    yield batches.flatMap(recordsOf);
  }
}

const recordsOf = ({ partition, last_offset, messages }: BatchRow): ToldRecord[] => {
  const batch = JSON.parse(messages) as BusMessage[];
  const first = last_offset - batch.length + 1;
  return batch.map(({ id, type, source, key, position }, at) => ({
    ...{ partition, offset: first + at },
    ...{ id, type, source, key, position },
  }));
};
