import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { PICTURE_TYPES } from '#contracts/clients/care-pictures';
import { AREAS, SIDES } from './care-picture.events.js';
import { linkOf, type CarePicture } from './care-picture.js';

/** A picture as lists show it; what it shows is behind its link. */
export const shownPicture = z.strictObject({
  pictureId: z.uuid(),
  side: z.enum(SIDES),
  area: z.enum(AREAS),
  takenOn: z.iso.date(),
  careId: z.uuid().nullable(),
  visitId: z.uuid().nullable(),
  mediaType: z.enum(PICTURE_TYPES),
  bytes: z.int().positive(),
  link: z.string().describe('Where the picture itself is'),
});
export type ShownPicture = z.infer<typeof shownPicture>;

export const shown = (
  clientId: string,
  { sha256: _sealed, toldAt: _when, ...picture }: CarePicture,
  link = linkOf,
): ShownPicture => ({ ...picture, link: link(clientId, picture.pictureId) });

/** The picture itself, of the type that its bytes are. */
export const pictureFile = ({
  pictureId,
  mediaType: type,
  opened,
}: CarePicture & { readonly opened: Buffer }): StreamableFile => {
  const disposition = `inline; filename="care-picture-${pictureId}.${type.replace('image/', '')}"`;
  return new StreamableFile(opened, { type, disposition, length: opened.length });
};
