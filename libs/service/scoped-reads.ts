import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { commandContext, inTransaction } from '#libs/event-store';
import type { Database } from './database.js';
import { DATABASE } from './tokens.js';

/** Something that can be asked. */
export type Reads = Pick<ScopedReads, 'query'>;

/**
 * What people ask of views: they get rows of their own stores, whatever the query says, for PostgreSQL itself keeps all
 * others back. Role and stores are set for one transaction, so that nothing of them stays with the connection.
 */
@Injectable()
export class ScopedReads {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.scoped('', ({ query }) => query<Row>(text, values));
  }

  /**
   * Several queries of one moment, which belong together, of the views that are named. Locked before the moment is taken: in
   * one that was taken earlier, a view that has been rebuilt since looks empty.
   */
  snapshot<Answer>(views: readonly string[], work: (reads: Reads) => Promise<Answer>): Promise<Answer> {
    return this.scoped('set transaction isolation level repeatable read;', async (reads) => {
      await reads.query(`lock table ${views.join(', ')} in access share mode`);
      return work(reads);
    });
  }

  private scoped<Answer>(first: string, work: (reads: Reads) => Promise<Answer>): Promise<Answer> {
    const { pool, roles } = this.database;
    return inTransaction(pool, async (client) => {
      const { stores } = commandContext();
      const seen = pg.escapeLiteral(stores === undefined ? EVERY : stores.join(',') || NONE);
      await client.query(`${first} set local role ${roles.people}; set local liren.stores = ${seen}`);
      return work({
        query: async (text, values) => (await client.query(text, values && [...values])).rows as never,
      });
    });
  }
}

const EVERY = '*';
/** No store's id begins like this. */
const NONE = '-';
