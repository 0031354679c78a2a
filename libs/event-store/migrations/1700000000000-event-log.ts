import type { MigrationInterface, QueryRunner } from 'typeorm';
import { eventLog } from './event-log.sql.js';

export class EventLog1700000000000 implements MigrationInterface {
  readonly name = 'EventLog1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eventLog);
  }

  async down(): Promise<void> {
    throw new Error('The log is never taken away.');
  }
}
