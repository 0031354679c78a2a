import { carePictureTaken } from '../../testing/care-picture.builders.js';
import type { Area, Side } from '../care-picture.events.js';
import { carePictures } from '../care-picture.js';
import { carePictureComparison } from './care-picture-comparison.js';

type Told = readonly [pictureId: string, side: Side, takenOn: string, area?: Area];

/** `before>after`, with the area, the course and the days between. */
const compared = (told: readonly Told[], only?: Area): string[] => {
  const { pictures } = told
    .map(([pictureId, side, takenOn, area = 'chin']) => carePictureTaken({ pictureId, side, takenOn, area }))
    .reduce(carePictures.evolve, carePictures.initial);
  return carePictureComparison(pictures, only).map(
    ({ area, course, before, after, daysBetween }) =>
      `${before.pictureId}>${after.pictureId} ${area} ${course} ${daysBetween}`,
  );
};

describe('pictures side by side', () => {
  it('stand with the last one before, in order of day, whenever they were told', () => {
    const told: Told[] = [
      ['c', 'after', '2026-03-29'],
      ['a', 'before', '2026-02-28'],
      ['b', 'after', '2026-03-01'],
    ];
    expect(compared(told)).toEqual(['a>b chin 1 1', 'a>c chin 1 29']);
  });

  it('begin a course with each one before', () => {
    const told: Told[] = [
      ['a', 'before', '2026-01-01'],
      ['b', 'after', '2026-01-31'],
      ['c', 'before', '2026-02-10'],
      ['d', 'after', '2026-02-20'],
    ];
    expect(compared(told)).toEqual(['a>b chin 1 30', 'c>d chin 2 10']);
  });

  it('are taken in the order in which they were told where the day is one', () => {
    const told: Told[] = [
      ['a', 'before', '2026-01-01'],
      ['b', 'after', '2026-01-01'],
      ['c', 'before', '2026-01-01'],
      ['d', 'after', '2026-01-01'],
    ];
    expect(compared(told)).toEqual(['a>b chin 1 0', 'c>d chin 2 0']);
  });

  it('stand beside none of another area, and one area can be asked for', () => {
    const told: Told[] = [
      ['a', 'before', '2026-01-01', 'neck'],
      ['b', 'before', '2026-01-01', 'chin'],
      ['c', 'after', '2026-01-08', 'neck'],
      ['d', 'after', '2026-01-09', 'chin'],
    ];
    expect(compared(told)).toEqual(['b>d chin 1 8', 'a>c neck 1 7']);
    expect(compared(told, 'neck')).toEqual(['a>c neck 1 7']);
  });

  it('leave out what has nothing to stand beside', () => {
    expect(compared([])).toEqual([]);
    expect(compared([['a', 'before', '2026-01-01']])).toEqual([]);
    const told: Told[] = [
      ['a', 'after', '2026-01-01'],
      ['b', 'before', '2026-01-02'],
    ];
    expect(compared(told)).toEqual([]);
  });
});
