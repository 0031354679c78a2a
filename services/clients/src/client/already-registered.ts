import { Rejection } from '#libs/event-sourcing';

export const ALREADY_REGISTERED = 'client-already-registered';

export const alreadyRegistered = (clientId: string): Rejection =>
  new Rejection(ALREADY_REGISTERED, 'She is known already, as a client or a lead.', { clientId });

/** Another company’s client has it, who has not consented that this store knows of her: nothing says who. */
export const contactTaken = (): Rejection =>
  new Rejection(
    'contact-taken',
    'This phone or member number cannot be taken here. If it is hers, look her up with her consent; else leave it out.',
    {},
  );
