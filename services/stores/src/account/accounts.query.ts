import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rejection } from '#libs/event-sourcing';

export interface Account {
  readonly staffId: string;
  readonly name: string;
  readonly login: string;
  readonly passwordHash: string | null;
}

const COLUMNS = 'staff_id as "staffId", name, login, password_hash as "passwordHash"';

/** Logins as people mean them: whatever the case and the form of the letters. */
export const normalLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

/** Who signs in by which login. An account without its fact in the log is one whose hiring did not get through. */
@Injectable()
export class AccountsQuery {
  constructor(private readonly dataSource: DataSource) {}

  async byLogin(login: string): Promise<Account | undefined> {
    const rows = await this.dataSource.query<Account[]>(`select ${COLUMNS} from account where login = $1`, [
      normalLogin(login),
    ]);
    return rows[0];
  }

  async byId(staffId: string): Promise<Account | undefined> {
    return (await this.byIds([staffId]))[0];
  }

  byIds(staffIds: readonly string[]): Promise<Account[]> {
    return this.dataSource.query<Account[]>(`select ${COLUMNS} from account where staff_id = any($1)`, [
      staffIds,
    ]);
  }

  /** Keeps it, as often as it is asked to. Refuses a login that somebody else has: `login-taken`. */
  async keep({ staffId, name, login, passwordHash }: Account): Promise<void> {
    const kept = await this.dataSource.query<unknown[]>(
      `insert into account (staff_id, name, login, password_hash)
       select $1, $2, $3, $4
        where not exists (select from account where login = $3 and staff_id <> $1::uuid)
       on conflict (staff_id) do update set name = $2, login = $3, password_hash = $4 returning staff_id`,
      [staffId, name, normalLogin(login), passwordHash],
    );
    if (kept.length === 0) throw new Rejection('login-taken', 'Somebody else has this login.', {});
  }

  /** Takes back what led to nothing. */
  async forget(staffId: string): Promise<void> {
    await this.dataSource.query('delete from account where staff_id = $1', [staffId]);
  }

  async setPassword(staffId: string, passwordHash: string): Promise<void> {
    await this.dataSource.query('update account set password_hash = $2 where staff_id = $1', [
      staffId,
      passwordHash,
    ]);
  }
}
