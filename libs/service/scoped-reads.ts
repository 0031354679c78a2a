import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What people ask of views: they get rows of their own stores, whatever the query says. */
@Injectable()
export class ScopedReads {
  constructor(private readonly dataSource: DataSource) {}

  query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(text, [...values]);
  }
}
