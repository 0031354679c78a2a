import type { View } from '#libs/event-store';
import { Views } from './views.js';

/** Keeps the whole process from anything else for a while. */
const block = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('waiting for a view', () => {
  const view = { name: 'store_list', position: 3 } as View;
  const views = new Views([view], 1_000);

  it('is over at once where it has come far enough, or no position is asked for', async () => {
    expect(await views.reached('store_list', 3)).toBe(true);
    expect(await views.reached('store_list', undefined)).toBe(true);
  });

  it('waits for each of several', async () => {
    const behind = { name: 'at_work', position: 2 };
    const both = new Views([view, behind as View], 10_000);
    let over = false;
    const reached = both.reached(['store_list', 'at_work'], 3).finally(() => (over = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(over).toBe(false);
    behind.position = 3;
    expect(await reached).toBe(true);
    expect(
      await new Views([view, { ...behind, position: 2 } as View], 20).reached(['at_work', 'store_list'], 3),
    ).toBe(false);
  });

  it('takes no longer than it says, on a busy machine either', async () => {
    let looks = 0;
    const watched = {
      name: 'store_list',
      get position() {
        looks += 1;
        return 3;
      },
    } as View;
    const busy = setInterval(() => block(50), 1);
    const reached = await new Views([watched], 100).reached('store_list', 4);
    clearInterval(busy);
    expect(reached).toBe(false);
    expect(looks).toBeLessThan(6); // each of them 50 ms after the one before, or later
  });
});
