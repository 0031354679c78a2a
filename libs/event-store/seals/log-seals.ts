import type pg from 'pg';

/** A link of the chain: the hash of everything in the log up to a position. */
export interface Seal {
  readonly upTo: number;
  readonly sealedAt: string;
  /** Lower-case hexadecimal of SHA-256. */
  readonly hash: string;
}

/** What checking some links came to. */
export interface SealCheck {
  /** Position after which was looked, and up to which. */
  readonly after: number;
  readonly upTo: number;
  /** The first link that is not what its facts and the link before make; null when all are. */
  readonly brokenAt: { readonly after: number; readonly upTo: number } | null;
  /** Whether there are links behind. */
  readonly more: boolean;
}

const FACTS_IN_A_LINK = 1_000;

const LINK = `up_to as "upTo", to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt",
              encode(hash, 'hex') as hash`;

/** The chain of hashes over a log. */
export class LogSeals {
  constructor(private readonly pool: pg.Pool) {}

  /** Seals what was appended since; resolves to whether there is more to seal. */
  async seal(): Promise<boolean> {
    const { rows } = await this.pool.query<{ left: number }>('select seal_log($1) as left', [
      FACTS_IN_A_LINK,
    ]);
    return rows[0]!.left > 0;
  }

  /** The last link; undefined while nothing is sealed. */
  async last(): Promise<Seal | undefined> {
    const { rows } = await this.pool.query<Seal>(`select ${LINK} from log_seal order by up_to desc limit 1`);
    return rows[0];
  }

  /** The link that has this position as its last; undefined when no link ends there. */
  async at(upTo: number): Promise<Seal | undefined> {
    const { rows } = await this.pool.query<Seal>(`select ${LINK} from log_seal where up_to = $1`, [upTo]);
    return rows[0];
  }

  /** Computes links anew, from the one that follows a position on. */
  async check(after: number, links: number): Promise<SealCheck> {
    const { rows } = await this.pool.query<{ after: number; upTo: number; good: boolean }>({
      text: `with link as (
               select up_to, hash, lag(hash) over w as previous, lag(up_to, 1, 0::bigint) over w as after
                 from (select * from log_seal
                        where up_to >= coalesce((select max(up_to) from log_seal where up_to <= $1), 0)
                        order by up_to limit $2 + 1) as links
               window w as (order by up_to))
             select after, up_to as "upTo", hash is not distinct from link_hash(previous, after, up_to) as good
               from link where up_to > $1 order by up_to limit $2`,
      values: [after, links],
    });
    const broken = rows.find(({ good }) => !good);
    const upTo = rows.at(-1)?.upTo ?? after;
    const brokenAt = broken === undefined ? null : { after: broken.after, upTo: broken.upTo };
    return { after, upTo, brokenAt, more: ((await this.last())?.upTo ?? 0) > upTo };
  }
}
