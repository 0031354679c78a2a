import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contract messages as they came: reporting's own log, from which its views are rebuilt without Kafka. */
export class KeptMessage1700000000100 implements MigrationInterface {
  readonly name = 'KeptMessage1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table kept_head (only_row boolean primary key default true check (only_row), position bigint not null);
      insert into kept_head values (true, 0);
      create table kept_message (
        position bigint primary key,
        id uuid not null unique,
        source text not null,
        source_position bigint not null,
        type text not null,
        subject text not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null,
        correlation_id uuid not null,
        causation_id uuid,
        data json not null
      );
      alter table kept_message alter column data set storage external;
      alter table kept_message set (toast_tuple_target = 8160);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_message, kept_head');
  }
}
