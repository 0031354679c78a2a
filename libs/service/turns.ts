import { Inject, Injectable } from '@nestjs/common';
import { alone, KeyedMutex } from '#libs/event-store';
import type { Database } from './database.js';
import { DATABASE } from './tokens.js';

/** Work that is done one after the other in all processes of a service, because no one stream could decide it. */
@Injectable()
export class Turns {
  private readonly here = new KeyedMutex();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** In this process first, or those who wait would hold every connection that the one before them needs. */
  take<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.here.run(name, () => alone(this.database.pool, name, work));
  }
}
