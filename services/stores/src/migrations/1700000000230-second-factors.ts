import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets of second factors, sealed. Which of them counts, and which recovery codes are left, the log says. */
const secondFactors = `
create table second_factor (
  factor_id uuid primary key,
  staff_id uuid not null,
  made_at timestamptz not null,
  recovery_hashes jsonb not null,
  sealed json not null
);
create index second_factor_staff on second_factor (staff_id);
`;

export class SecondFactors1700000000230 implements MigrationInterface {
  readonly name = 'SecondFactors1700000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(secondFactors);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table second_factor');
  }
}
