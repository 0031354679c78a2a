import type { CarePicture } from '../care-picture.js';

/** The latest day first; of one day, what was told last. */
export const latestFirst = (pictures: readonly CarePicture[]): CarePicture[] =>
  pictures.toReversed().sort((one, other) => other.takenOn.localeCompare(one.takenOn));
