import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Something that can be asked. */
export type Reads = Pick<ScopedReads, 'query'>;

/** What people ask of views: they get rows of their own stores, whatever the query says. */
@Injectable()
export class ScopedReads {
  constructor(private readonly dataSource: DataSource) {}

  query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(text, [...values]);
  }

  /** Several queries of one moment, which belong together. */
  snapshot<Answer>(work: (reads: Reads) => Promise<Answer>): Promise<Answer> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) =>
      work({ query: (text, values) => manager.query(text, values && [...values]) }),
    );
  }
}
