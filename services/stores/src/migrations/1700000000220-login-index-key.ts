import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key that claims of logins are made with, sealed by the secret of services: it outlives every one of them. One row. */
const loginIndexKey = `
create table login_index_key (
  one boolean primary key default true check (one),
  sealed json not null
);
`;

export class LoginIndexKey1700000000220 implements MigrationInterface {
  readonly name = 'LoginIndexKey1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(loginIndexKey);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table login_index_key');
  }
}
