import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { openBytes, sealBytes, Vault } from '#libs/privacy';
import { carePictures, placeOfPicture } from './care-picture.js';

/** Names sealed bytes: of which picture, and which of several sealings. */
export interface SealedPicture {
  readonly clientId: string;
  readonly pictureId: string;
  readonly sha256: string;
}

const PURPOSE = 'photos';
const NAMED = 'client_id = $1 and picture_id = $2 and sha256 = $3';
const COLUMNS = 'client_id as "clientId", picture_id as "pictureId", sha256';
/** Far longer than any request is in hand. */
const IN_DOUBT_FOR = '1 hour';
const SWEPT_AT_ONCE = 100;

/**
 * The bytes of pictures, sealed with her key for them. They are written before the fact that needs them, in doubt; whoever
 * has asked the log for the outcome settles them. What was interrupted in between is swept up later.
 */
@Injectable()
export class SealedPictures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventStore,
    private readonly vault: Vault,
  ) {}

  /** Durable when this resolves, and in doubt. Refuses with `erased`. */
  async keep(clientId: string, pictureId: string, picture: Buffer): Promise<SealedPicture> {
    const keys = await this.vault.make(clientId, PURPOSE);
    const sealed = sealBytes(picture, placeOfPicture(clientId, pictureId), keys);
    const sha256 = createHash('sha256').update(sealed).digest('hex');
    await this.dataSource.query(
      'insert into sealed_picture (client_id, picture_id, sha256, sealed) values ($1, $2, $3, $4)',
      [clientId, pictureId, sha256, sealed],
    );
    return { clientId, pictureId, sha256 };
  }

  /** The picture; undefined when it is gone, or her key is. */
  async open({ clientId, pictureId, sha256 }: SealedPicture): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query<{ sealed: Buffer }[]>(
      `select sealed from sealed_picture where ${NAMED}`,
      [clientId, pictureId, sha256],
    );
    if (row === undefined) return undefined;
    const keys = await this.keysOf(clientId); // after the bytes, so that what sealed them is among these
    const opened = openBytes(row.sealed, placeOfPicture(clientId, pictureId), keys);
    return opened === 'erased' ? undefined : opened;
  }

  /** Whether anything of hers can be opened at all. */
  async isErased(clientId: string): Promise<boolean> {
    return (await this.keysOf(clientId)) === undefined;
  }

  /** Before a fact says that it goes; whatever becomes of that, it is settled afterwards. */
  async doubt(clientId: string, pictureId: string): Promise<SealedPicture[]> {
    const [rows] = await this.dataSource.query<[SealedPicture[], number]>(
      `update sealed_picture set doubtful_since = now() where client_id = $1 and picture_id = $2 returning ${COLUMNS}`,
      [clientId, pictureId],
    );
    return rows;
  }

  /** What the log names stays, everything else goes, and so does what nobody can open any more. */
  async settle(picture: SealedPicture): Promise<void> {
    const { clientId, pictureId, sha256 } = picture;
    const { state } = await this.events.load(carePictures, clientId);
    const isNamed = state.pictures.some((one) => one.pictureId === pictureId && one.sha256 === sha256);
    const stays = isNamed && !(await this.isErased(clientId));
    await this.dataSource.query(
      stays
        ? `update sealed_picture set doubtful_since = null where ${NAMED}`
        : `delete from sealed_picture where ${NAMED}`,
      [clientId, pictureId, sha256],
    );
  }

  /** Settles some that nobody came back for; resolves to whether there may be more. */
  async sweep(): Promise<boolean> {
    const left = await this.dataSource.query<SealedPicture[]>(
      `select ${COLUMNS} from sealed_picture where doubtful_since < now() - interval '${IN_DOUBT_FOR}'
        order by doubtful_since limit ${SWEPT_AT_ONCE}`,
    );
    for (const picture of left) await this.settle(picture);
    return left.length === SWEPT_AT_ONCE;
  }

  /** After her keys were destroyed: who writes one meanwhile finds no key when it is settled. */
  async dropAllOf(clientId: string): Promise<void> {
    await this.dataSource.query('delete from sealed_picture where client_id = $1', [clientId]);
  }

  private async keysOf(clientId: string) {
    return (await this.vault.findMany([clientId], PURPOSE)).get(clientId);
  }
}
