/** What a picture of a client's skin may be, by what its bytes say. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const MOST_PICTURE_BYTES = 10 * 1024 * 1024;
