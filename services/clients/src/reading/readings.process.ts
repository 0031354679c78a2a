import { Inject, Injectable } from '@nestjs/common';
import { principal } from '#libs/access';
import { commandContext, EventStore, streamOf, uuidv7 } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { TooManyRequests } from '#libs/http';
import { CLOCK } from '#libs/service';
import { READ_PER_HOUR } from '../clients.config.js';
import { ReadingLimit } from './reading-limit.js';
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
  private readonly limit: ReadingLimit;

  constructor(
    private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(READ_PER_HOUR) private readonly perHour: number,
  ) {
    this.limit = new ReadingLimit(perHour);
  }

  /** Throws `TooManyRequests` where the account has read more clients than anybody needs to; nothing is recorded then. */
  async note(noted: Noted): Promise<void> {
    this.holdBack(noted);
    return this.record(noted, (data) => ({ type: 'PersonalDataRead', ...data }));
  }

  /** What is taken out has limits of its own; the machine's clock counts, whatever time it is tried out to be. */
  private holdBack({ clientIds, what }: Noted): void {
    const who = principal();
    if (who === undefined || who.role === 'service' || what === 'export') return;
    const seconds = this.limit.take(who.subject, clientIds, Date.now());
    if (seconds === undefined) return;
    const most = `${this.perHour} clients are read in an hour at most`;
    throw new TooManyRequests(`${most}: take out what you need of more, or wait.`, seconds);
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
