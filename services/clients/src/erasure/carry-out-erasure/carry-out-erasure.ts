import type { Decide } from '#libs/event-sourcing';
import type { Erasure } from '../erasure.js';
import type { ErasureEvent } from '../erasure.events.js';

export class CarryOutErasure {
  constructor(
    readonly data: {
      readonly clientId: string;
      readonly carriedOutAt: string;
      /** How long a backup is kept. */
      readonly backupDays: number;
    },
  ) {}
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Decided when it is done; done again, nothing changes. */
export const carryOutErasure: Decide<CarryOutErasure, Erasure, ErasureEvent> = ({ data }, erasure) => {
  const { clientId, carriedOutAt: occurredAt, backupDays } = data;
  if (erasure.status !== 'ordered') return [];
  const { storeId } = erasure;
  const backupsExpireOn = new Date(Date.parse(occurredAt) + backupDays * DAY_MS).toISOString().slice(0, 10);
  return [{ type: 'ErasureCarriedOut', occurredAt, storeId, data: { clientId, storeId, backupsExpireOn } }];
};
