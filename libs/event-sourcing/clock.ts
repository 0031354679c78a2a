/** Where time comes from; handlers read it, decisions are told. */
export interface Clock {
  now(): Date;
}
