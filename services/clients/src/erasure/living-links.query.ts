import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore } from '#libs/event-store';
import { clientLink } from '../client-link/client-link.js';
import { erasure } from './erasure.js';

export interface LivingLink {
  readonly survivorId: string;
  readonly mergedId: string;
}

/** Who was erased and is one person with somebody who was not: only as a restored backup has it, from before they were parted. */
@Injectable()
export class LivingLinksQuery {
  constructor(
    private readonly events: EventStore,
    private readonly dataSource: DataSource,
  ) {}

  async of(erasedIds: readonly string[]): Promise<LivingLink[]> {
    const linked = await this.dataSource.query<{ id: string }[]>(
      'select id from unnest($1::text[]) as listed(id) where exists (select from event where stream = $2 || listed.id)',
      [erasedIds, `${clientLink.category}:`],
    );
    const erased = new Set(erasedIds);
    const links = [];
    for (const { id } of linked) links.push(...(await this.linksOf(id, erased)));
    return links;
  }

  private async linksOf(erasedId: string, erased: ReadonlySet<string>): Promise<LivingLink[]> {
    const { survivorId, mergedIds } = (await this.events.load(clientLink, erasedId)).state;
    const links = mergedIds.map((mergedId) => ({ survivorId: erasedId, mergedId, other: mergedId }));
    if (survivorId !== null) links.push({ survivorId, mergedId: erasedId, other: survivorId });
    const living = await Promise.all(links.map(({ other }) => this.isLiving(other, erased)));
    return links.filter((_link, at) => living[at]!).map(({ other: _other, ...link }) => link);
  }

  private async isLiving(clientId: string, erased: ReadonlySet<string>): Promise<boolean> {
    if (erased.has(clientId)) return false;
    return (await this.events.load(erasure, clientId)).state.status === 'none';
  }
}
