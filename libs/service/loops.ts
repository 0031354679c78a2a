import { Gauge, type Registry } from 'prom-client';
import { Loop } from './loop.js';

const HUNG_MS = 30_000;
const FAILING_MS = 5_000;

/** The loops of a service, and how they are. */
export class Loops {
  private readonly all: Loop[] = [];
  /** Those that have more to do when something was appended or taken. */
  private readonly followers: Loop[] = [];

  constructor(
    private readonly onError: (error: unknown, what: string) => void,
    metrics: Registry,
  ) {
    const { all } = this;
    new Gauge({
      name: 'liren_loop_silent_seconds',
      help: 'Seconds since a loop last got through.',
      labelNames: ['loop'],
      registers: [metrics],
      collect() {
        for (const loop of all) this.set({ loop: loop.name }, loop.silentMs() / 1_000);
      },
    });
  }

  /** Ticks now and then. */
  begin(name: string, tick: () => Promise<boolean>, idleMs: number): Loop {
    const loop = new Loop(name, tick, { idleMs, onError: this.onError });
    this.all.push(loop);
    loop.start();
    return loop;
  }

  /** The same, and at once when woken. */
  follow(name: string, tick: () => Promise<boolean>, idleMs: number): void {
    this.followers.push(this.begin(name, tick, idleMs));
  }

  wake(): void {
    for (const loop of this.followers) loop.wake();
  }

  /** Whether one neither gets through nor fails. */
  hang(): boolean {
    return this.all.some((loop) => loop.hangingMs() > HUNG_MS);
  }

  /** What operators should look at. */
  troubles(): string[] {
    return this.all.flatMap((loop) => {
      if (loop.hangingMs() > HUNG_MS) return [`${loop.name} has stopped`];
      return loop.fails && loop.silentMs() > FAILING_MS ? [`${loop.name} fails and is tried again`] : [];
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((loop) => loop.stop()));
  }
}
