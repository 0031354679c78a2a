import type { AgeOfConsent } from '../age-of-consent/age-of-consent.js';
import { guarded } from '../age-of-consent/guarded.js';
import type { FileSectionUpdated } from './client.events.js';
import type { KnownClient } from './client.js';
import { saysTheSame, sealedSection, type FileSealing } from './file-sealing.js';

interface Given {
  readonly clientId: string;
  readonly section: string;
  readonly fields: object;
  readonly updatedAt: string;
}

/**
 * Nothing when the section says the same already. What it was before stays in the log, sealed. What is said of her person is told with
 * the age of consent of her store. Refuses with `guardian-needed`.
 */
export const sectionUpdated = (
  sealing: FileSealing,
  { clientId, section, fields, updatedAt: occurredAt }: Given,
  { storeId, file }: KnownClient,
  age: AgeOfConsent | null,
): FileSectionUpdated[] => {
  const before = file[section];
  if (before !== undefined && saysTheSame(sealing.open(section, before.sealed), fields)) return [];
  const decided = guarded(age, clientId, section, fields);
  const data = { clientId, storeId, ...sealedSection(sealing, section, fields) };
  return [{ type: 'FileSectionUpdated', occurredAt, storeId, ...decided, data }];
};
