import { Optional, WholeNumber } from './fields.js';

/** Read your own write: the query waits, briefly, until its view has reached the position a command answered. */
export class PositionQuery {
  @Optional()
  @WholeNumber()
  minPosition?: number;
}
