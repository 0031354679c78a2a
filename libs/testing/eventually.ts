import { setTimeout as sleep } from 'node:timers/promises';

/** Tries an expectation again until it holds; after `withinMs` its last failure is the test's. */
export const eventually = async <T>(check: () => Promise<T> | T, withinMs = 60_000): Promise<T> => {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (performance.now() > end) throw failure;
      await sleep(25);
    }
  }
};
