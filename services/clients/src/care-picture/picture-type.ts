import type { PictureType } from '#contracts/clients/care-pictures';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** What its leading bytes say it is, whatever the sender says; undefined for anything that is not taken. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | undefined => {
  if (hasAt(bytes, 0, JPEG)) return 'image/jpeg';
  if (hasAt(bytes, 0, PNG)) return 'image/png';
  if (hasAt(bytes, 0, RIFF) && hasAt(bytes, 8, WEBP)) return 'image/webp';
  return undefined;
};

const hasAt = (bytes: Uint8Array, from: number, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte);
