import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pictures as they are sealed, beside the log because they are taken back. A row is in doubt (`doubtful_since`) from before
 * the log speaks of it until that is known; one picture may have several, of which a fact names one by its hash.
 */
const sealedPicture = `
create table sealed_picture (
  picture_id uuid not null,
  sha256 text not null,
  client_id uuid not null,
  sealed bytea not null,
  doubtful_since timestamptz default now(),
  primary key (picture_id, sha256)
);
alter table sealed_picture alter column sealed set storage external; -- what is sealed does not compress
create index sealed_picture_client on sealed_picture (client_id);
create index sealed_picture_doubtful on sealed_picture (doubtful_since) where doubtful_since is not null;
`;

export class SealedPicture1700000000120 implements MigrationInterface {
  readonly name = 'SealedPicture1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sealedPicture);
  }

  async down(): Promise<void> {
    throw new Error('Pictures that the log speaks of would be lost.');
  }
}
