import type { Aggregate } from '#libs/event-sourcing';
import type { Place } from '#libs/privacy';
import type { CarePictureEvent, CarePictureTaken } from './care-picture.events.js';

export type CarePicture = Omit<CarePictureTaken['data'], 'clientId' | 'storeId'> & {
  readonly toldAt: string;
};

/** All pictures of one client, as they were told, and those that were struck. */
export interface CarePictures {
  readonly storeId: string | null;
  readonly pictures: readonly CarePicture[];
  readonly struck: readonly string[];
}

export const carePictures: Aggregate<CarePictures, CarePictureEvent> = {
  category: 'care-picture',
  initial: { storeId: null, pictures: [], struck: [] },
  storeOf: ({ storeId }) => storeId,
  evolve: ({ pictures, struck }, event) => {
    switch (event.type) {
      case 'CarePictureTaken': {
        const { clientId: _hers, storeId, ...picture } = event.data;
        return { storeId, struck, pictures: [...pictures, { ...picture, toldAt: event.occurredAt }] };
      }
      case 'CarePictureStruck': {
        const { storeId, pictureId } = event.data;
        const left = pictures.filter((picture) => picture.pictureId !== pictureId);
        return { storeId, pictures: left, struck: [...struck, pictureId] };
      }
    }
  },
};

export const placeOfPicture = (clientId: string, pictureId: string): Place => ({
  stream: `care-picture:${clientId}`,
  type: 'CarePictureTaken',
  field: pictureId,
});

/** Where the picture itself is. */
export const linkOf = (clientId: string, pictureId: string): string =>
  `/v1/clients/${clientId}/care-pictures/${pictureId}`;
