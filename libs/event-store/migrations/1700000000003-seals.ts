import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sealsSchema } from '../seals/seals.sql.js';

export class Seals1700000000003 implements MigrationInterface {
  readonly name = 'Seals1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sealsSchema);
  }

  async down(): Promise<void> {
    throw new Error('What was sealed stays sealed.');
  }
}
