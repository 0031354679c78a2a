import { decisions } from '#libs/testing';
import { carePictureStruck, carePictureTaken } from '../../testing/care-picture.builders.js';
import { carePictures } from '../care-picture.js';
import { StrikeCarePicture, strikeCarePicture } from './strike-care-picture.js';

const spec = decisions(carePictures, strikeCarePicture);
const { data, occurredAt: struckAt } = carePictureStruck();
const striking = new StrikeCarePicture({ ...data, struckAt });

describe('striking a picture of her skin', () => {
  it('lets it go', () => {
    spec.given(carePictureTaken()).when(striking).then(carePictureStruck());
  });

  it('changes nothing the second time, and does not know what was never taken', () => {
    spec.given(carePictureTaken(), carePictureStruck()).when(striking).thenNothing();
    spec.given().when(striking).thenRefused('unknown-care-picture');
  });

  it('leaves the others, and nothing of its own', () => {
    const other = carePictureTaken({ pictureId: 'another' });
    const facts = [carePictureTaken(), other, carePictureStruck()];
    const { pictures } = facts.reduce(carePictures.evolve, carePictures.initial);
    expect(pictures.map(({ pictureId }) => pictureId)).toEqual(['another']);
  });
});
