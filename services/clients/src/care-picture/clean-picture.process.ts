import { BadRequestException, PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import type { PictureType } from '#contracts/clients/care-pictures';
import { pictureTypeOf } from './picture-type.js';

sharp.cache(false); // of what was unpacked, nothing is kept in memory

export interface CleanPicture {
  readonly mediaType: PictureType;
  readonly bytes: Buffer;
}

/** More than cameras of salons have; unpacked it is 75 MB. */
const MOST_PIXELS = 25_000_000;

const WRITTEN: Readonly<Record<PictureType, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 92 }),
};

/**
 * The same picture, upright and written anew: where, when and with what it was taken, and whatever else rode along, is left
 * behind. Throws what an answer says of anything that is no picture, is broken, or is too large.
 */
export const cleanPicture = async (given: unknown): Promise<CleanPicture> => {
  const mediaType = Buffer.isBuffer(given) ? pictureTypeOf(given) : undefined;
  if (mediaType === undefined) throw new UnsupportedMediaTypeException(NO_PICTURE);
  const picture = sharp(given as Buffer, { failOn: 'error', limitInputPixels: false });
  try {
    const { width, height } = await picture.metadata();
    if (width * height > MOST_PIXELS) throw new PayloadTooLargeException(TOO_MANY_PIXELS);
    return { mediaType, bytes: await WRITTEN[mediaType](picture.autoOrient()).toBuffer() };
  } catch (error) {
    if (error instanceof PayloadTooLargeException) throw error;
    throw new BadRequestException('The picture cannot be read: it is broken, or not whole.', {
      cause: error,
    });
  }
};

const NO_PICTURE = 'Send the picture as the body: a JPEG, PNG or WebP, by what its bytes say.';
const TOO_MANY_PIXELS = `A picture may have ${MOST_PIXELS / 1_000_000} million pixels at most.`;
