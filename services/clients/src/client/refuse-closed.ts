import type { Role } from '#libs/access';
import { Rejection } from '#libs/event-sourcing';
import { sectionsFor, type SectionName } from './file-sections.config.js';

/** Refuses with `section-not-open` what is asked beyond the sections of a role. */
export const refuseClosed = (role: Role, sections: readonly SectionName[]): void => {
  const open = sectionsFor(role);
  const closed = sections.filter((section) => !open.includes(section));
  if (closed.length === 0) return;
  const sentence = 'These sections of a file are not open to your role.';
  throw new Rejection('section-not-open', sentence, { sections: closed }, 'forbidden');
};
