import type { MigrationInterface, QueryRunner } from 'typeorm';
import { viewsSchema } from '../views/views.sql.js';

export class Views1700000000002 implements MigrationInterface {
  readonly name = 'Views1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(viewsSchema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table view_state');
  }
}
