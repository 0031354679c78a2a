import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has left has no login; who holds one is looked up by its claim. */
export class FormerAccounts1700000000240 implements MigrationInterface {
  readonly name = 'FormerAccounts1700000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index account_login; alter table account alter column login drop not null;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update account set login = '' where login is null;
       alter table account alter column login set not null;
       create index account_login on account (login);`,
    );
  }
}
