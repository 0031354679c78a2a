import { Code, Currency, Day, Optional, PositionQuery } from '#libs/http';

/** What was paid in a period. */
export class PaidPeriod extends PositionQuery {
  /** What was paid in this store; in all that the asker may see when left out. */
  @Optional()
  @Code({ example: 'sh-01' })
  storeId?: string;

  /** The first day, at the store. */
  @Day()
  from!: string;

  /** The last day, at the store. */
  @Day()
  to!: string;

  /** May be left out where what was paid is of one. */
  @Optional()
  @Currency()
  currency?: string;
}
