import { Inject, Injectable } from '@nestjs/common';
import { alone, KeyedMutex } from '#libs/event-store';
import { DATABASE, type Database } from '#libs/service';

/** Work that is done one after the other in all processes. */
@Injectable()
export class TurnsQuery {
  private readonly here = new KeyedMutex();

  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** In this process first, or those who wait would hold every connection that the one before them needs. */
  oneByOne<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.here.run(name, () => alone(this.database.pool, name, work));
  }
}
