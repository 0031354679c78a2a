import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/access';
import { HealthAccessQuery } from '../../health/health-access.query.js';
import { KnownStoresQuery } from '../../known-store/known-stores.query.js';
import { ageBandOf } from '../age-band.js';
import type { ClientPage } from '../client-page.answers.js';
import { ClientsQuery } from '../clients.query.js';
import { completenessOf } from '../completeness.js';
import { openWith, sectionsFor } from '../file-sections.config.js';
import { FilesQuery } from '../files.query.js';
import { adviceFor } from '../handling-advice.js';
import { isSubHealth } from '../skin.js';

@Injectable()
export class ClientPageQuery {
  constructor(
    private readonly clients: ClientsQuery,
    private readonly files: FilesQuery,
    private readonly access: HealthAccessQuery,
    private readonly stores: KnownStoresQuery,
  ) {}

  /** As the log has her now, and as much of it as the role may see and she lets be read. Refuses with `unknown-client`. */
  async one(clientId: string, role: Role): Promise<ClientPage> {
    const { known, card } = await this.clients.one(clientId);
    const consents = await this.access.consents(clientId, 'health');
    const file = await this.files.read(clientId, known, openWith(consents, sectionsFor(role)));
    const { purposeNotice, reviewedAt, leadClass, lost } = known;
    return {
      ...{ ...card, purposeNotice, reviewedAt, leadClass, lost, file },
      subHealth: isSubHealth(file['skin-diagnosis']),
      ageBand: ageBandOf(file.person ?? {}, await this.stores.today(card.storeId)),
      advice: adviceFor(file.character ?? {}),
      completeness: completenessOf(known.file),
    };
  }
}
