/** Something that is done again and again: at once while there is more to do, when woken, and now and then anyway. */
export class Loop {
  private stopped = false;
  private wakened = false;
  private wakeUp: () => void = () => undefined;
  private ended: Promise<void> = Promise.resolve();
  private failures = 0;
  private lastSuccess = performance.now();
  private lastTick = performance.now();

  constructor(
    readonly name: string,
    private readonly tick: () => Promise<boolean>,
    private readonly options: {
      readonly idleMs: number;
      readonly onError: (error: unknown, what: string) => void;
    },
  ) {}

  start(): void {
    this.ended = this.run();
  }

  /** Ticks soon. */
  wake(): void {
    this.wakened = true;
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp();
    await this.ended;
  }

  /** Whether its last tick failed. */
  get fails(): boolean {
    return this.failures > 0;
  }

  /** Milliseconds since it last got through a tick; grows when it hangs or keeps failing. */
  silentMs(): number {
    return performance.now() - this.lastSuccess;
  }

  /** Milliseconds since a tick last ended, well or badly; grows only when it hangs. */
  hangingMs(): number {
    return performance.now() - this.lastTick;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.wakened = false;
      const more = await this.tryTick();
      if (!more && !this.wakened && !this.stopped) await this.pause();
    }
  }

  private async tryTick(): Promise<boolean> {
    try {
      const more = await this.tick();
      this.failures = 0;
      this.lastSuccess = performance.now();
      return more;
    } catch (error) {
      this.failures += 1;
      if (this.failures === 1 || this.failures % 50 === 0) this.options.onError(error, this.name);
      return false;
    } finally {
      this.lastTick = performance.now();
    }
  }

  private pause(): Promise<void> {
    const ms = Math.min(this.options.idleMs * 2 ** Math.min(this.failures, 4), 5_000);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
