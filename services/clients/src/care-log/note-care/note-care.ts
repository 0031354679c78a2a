import type { Decide } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
import type { CareLogEvent } from '../care-log.events.js';
import type { CareLog } from '../care-log.js';

export class NoteCare {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly careId: string;
      /** Where she was cared for; her own store when nobody says. */
      readonly storeId: string | undefined;
      readonly visitId: string | null;
      readonly says: Readonly<Record<string, unknown>>;
      readonly caredAt: string;
    },
  ) {}
}

/** An entry is added, never changed; the same entry again is nothing new. */
export const noteCare =
  (sealed: Envelope, homeStore: string): Decide<NoteCare, CareLog, CareLogEvent> =>
  ({ data: { clientId, careId, visitId, says, caredAt, storeId = homeStore } }, { entries }) => {
    if (entries.some((entry) => entry.careId === careId)) return [];
    const data = { clientId, careId, visitId, sealed, filled: Object.keys(says) };
    return [{ type: 'CareNoted', occurredAt: caredAt, storeId, data }];
  };
