import { Rejection, type Decide } from '#libs/event-sourcing';
import type { CarePictureEvent, CarePictureStruck } from '../care-picture.events.js';
import type { CarePictures } from '../care-picture.js';

export class StrikeCarePicture {
  constructor(readonly data: CarePictureStruck['data'] & { readonly struckAt: string }) {}
}

/** What was taken can be taken back, once. */
export const strikeCarePicture: Decide<StrikeCarePicture, CarePictures, CarePictureEvent> = (
  { data: { struckAt: occurredAt, ...told } },
  { pictures, struck },
) => {
  const { pictureId, storeId } = told;
  if (struck.includes(pictureId)) return [];
  if (!pictures.some((picture) => picture.pictureId === pictureId)) {
    throw new Rejection('unknown-care-picture', 'There is no such picture.', { pictureId }, 'not-found');
  }
  return [{ type: 'CarePictureStruck', occurredAt, storeId, data: told }];
};
