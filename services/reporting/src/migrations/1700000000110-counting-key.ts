import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the key that clients are counted with makes of a known word, by which another key is noticed. One row, once there is one. */
export class CountingKey1700000000110 implements MigrationInterface {
  readonly name = 'CountingKey1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table counting_key (one boolean primary key default true check (one), proof uuid not null)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table counting_key');
  }
}
