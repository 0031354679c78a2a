import type { Decide } from '#libs/event-sourcing';
import type { AgeOfConsent } from '../../age-of-consent/age-of-consent.js';
import type { ClientEvent } from '../client.events.js';
import type { Client } from '../client.js';
import type { FileSealing } from '../file-sealing.js';
import type { FileFields } from '../file-sections.config.js';
import { usableClient } from '../known-client.js';
import { sectionUpdated } from '../section-updated.js';
import { unwritten } from './unwritten.js';

export class FillFile {
  constructor(
    readonly data: { readonly clientId: string; readonly file: FileFields; readonly filledAt: string },
  ) {}
}

/** What a file of the past tells of somebody who is known goes into sections that nobody has written; told again, it is nothing new. Refuses with `guardian-needed`. */
export const fillFile =
  (sealing: FileSealing, age: AgeOfConsent | null): Decide<FillFile, Client, ClientEvent> =>
  ({ data: { clientId, file, filledAt: updatedAt } }, client) => {
    const known = usableClient(clientId, client);
    const kept = Object.entries(known.file).map(
      ([name, { sealed }]) => [name, sealing.open(name, sealed)] as const,
    );
    return unwritten(file, Object.fromEntries(kept)).flatMap((section) =>
      sectionUpdated(sealing, { clientId, section, fields: file[section]!, updatedAt }, known, age),
    );
  };
