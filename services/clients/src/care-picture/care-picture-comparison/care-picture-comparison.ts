import { AREAS, type Area } from '../care-picture.events.js';
import type { CarePicture } from '../care-picture.js';

export interface Compared {
  readonly area: Area;
  /** Which course of care of this area, from 1: each picture taken before begins one. */
  readonly course: number;
  readonly before: CarePicture;
  readonly after: CarePicture;
  readonly daysBetween: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Side by side, each picture taken after with the last one before it of the same area, in order of day; of one day, in the
 * order in which they were told. What has nothing to stand beside is left out.
 */
export const carePictureComparison = (pictures: readonly CarePicture[], only?: Area): Compared[] => {
  const inOrder = pictures.toSorted((one, other) => one.takenOn.localeCompare(other.takenOn));
  return AREAS.filter((area) => only === undefined || area === only).flatMap((area) =>
    coursesOf(inOrder.filter((picture) => picture.area === area)).flatMap(({ before, afters }, at) =>
      afters.map((after) => ({
        area,
        course: at + 1,
        before,
        after,
        daysBetween: daysBetween(before, after),
      })),
    ),
  );
};

interface Course {
  readonly before: CarePicture;
  readonly afters: readonly CarePicture[];
}

const coursesOf = (pictures: readonly CarePicture[]): Course[] =>
  pictures.reduce<Course[]>((courses, picture) => {
    if (picture.side === 'before') return [...courses, { before: picture, afters: [] }];
    const last = courses.at(-1);
    if (last === undefined) return courses;
    return [...courses.slice(0, -1), { ...last, afters: [...last.afters, picture] }];
  }, []);

const daysBetween = (before: CarePicture, after: CarePicture): number =>
  (Date.parse(after.takenOn) - Date.parse(before.takenOn)) / DAY_MS;
