import type { PictureType } from '#contracts/clients/care-pictures';
import type { DomainEvent } from '#libs/event-sourcing';

export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];

/** What of her a picture shows, by a code and never in words. */
export const AREAS = [
  'face',
  'face-left',
  'face-right',
  'forehead',
  'eyes',
  'nose',
  'cheek-left',
  'cheek-right',
  'mouth',
  'chin',
  'neck',
  'decollete',
  'shoulders',
  'back',
  'arms',
  'hands',
  'abdomen',
  'legs',
  'feet',
  'scalp',
] as const;
export type Area = (typeof AREAS)[number];

interface Told {
  clientId: string;
  storeId: string;
  pictureId: string;
}

/** The picture itself is sealed beside the log, so that it can be taken back. */
export type CarePictureTaken = DomainEvent<
  'CarePictureTaken',
  Told & {
    side: Side;
    area: Area;
    /** The day it was taken on, where she was. */
    takenOn: string;
    careId: string | null;
    visitId: string | null;
    mediaType: PictureType;
    /** Of the picture. */
    bytes: number;
    /** Of the picture as it is sealed; names which sealed bytes are meant. */
    sha256: string;
  }
>;

/** It is not to be kept, or not any more: its bytes are gone. */
export type CarePictureStruck = DomainEvent<'CarePictureStruck', Told>;

export type CarePictureEvent = CarePictureTaken | CarePictureStruck;
