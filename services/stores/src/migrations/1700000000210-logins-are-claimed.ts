import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a login has one holder is the log's to say; here logins are only looked up. */
export class LoginsAreClaimed1700000000210 implements MigrationInterface {
  readonly name = 'LoginsAreClaimed1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index account_login; create index account_login on account (login);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index account_login; create unique index account_login on account (login);');
  }
}
