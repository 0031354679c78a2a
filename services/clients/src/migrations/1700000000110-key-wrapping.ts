import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key-encryption key wraps a key (empty where it was not said yet), and when a key was destroyed. */
const keyWrapping = `
alter table subject_key add column kek text not null default '', add column destroyed_at timestamptz;
create index subject_key_kek on subject_key (kek);
`;

export class KeyWrapping1700000000110 implements MigrationInterface {
  readonly name = 'KeyWrapping1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keyWrapping);
  }

  async down(): Promise<void> {
    throw new Error('Keys that are wrapped anew would not be found.');
  }
}
