import type { Role } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import type { Kind } from './document.events.js';

/** What is assessed and processed says where data is weakest: it is for who answers for that (PIPL 55, GDPR 30). */
const FOR_PRIVACY: readonly Kind[] = ['impact-assessment', 'processing-register'];
const READERS: readonly Role[] = ['hq-admin', 'privacy-officer', 'auditor'];

/** Refuses with `kind-not-open` whoever may not read documents of this kind. */
export const refuseReader = (role: Role, kind: Kind): void => {
  if (!FOR_PRIVACY.includes(kind) || READERS.includes(role)) return;
  const sentence = 'Documents of this kind are not open to your role.';
  throw new Rejection('kind-not-open', sentence, { kind }, 'forbidden');
};
