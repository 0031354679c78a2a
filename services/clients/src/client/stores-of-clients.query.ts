import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { commandContext } from '#libs/event-store';

/** From one to the next through the index, for there are very many clients and few stores. */
const STORES = `with recursive store as (
    select min("storeId") as "storeId" from client_of_store
    union all
    select (select min("storeId") from client_of_store as one where one."storeId" > store."storeId")
      from store where "storeId" is not null
  )
  select * from store where "storeId" is not null`;

/** The stores to which clients belong, from the view `client_of_store`; wait for that first. */
@Injectable()
export class StoresOfClientsQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of whoever asks; of who may see all, all that have clients. */
  async seen(): Promise<readonly string[]> {
    return commandContext().stores ?? this.all();
  }

  /** All that have clients, or leads. */
  async all(): Promise<string[]> {
    const rows = await this.dataSource.query<{ storeId: string }[]>(STORES);
    return rows.map(({ storeId }) => storeId);
  }
}
