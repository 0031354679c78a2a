import pg from 'pg';
import { connectionSettings } from '#libs/event-store';

const NAMED = 5;

/** One database, read over a connection of its own, as its owner. */
export class ServiceData {
  private constructor(
    readonly name: string,
    private readonly connection: pg.Client,
  ) {}

  static async open(name: string, url: string): Promise<ServiceData> {
    const application = { application_name: 'liren verify' };
    const connection = new pg.Client({ connectionString: url, ...application, ...connectionSettings });
    connection.on('error', () => undefined); // the query under way, or the next, tells
    await connection.connect();
    return new ServiceData(name, connection);
  }

  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.connection.query<Row>(text, [...values])).rows;
  }

  /** The only row of a query that always has one. */
  async row<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row> {
    return (await this.rows<Row>(text, values))[0]!;
  }

  /** Sentences for the rows of a query that must have none: five, and how many more there are. */
  async failing<Row extends object>(
    text: string,
    values: readonly unknown[],
    sentence: (row: Row) => string,
  ): Promise<string[]> {
    const limited = `select *, count(*) over () as total from (${text}) as failing limit ${NAMED}`;
    const rows = await this.rows<Row & { total: number }>(limited, values);
    const more = (rows[0]?.total ?? 0) - rows.length;
    const sentences = rows.map((row) => `${this.name}: ${sentence(row)}`);
    return more > 0 ? [...sentences, `${this.name}: and ${more} more of these`] : sentences;
  }

  /** Everything read inside is as it was at one moment. */
  async inSnapshot<T>(work: () => Promise<T>): Promise<T> {
    await this.connection.query('begin isolation level repeatable read');
    try {
      const result = await work();
      await this.connection.query('commit');
      return result;
    } catch (error) {
      await this.connection.query('rollback');
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.connection.end();
  }
}
