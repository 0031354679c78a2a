import type { Decide } from '#libs/event-sourcing';
import type { AgeOfConsent } from '../../age-of-consent/age-of-consent.js';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { SectionName } from '../file-sections.config.js';
import type { FileSealing } from '../file-sealing.js';
import { usableClient } from '../known-client.js';
import { sectionUpdated } from '../section-updated.js';

export class UpdateFile {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly section: SectionName;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly updatedAt: string;
    },
  ) {}
}

/** A section is replaced as a whole; the same again is nothing new. Refuses with `guardian-needed`. */
export const updateFile =
  (sealing: FileSealing, age: AgeOfConsent | null): Decide<UpdateFile, Client, ClientEvent> =>
  ({ data }, client) =>
    sectionUpdated(sealing, data, usableClient(data.clientId, client), age);
