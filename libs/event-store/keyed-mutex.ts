/** One at a time per key, in the order asked; different keys do not wait for each other. */
export class KeyedMutex {
  private readonly tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.tails.set(key, mine);
    const clear = (): void => {
      if (this.tails.get(key) === mine) this.tails.delete(key);
    };
    mine.then(clear, clear);
    return mine;
  }
}
