import { Injectable } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { Rejection } from '#libs/event-sourcing';
import { KnownClientQuery } from '../client/known-client.query.js';
import { HealthAccessQuery } from '../health/health-access.query.js';
import { Readings } from '../reading/readings.process.js';
import { carePictures, type CarePicture } from './care-picture.js';
import { SealedPictures } from './sealed-pictures.process.js';

@Injectable()
export class CarePicturesQuery {
  constructor(
    private readonly events: EventStore,
    private readonly clients: KnownClientQuery,
    private readonly access: HealthAccessQuery,
    private readonly readings: Readings,
    private readonly sealed: SealedPictures,
  ) {}

  /** Before anybody sees any: she may be seen, consents to photos, and it is on the record. Refuses with `no-consent`. */
  async enter(clientId: string): Promise<void> {
    await this.clients.one(clientId);
    const purpose = await this.access.check(clientId, 'care-pictures', 'photos');
    await this.readings.note({ clientIds: [clientId], what: 'care-pictures', purpose });
  }

  /** Whoever calls has entered, or may see them otherwise. As they were told; those of somebody erased are none. */
  async of(clientId: string): Promise<readonly CarePicture[]> {
    const { state } = await this.events.see(carePictures, clientId);
    const isGone = state.pictures.length > 0 && (await this.sealed.isErased(clientId));
    return isGone ? [] : state.pictures;
  }

  /** One of those, opened. Refuses with `unknown-care-picture`. */
  async one(clientId: string, pictureId: string): Promise<CarePicture & { readonly opened: Buffer }> {
    const picture = (await this.of(clientId)).find((one) => one.pictureId === pictureId);
    const opened = picture && (await this.sealed.open({ clientId, pictureId, sha256: picture.sha256 }));
    if (opened !== undefined) return { ...picture!, opened };
    throw new Rejection('unknown-care-picture', 'There is no such picture.', { pictureId }, 'not-found');
  }
}
