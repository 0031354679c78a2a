import type pg from 'pg';

/** More than two clocks that are kept by NTP are ever apart. */
const APART_MS = 5_000;

/**
 * Compares this machine's clock with PostgreSQL's, which every service of an installation shares: what several of them write down can
 * be put in order only while they agree. It is the machine's, whatever time the service is told to try out.
 */
export class ClockWatch {
  private aheadMs = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly onApart: (trouble: string) => void,
  ) {}

  /** One look; says so once when they have come apart. */
  async compare(): Promise<void> {
    const wereApart = this.troubles().length > 0;
    const asked = Date.now();
    const { rows } = await this.pool.query<{ now: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
    );
    const answered = Date.now();
    const { now } = rows[0]!; // was so at some moment between
    this.aheadMs = now < asked ? asked - now : Math.min(answered - now, 0);
    const [trouble] = this.troubles();
    if (trouble !== undefined && !wereApart) this.onApart(trouble);
  }

  troubles(): string[] {
    if (Math.abs(this.aheadMs) <= APART_MS) return [];
    const seconds = Math.round(Math.abs(this.aheadMs) / 1_000);
    return [`this machine’s clock is ${seconds} s ${this.aheadMs > 0 ? 'ahead of' : 'behind'} PostgreSQL’s`];
  }
}
