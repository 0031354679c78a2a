import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { derivedId, EventStore, inCommandContext, type Committed } from '#libs/event-store';
import type { Clock } from '#libs/event-sourcing';
import { Vault } from '#libs/privacy';
import { CLOCK, Running } from '#libs/service';
import { SealedPictures } from '../care-picture/sealed-pictures.process.js';
import { client } from '../client/client.js';
import { UnmergeClients } from '../client-link/unmerge-clients/unmerge-clients.js';
import { EraseClient } from '../client/erase-client/erase-client.js';
import { BACKUP_DAYS } from '../clients.config.js';
import { CarryOutErasure } from './carry-out-erasure/carry-out-erasure.js';
import { erasure } from './erasure.js';
import { ERASURES, type ErasuresFile } from './erasures-file.process.js';
import { LivingLinksQuery } from './living-links.query.js';
import { OrderErasure } from './order-erasure/order-erasure.js';

const IDLE_MS = 2_000;
/** So few that they are done long before the service is taken for hanging. */
const AT_ONCE = 100;
const ERASURE = '2f0a7c1e-5f0b-5a0e-9d0a-3c9e7b1d4f60';
const CARRIED_OUT = 'select "clientId" from erasure_list where "carriedOutAt" is not null';
const UNFINISHED = `select "clientId" from erasure_list where "carriedOutAt" is null order by "orderedAt"`;

/**
 * Erasures that were interrupted are carried out, and those that a restored backup does not know are ordered again: of who was erased
 * and nobody else, so they are parted first from whoever they were merged with by then and was not. A list that was lost is written
 * again.
 */
@Injectable()
export class ErasureProcess implements OnApplicationBootstrap {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
    private readonly vault: Vault,
    private readonly pictures: SealedPictures,
    private readonly links: LivingLinksQuery,
    @Inject(ERASURES) private readonly erasures: ErasuresFile,
    @Inject(BACKUP_DAYS) private readonly backupDays: number,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly running: Running,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.partFromLiving();
    await this.orderAgain();
    const carriedOut = await this.dataSource.query<{ clientId: string }[]>(CARRIED_OUT);
    this.nameAll(carriedOut.map(({ clientId }) => clientId));
    this.running.begin('erasures', () => this.finish(), IDLE_MS);
  }

  /**
   * Of all files of one person. The list names all before anything of one is destroyed: where it goes no further and an older
   * backup is restored, they are erased together there, too. Resolves to the position from which on no view shows her.
   */
  async carryOutAll(clientIds: readonly string[]): Promise<number> {
    this.nameAll(clientIds);
    let last = 0;
    for (const clientId of clientIds) last = Math.max(last, await this.carryOut(clientId));
    return last;
  }

  /**
   * In this order: the list beside the key-encryption key, which a restored backup is held against; her keys; her
   * pictures; what found her; that it is done. Each step done twice is done once, so that whoever was interrupted begins again.
   * Resolves to the position from which on no view shows her.
   */
  async carryOut(clientId: string): Promise<number> {
    const { backupDays } = this;
    const at = this.clock.now().toISOString();
    this.erasures.add(clientId);
    await this.vault.destroy(clientId);
    await this.pictures.dropAllOf(clientId);
    const { position } = await this.ask(new EraseClient({ clientId, erasedAt: at }), `erase ${clientId}`);
    await this.ask(new CarryOutErasure({ clientId, carriedOutAt: at, backupDays }), `carry out ${clientId}`);
    return position;
  }

  private ask(command: EraseClient | CarryOutErasure, name: string): Promise<Committed> {
    return inCommandContext({ commandId: derivedId(ERASURE, name) }, () => this.commands.execute(command));
  }

  private nameAll(clientIds: readonly string[]): void {
    for (const clientId of clientIds) this.erasures.add(clientId);
  }

  private async finish(): Promise<boolean> {
    const unfinished = await this.dataSource.query<{ clientId: string }[]>(UNFINISHED);
    this.nameAll(unfinished.map(({ clientId }) => clientId));
    for (const { clientId } of unfinished.slice(0, AT_ONCE)) await this.carryOut(clientId);
    return false;
  }

  /** First, so that whoever is interrupted begins with it again. */
  private async partFromLiving(): Promise<void> {
    const unmergedAt = this.clock.now().toISOString();
    for (const link of await this.links.of(this.erasures.all()))
      await this.commands.execute(new UnmergeClients({ ...link, reason: 'erased', unmergedAt }));
  }

  private async orderAgain(): Promise<void> {
    for (const clientId of await this.unknownToTheLog()) {
      const { state } = await this.events.load(client, clientId);
      if (state.status === 'unknown') continue;
      const { storeId } = state;
      const orderedAt = this.clock.now().toISOString();
      const told = { reason: 'request-of-hers' as const, orderedBy: null, orderedAt };
      await inCommandContext({ commandId: derivedId(ERASURE, `again ${clientId}`) }, () =>
        this.commands.execute(new OrderErasure({ files: [{ clientId, storeId }], ...told })),
      );
      await this.carryOut(clientId);
    }
  }

  private async unknownToTheLog(): Promise<string[]> {
    const { category } = erasure;
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select id from unnest($1::text[]) as listed(id)
        where not exists (select from event where stream = $2 || listed.id and type = 'ErasureCarriedOut')`,
      [this.erasures.all(), `${category}:`],
    );
    return rows.map(({ id }) => id);
  }
}
