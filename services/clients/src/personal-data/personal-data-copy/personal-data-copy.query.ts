import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/event-sourcing';
import { CLOCK } from '#libs/service';
import { shown } from '../../care-picture/care-picture.answers.js';
import { CarePicturesQuery } from '../../care-picture/care-pictures.query.js';
import { ClientLinksQuery } from '../../client-link/client-links.query.js';
import { ClientsQuery } from '../../client/clients.query.js';
import { SECTION_NAMES } from '../../client/file-sections.config.js';
import { FilesQuery } from '../../client/files.query.js';
import { ConsentsQuery } from '../../consent/consents.query.js';
import { HealthNotesQuery } from '../../health/health-notes.query.js';
import { DisclosuresQuery } from '../../reading/disclosures.query.js';
import { Readings } from '../../reading/readings.process.js';
import { linkOfCopied } from '../copied-picture-link.js';
import { HeldElsewhereQuery } from '../held-elsewhere.query.js';
import { HeldHereQuery } from '../held-here.query.js';
import type { CopiedFile, PersonalDataCopy } from './personal-data-copy.answers.js';

@Injectable()
export class PersonalDataCopyQuery {
  constructor(
    private readonly clients: ClientsQuery,
    private readonly files: FilesQuery,
    private readonly consents: ConsentsQuery,
    private readonly notes: HealthNotesQuery,
    private readonly pictures: CarePicturesQuery,
    private readonly links: ClientLinksQuery,
    private readonly disclosures: DisclosuresQuery,
    private readonly readings: Readings,
    private readonly here: HeldHereQuery,
    private readonly elsewhere: HeldElsewhereQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All files that are read as one person, whichever of them is named. Her health and her pictures are in it without her consent, for she
   * asks; taking the copy is a fact of her access log before it is gathered. Refuses with `unknown-client`.
   */
  async of(clientId: string): Promise<PersonalDataCopy> {
    await this.clients.one(clientId);
    const clientIds = await this.links.personOf(clientId);
    await this.readings.note({ clientIds, what: 'export', purpose: 'request-of-hers' });
    const [files, here, elsewhere] = await Promise.all([
      Promise.all(clientIds.map((id) => this.fileOf(id))),
      this.here.about(clientIds),
      this.elsewhere.about(clientIds),
    ]);
    const madeAt = this.clock.now().toISOString();
    return { clientId: clientIds[0]!, madeAt, files, history: { clients: here, ...elsewhere } };
  }

  private async fileOf(clientId: string): Promise<CopiedFile> {
    const { known, card } = await this.clients.one(clientId);
    const [file, healthNotes, pictures, consents, disclosures] = await Promise.all([
      this.files.read(clientId, known, SECTION_NAMES),
      this.notes.of(clientId),
      this.pictures.of(clientId),
      this.consents.of(clientId),
      this.disclosures.of(clientId),
    ]);
    const carePictures = pictures.map((picture) => shown(clientId, picture, linkOfCopied));
    const { purposeNotice } = known;
    return { ...card, purposeNotice, file, healthNotes, carePictures, consents, disclosures };
  }
}
