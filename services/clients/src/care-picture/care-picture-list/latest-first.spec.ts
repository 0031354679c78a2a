import { carePictureTaken } from '../../testing/care-picture.builders.js';
import { carePictures } from '../care-picture.js';
import { latestFirst } from './latest-first.js';

describe('a list of pictures', () => {
  it('begins with the latest day, and of one day with what was told last', () => {
    const { pictures } = [
      carePictureTaken({ pictureId: 'a', takenOn: '2026-03-01' }),
      carePictureTaken({ pictureId: 'b', takenOn: '2026-03-09' }),
      carePictureTaken({ pictureId: 'c', takenOn: '2026-03-01' }),
    ].reduce(carePictures.evolve, carePictures.initial);
    expect(latestFirst(pictures).map(({ pictureId }) => pictureId)).toEqual(['b', 'c', 'a']);
  });
});
