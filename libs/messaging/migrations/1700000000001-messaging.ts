import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingSchema } from '../messaging.sql.js';

export class Messaging1700000000001 implements MigrationInterface {
  readonly name = 'Messaging1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(messagingSchema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table relay, heard, heard_offset, parked_message');
  }
}
