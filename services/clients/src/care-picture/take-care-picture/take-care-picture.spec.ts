import { decisions } from '#libs/testing';
import { carePictureStruck, carePictureTaken } from '../../testing/care-picture.builders.js';
import { carePictures } from '../care-picture.js';
import { TakeCarePicture, takeCarePicture } from './take-care-picture.js';

const { sha256, bytes: _length, ...told } = carePictureTaken().data;
const spec = decisions(carePictures, takeCarePicture(sha256));
const taking = new TakeCarePicture({
  ...told,
  picture: Buffer.from('jpg'),
  toldAt: carePictureTaken().occurredAt,
});

describe('taking a picture of her skin', () => {
  it('names its sealed bytes, and holds none of them', () => {
    spec.given().when(taking).then(carePictureTaken());
  });

  it('takes it once, however it is sealed the second time, also when it was struck meanwhile', () => {
    const before = carePictureTaken({ sha256: 'of another sealing' });
    spec.given(before).when(taking).thenNothing();
    spec.given(before, carePictureStruck()).when(taking).thenNothing();
  });

  it('takes another beside it', () => {
    const pictureId = '01900000-0000-7000-8000-0000000000f2';
    spec
      .given(carePictureTaken())
      .when(new TakeCarePicture({ ...taking.data, pictureId }))
      .then(carePictureTaken({ pictureId }));
  });
});
