import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { uuidv7 } from '#libs/event-store';
import { open, seal, type Envelope, type Key, type Place } from '#libs/privacy';
import type { SecondProof } from '../staff/second-factor.js';
import { newSecret, stepOf, uriOf } from './totp.query.js';

/** Shown to its holder this once. */
export interface OfferedFactor {
  readonly factorId: string;
  readonly otpauthUri: string;
  readonly recoveryCodes: readonly string[];
}

const RECOVERY_CODES = 10;
/** An offer that nobody confirmed so long is not taken up any more. */
const OFFERED_MINUTES = 60;
/** Long after that it is thrown away. */
const THROWN_AWAY = '1 day';

const placeOf = (staffId: string, factorId: string): Place => ({
  stream: `staff:${staffId}`,
  type: 'second-factor',
  field: factorId,
});

/** Secrets of second factors. One counts once its holder has confirmed it, which the log says. */
export class SecondFactorsQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealing: Key,
  ) {}

  /** A new secret and new recovery codes; `inForce` is the factor that goes on counting meanwhile. */
  async offer(staffId: string, login: string, inForce: string | null, at: Date): Promise<OfferedFactor> {
    const factorId = uuidv7();
    const secret = newSecret();
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.dataSource.query(
      `delete from second_factor
        where staff_id = $1 and factor_id is distinct from $2 and made_at < $3::timestamptz - interval '${THROWN_AWAY}'`,
      [staffId, inForce, at],
    );
    await this.dataSource.query(
      `insert into second_factor (factor_id, staff_id, made_at, recovery_hashes, sealed) values ($1, $2, $3, $4, $5)`,
      [
        ...[factorId, staffId, at, JSON.stringify(recoveryCodes.map(hashOfRecovery))],
        JSON.stringify(seal({ secret }, placeOf(staffId, factorId), [this.sealing])),
      ],
    );
    return { factorId, otpauthUri: uriOf(secret, login), recoveryCodes };
  }

  /** Hashes of the recovery codes of an offer; undefined when there is none such, or none any more. */
  async offered(staffId: string, factorId: string, at: Date): Promise<readonly string[] | undefined> {
    const [row] = await this.dataSource.query<{ hashes: readonly string[] }[]>(
      `select recovery_hashes as hashes from second_factor
        where staff_id = $1 and factor_id = $2 and made_at > $3::timestamptz - interval '${OFFERED_MINUTES} minutes'`,
      [staffId, factorId, at],
    );
    return row?.hashes;
  }

  /** What the words that somebody sent prove about her factor, as far as it can be told from them alone. */
  async proofOf(staffId: string, factorId: string, words: string, at: Date): Promise<SecondProof> {
    const code = words.replaceAll(/[\s-]/g, '').toLowerCase();
    if (!/^\d{6}$/.test(code)) return { recoveryHash: hashOfRecovery(code) };
    return { factorId, step: await this.stepOf(staffId, factorId, code, at) };
  }

  async stepOf(staffId: string, factorId: string, code: string, at: Date): Promise<number | null> {
    const [row] = await this.dataSource.query<{ sealed: Envelope }[]>(
      'select sealed from second_factor where staff_id = $1 and factor_id = $2',
      [staffId, factorId],
    );
    if (row === undefined) return null;
    const opened = open<{ secret: string }>(row.sealed, placeOf(staffId, factorId), [this.sealing]);
    return opened === 'erased' ? null : stepOf(opened.secret, code, at);
  }

  async forget(factorId: string): Promise<void> {
    await this.dataSource.query('delete from second_factor where factor_id = $1', [factorId]);
  }

  async forgetAllOf(staffId: string): Promise<void> {
    await this.dataSource.query('delete from second_factor where staff_id = $1', [staffId]);
  }
}

/** 128 bits, in groups that people can copy. */
const newRecoveryCode = (): string => randomBytes(16).toString('hex').match(/.{4}/g)!.join('-');

/** However it was written. So much chance needs no slow hash. */
const hashOfRecovery = (code: string): string =>
  createHash('sha256').update(code.replaceAll('-', '')).digest('base64url');
