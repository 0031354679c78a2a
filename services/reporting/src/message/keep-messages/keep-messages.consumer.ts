import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Message } from '#libs/contracts';
import { BATCH, type BatchContext } from '#libs/messaging';
import { COUNTED_AS } from '../../reporting.config.js';
import { REPORTED } from '../reported-types.js';
import { asCounted, type CountedAs } from './as-counted.js';

const KEEP = `
with head as (
  update kept_head set position = position + $1 returning position - $1 as base
)
insert into kept_message (position, id, source, source_position, type, subject, occurred_at, recorded_at,
                          correlation_id, causation_id, data)
select head.base + place, id, source, source_position, type, subject, occurred_at, recorded_at,
       correlation_id, causation_id, data::json
  from head, unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
                    $9::uuid[], $10::uuid[], $11::text[])
    with ordinality as m(id, source, source_position, type, subject, occurred_at, recorded_at,
                         correlation_id, causation_id, data, place)`;

/** Keeps every message it is told, in one step with how far it has listened; of clients nothing but the id each is counted by. */
@Controller()
export class KeepMessages {
  constructor(@Inject(COUNTED_AS) private readonly countedAs: CountedAs) {}

  @EventPattern(REPORTED, BATCH)
  async on(@Payload() messages: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const column = (of: (message: Message) => unknown): unknown[] => messages.map(of);
    const counted = messages.map((message) => asCounted(message, this.countedAs));
    await transaction.query({
      name: 'keep-messages',
      text: KEEP,
      values: [
        messages.length,
        column(({ id }) => id),
        column(({ source }) => source),
        column(({ position }) => position),
        column(({ type }) => type),
        counted.map(({ subject }) => subject),
        column(({ time }) => time),
        column(({ recordedAt }) => recordedAt),
        column(({ correlationId }) => correlationId),
        column(({ causationId }) => causationId),
        counted.map(({ data }) => data),
      ],
    });
  }
}
