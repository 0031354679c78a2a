import { setTimeout as sleep } from 'node:timers/promises';
import { View, type ViewStatus } from '#libs/event-store';

const WAIT_MS = 5_000;
const STEP_MS = 10;

/** The views of a service. */
export class Views {
  constructor(
    private readonly views: readonly View[],
    private readonly waitMs = WAIT_MS,
  ) {}

  /**
   * Waits, up to five seconds, until a view has reached a position, or each of several; resolves to whether they have.
   * Without a position there is nothing to wait for.
   */
  async reached(names: string | readonly string[], minPosition: number | undefined): Promise<boolean> {
    const each = typeof names === 'string' ? [names] : names;
    const reached = await Promise.all(each.map((name) => this.hasReached(name, minPosition)));
    return !reached.includes(false);
  }

  find(name: string): View | undefined {
    return this.views.find((view) => view.name === name);
  }

  all(): readonly View[] {
    return this.views;
  }

  status(): ViewStatus[] {
    return this.views.map((view) => view.status());
  }

  private async hasReached(name: string, minPosition: number | undefined): Promise<boolean> {
    const view = this.find(name);
    if (view === undefined) throw new Error(`There is no view ${name}.`);
    const until = performance.now() + this.waitMs; // a busy machine makes each step longer
    while (view.position < (minPosition ?? 0)) {
      if (performance.now() >= until) return false;
      await sleep(STEP_MS);
    }
    return true;
  }
}
