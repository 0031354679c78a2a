import { addDays } from '#libs/calendar';
import { Rejection, type Decide } from '#libs/event-sourcing';
import type { ClientEvent, ClientLost } from '../client.events.js';
import type { Client } from '../client.js';
import type { FileSealing } from '../file-sealing.js';
import { keptClient } from '../known-client.js';
import { sectionUpdated } from '../section-updated.js';

export class NoteLoss {
  constructor(
    readonly data: Omit<ClientLost['data'], 'storeId' | 'status'> & {
      /** What she says of it, for the section `departure` of her file. */
      readonly says: object;
      readonly notedAt: string;
    },
  ) {}
}

/** When she left and why is plain, what she says of it is sealed (CL-63). What was noted before is corrected. */
export const noteLoss =
  (sealing: FileSealing): Decide<NoteLoss, Client, ClientEvent> =>
  ({ data }, client) => {
    const { says: fields, notedAt: occurredAt, ...left } = data;
    const { clientId, leftOn, reason } = left;
    const known = keptClient(clientId, client);
    // A day ahead of UTC it may be that day already at her store.
    if (leftOn > addDays(occurredAt.slice(0, 10), 1))
      throw new Rejection('in-the-future', 'Who leaves on a day to come has not left.', { leftOn });
    const { storeId, lost, status } = known;
    const isNew = lost?.leftOn !== leftOn || lost.reason !== reason;
    const loss: ClientLost = { type: 'ClientLost', occurredAt, storeId, data: { ...left, storeId, status } };
    const departure = { clientId, section: 'departure', fields, updatedAt: occurredAt };
    return [
      ...(isNew ? [loss] : []),
      ...(Object.keys(fields).length === 0 ? [] : sectionUpdated(sealing, departure, known, null)),
    ];
  };
