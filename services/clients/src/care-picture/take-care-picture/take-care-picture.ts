import type { Decide } from '#libs/event-sourcing';
import type { CarePictureEvent, CarePictureTaken } from '../care-picture.events.js';
import type { CarePictures } from '../care-picture.js';

type Told = Omit<CarePictureTaken['data'], 'bytes' | 'sha256'>;

export class TakeCarePicture {
  constructor(readonly data: Told & { readonly picture: Buffer; readonly toldAt: string }) {}
}

/** A picture is taken once, by its id, with the name of its sealed bytes; once struck it is not taken again. */
export const takeCarePicture =
  (sha256: string): Decide<TakeCarePicture, CarePictures, CarePictureEvent> =>
  ({ data: { picture, toldAt: occurredAt, ...told } }, { pictures, struck }) => {
    const { storeId, pictureId } = told;
    if (struck.includes(pictureId) || pictures.some((one) => one.pictureId === pictureId)) return [];
    const data = { ...told, bytes: picture.length, sha256 };
    return [{ type: 'CarePictureTaken', occurredAt, storeId, data }];
  };
