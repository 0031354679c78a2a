import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import type { Recorded } from '#libs/event-sourcing';
import { Views } from '../views.js';
import { CLIENT_STREAM } from './client-stream.projection.js';

/** What a service's log holds about a client. */
@Injectable()
export class HeldFactsQuery {
  constructor(
    private readonly events: EventStore,
    private readonly views: Views,
    private readonly dataSource: DataSource,
  ) {}

  /** Every fact of every stream that tells of one of them, up to this moment, in the order they were recorded. */
  async about(clientIds: readonly string[]): Promise<Recorded[]> {
    const upToNow = await this.views.reached(CLIENT_STREAM, await this.events.head());
    if (!upToNow)
      throw new ServiceUnavailableException('What is held about her is still being gathered. Ask again.');
    const streams = await this.dataSource.query<{ stream: string }[]>(
      `select distinct stream from ${CLIENT_STREAM} where "clientId" = any($1)`,
      [clientIds],
    );
    return this.events.readStreams(streams.map(({ stream }) => stream));
  }
}
