import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The view `linked_member` is `linked_client` now, built anew from the log like any other; what was it goes. */
export class NoLinkedMember1700000000300 implements MigrationInterface {
  readonly name = 'NoLinkedMember1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view if exists linked_member;
      do $$
      declare built record;
      begin
        for built in delete from view_state where name = 'linked_member' returning generation loop
          execute format('drop table if exists linked_member__%s', built.generation);
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {} // whoever goes back builds it anew
}
