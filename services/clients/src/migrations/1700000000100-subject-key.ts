import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key that was destroyed leaves its row, without the key, so that nobody makes a new one for somebody erased. */
const subjectKey = `
create table subject_key (
  subject text not null,
  purpose text not null,
  version integer not null,
  wrapped json,
  created_at timestamptz not null default now(),
  primary key (subject, purpose, version)
);
`;

export class SubjectKey1700000000100 implements MigrationInterface {
  readonly name = 'SubjectKey1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(subjectKey);
  }

  async down(): Promise<void> {
    throw new Error('Without its keys the log cannot be read.');
  }
}
