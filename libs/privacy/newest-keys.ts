import { Rejection } from '#libs/event-sourcing';

/** Whoever is overtaken so often lacks a key that nobody has. */
const MOST_TRIES = 5;

/** What a newer version sealed than those at hand: somebody replaced the keys after they were had. */
export const keyReplaced = (version: number | undefined): Rejection =>
  new Rejection('key-replaced', 'Keys of this person were replaced just now: ask again.', { version });

/** For work that has keys first and then opens what the log has by then: begun again where they were replaced in between. */
export const withNewestKeys = async <T>(work: () => Promise<T>, tries = MOST_TRIES): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (tries === 1 || !(error instanceof Rejection) || error.code !== 'key-replaced') throw error;
    return withNewestKeys(work, tries - 1);
  }
};
