import { ClaimTaken } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { ofTherapist } from './appointment.js';

/** Says in words of the desk whose time was taken already. */
export const refusalOf = (error: unknown): Error => {
  if (!(error instanceof ClaimTaken)) return error as Error;
  return error.key.startsWith(ofTherapist(''))
    ? new Rejection(
        'therapist-busy',
        'Who is to serve her is taken then: choose somebody else, or another time.',
      )
    : new Rejection('client-elsewhere', 'She has another appointment at this time.');
};
