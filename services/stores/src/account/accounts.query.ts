import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { streamOf } from '#libs/event-store';
import { staff } from '../staff/staff.js';

export interface Account {
  readonly staffId: string;
  readonly name: string;
  /** Null of who has left. */
  readonly login: string | null;
  readonly passwordHash: string | null;
}

const COLUMNS = 'staff_id as "staffId", name, login, password_hash as "passwordHash"';

/** Logins as people mean them: whatever the case and the form of the letters. */
export const normalLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

/**
 * Who signs in by which login. That a login has one holder is decided in the log, by a claim that she takes in the step that
 * hires her and gives back in the one that ends her employment; an account without it is nobody's any more, or was never anybody's.
 */
@Injectable()
export class AccountsQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indexing: Uint8Array,
  ) {}

  /** What whoever has this login holds; it does not tell the login. */
  claimOf(login: string): string {
    return `login:${createHmac('sha256', this.indexing).update(normalLogin(login)).digest('base64url')}`;
  }

  async byLogin(login: string): Promise<Account | undefined> {
    const rows = await this.dataSource.query<Account[]>(
      `select ${COLUMNS} from account
        where staff_id = (select substr(stream, length($2) + 1)::uuid from claim where key = $1)`,
      [this.claimOf(login), streamOf(staff, '')],
    );
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

  /** Keeps it, as often as it is asked to. */
  async keep({ staffId, name, login, passwordHash }: Account & { readonly login: string }): Promise<void> {
    await this.dataSource.query(
      `insert into account (staff_id, name, login, password_hash) values ($1, $2, $3, $4)
       on conflict (staff_id) do update set name = $2, login = $3, password_hash = $4`,
      [staffId, name, normalLogin(login), passwordHash],
    );
  }

  /** Takes back what led to nothing. */
  async forget(staffId: string): Promise<void> {
    await this.dataSource.query('delete from account where staff_id = $1', [staffId]);
  }

  /** Not of one that was closed meanwhile. */
  async setPassword(staffId: string, passwordHash: string): Promise<void> {
    await this.dataSource.query(
      'update account set password_hash = $2 where staff_id = $1 and login is not null',
      [staffId, passwordHash],
    );
  }

  /** Forgets what only signing in needed: of who has left, the name is shown still. */
  async close(staffId: string): Promise<void> {
    await this.dataSource.query('update account set login = null, password_hash = null where staff_id = $1', [
      staffId,
    ]);
  }
}
