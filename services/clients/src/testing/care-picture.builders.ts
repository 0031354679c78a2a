import type { CarePictureStruck, CarePictureTaken } from '../care-picture/care-picture.events.js';

const her = { clientId: '01900000-0000-7000-8000-00000000000c', storeId: 'sh-01' };

export const carePictureTaken = (data: Partial<CarePictureTaken['data']> = {}): CarePictureTaken => ({
  type: 'CarePictureTaken',
  occurredAt: '2026-03-02T02:00:00.000Z',
  storeId: her.storeId,
  data: {
    ...{ ...her, pictureId: '01900000-0000-7000-8000-0000000000f1' },
    ...{ side: 'before', area: 'chin', takenOn: '2026-03-02', careId: null, visitId: null },
    ...{ mediaType: 'image/jpeg', bytes: 3, sha256: 'of its sealed bytes' },
    ...data,
  },
});

export const carePictureStruck = (): CarePictureStruck => ({
  type: 'CarePictureStruck',
  occurredAt: '2026-03-02T02:00:00.000Z',
  storeId: her.storeId,
  data: { ...her, pictureId: carePictureTaken().data.pictureId },
});
