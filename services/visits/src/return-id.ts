import { ClaimTaken } from '#libs/event-store';
import { claim, Rejection, type ClaimChange } from '#libs/event-sourcing';

/** A return is told once by its id, of one visit or of none: whoever listens knows it by that. */
export const claimOfReturn = (returnId: string): ClaimChange[] => [claim(`return:${returnId}`)];

export const recordedDifferently = (returnId: string): Rejection =>
  new Rejection('return-recorded-differently', 'This return is recorded already, with other lines.', {
    returnId,
  });

/** Says so of an id that another visit’s return has. */
export const refusalOf =
  (returnId: string) =>
  (error: unknown): never => {
    throw error instanceof ClaimTaken ? recordedDifferently(returnId) : error;
  };
