import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be changed and taken back, and so is not in the log: names, logins, hashes of passwords; and the keys that
 * tokens are signed with, sealed.
 */
const accounts = `
create table account (
  staff_id uuid primary key,
  name text not null,
  login text not null,
  password_hash text
);
create unique index account_login on account (login);

create table signing_key (
  kid text primary key,
  made_at timestamptz not null default now(),
  public json not null,
  sealed json not null
);
`;

export class Accounts1700000000200 implements MigrationInterface {
  readonly name = 'Accounts1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accounts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signing_key, account');
  }
}
