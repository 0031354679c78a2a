import { Inject, Injectable } from '@nestjs/common';
import { principal } from '#libs/access';
import { commandContext, EventStore, streamOf, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import {
  reading,
  type Readable,
  type ReadingEvent,
  type ReadingPurpose,
  type TakenOut,
} from './reading.events.js';

export interface Noted {
  readonly clientIds: readonly string[];
  readonly what: Readable;
  readonly purpose: ReadingPurpose;
  readonly takenOut?: TakenOut;
}

/** Every reading of personal data is a fact, recorded before the answer is given; those of one moment share a commit. */
@Injectable()
export class Readings {
  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  note(noted: Noted): Promise<void> {
    return this.record(noted, (data) => ({ type: 'PersonalDataRead', ...data }));
  }

  noteRefused(noted: Noted): Promise<void> {
    return this.record(noted, ({ data, ...rest }) => ({
      type: 'ReadingRefused',
      data: { ...data, why: 'no-consent' },
      ...rest,
    }));
  }

  private async record(
    { clientIds, ...noted }: Noted,
    fact: (reading: Omit<Extract<ReadingEvent, { type: 'PersonalDataRead' }>, 'type'>) => ReadingEvent,
  ): Promise<void> {
    if (clientIds.length === 0) return;
    const who = principal();
    const reader = { role: who?.role ?? 'service', readerStore: onlyOne(who?.stores) };
    const occurredAt = this.clock.now().toISOString();
    const { actor, correlationId } = commandContext();
    await this.events.append({
      context: { commandId: uuidv7(), actor, correlationId },
      streams: [...new Set(clientIds)].map((clientId) => ({
        stream: streamOf(reading, clientId),
        expected: 'any',
        events: [fact({ occurredAt, data: { clientId, ...noted, ...reader } })],
      })),
    });
  }
}

const onlyOne = (stores: readonly string[] | 'every' | undefined): string | null =>
  Array.isArray(stores) && stores.length === 1 ? (stores[0] as string) : null;
