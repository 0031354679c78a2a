import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { Message } from '#libs/contracts';
import { BATCH, type BatchContext } from '#libs/messaging';
import { REPORTED } from '../reported-types.js';

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

/** Keeps every message it is told, in one step with how far it has listened. */
@Controller()
export class KeepMessages {
  @EventPattern(REPORTED, BATCH)
  async on(@Payload() messages: readonly Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const column = (of: (message: Message) => unknown): unknown[] => messages.map(of);
    await transaction.query({
      name: 'keep-messages',
      text: KEEP,
      values: [
        messages.length,
        column(({ id }) => id),
        column(({ source }) => source),
        column(({ position }) => position),
        column(({ type }) => type),
        column(({ subject }) => subject),
        column(({ time }) => time),
        column(({ recordedAt }) => recordedAt),
        column(({ correlationId }) => correlationId),
        column(({ causationId }) => causationId),
        column(({ data }) => JSON.stringify(data)),
      ],
    });
  }
}
