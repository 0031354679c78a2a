import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { knownProcessor, type KnownProcessor } from './known-processor.js';

@Injectable()
export class KnownProcessorsQuery {
  constructor(private readonly events: EventStore) {}

  /** As it was heard of; of version 0 where it was not. */
  async of(processorId: string): Promise<KnownProcessor> {
    return (await this.events.load(knownProcessor, processorId)).state;
  }
}
