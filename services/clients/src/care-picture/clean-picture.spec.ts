import sharp from 'sharp';
import { PICTURE_TYPES, type PictureType } from '#contracts/clients/care-pictures';
import { cleanPicture } from './clean-picture.process.js';

const WORDS = 'Taken at 31 N 121 E by the camera of Li Na';

/** 40 by 20, told to be shown on its side, with where it was taken and words in it. */
const aPicture = (type: PictureType): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c89070' } })
    .withExif({
      IFD0: { ImageDescription: WORDS },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(type.replace('image/', '') as 'jpeg')
    .toBuffer();

describe('a picture as it is kept', () => {
  it.each(PICTURE_TYPES)(
    'is upright, of the type that its bytes say, and says nothing else: %s',
    async (type) => {
      const given = await aPicture(type);
      expect(given.includes(WORDS)).toBe(true);
      const { mediaType, bytes } = await cleanPicture(given);
      expect(mediaType).toBe(type);
      expect(bytes.includes(WORDS) || bytes.includes('Exif') || bytes.includes('GPS')).toBe(false);
      const { width, height, format, exif, icc, xmp, orientation } = await sharp(bytes).metadata();
      expect({ width, height, format }).toEqual({
        width: 20,
        height: 40,
        format: type.replace('image/', ''),
      });
      expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    },
  );

  it.each([
    ['nothing', undefined],
    ['JSON', { side: 'before' }],
    ['no bytes', Buffer.alloc(0)],
    ['a GIF', Buffer.from('GIF89a')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a sound', Buffer.from('RIFF....WAVE')],
  ])('is never %s', async (_what, given) => {
    await expect(cleanPicture(given)).rejects.toMatchObject({ status: 415 });
  });

  it('is whole', async () => {
    const whole = await aPicture('image/jpeg');
    const broken = [
      whole.subarray(0, 3),
      whole.subarray(0, whole.length - 60),
      Buffer.from('\x89PNG\r\n\x1a\nno', 'latin1'),
    ];
    for (const given of broken) await expect(cleanPicture(given)).rejects.toMatchObject({ status: 400 });
  });

  it('has so many pixels at most, however small it is packed', async () => {
    const create = { width: 6_000, height: 5_000, channels: 3, background: '#fff' } as const;
    const vast = await sharp({ create }).png().toBuffer();
    expect(vast.length).toBeLessThan(1_000_000);
    await expect(cleanPicture(vast)).rejects.toMatchObject({ status: 413 });
  });
});
