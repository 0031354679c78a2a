import { Injectable } from '@nestjs/common';
import { streamOf } from '#libs/event-store';
import { open, seal, Vault, type Keys, type Place } from '#libs/privacy';
import { client, type KeptSection } from './client.js';
import { isSection, type FileFields, type SectionName } from './file-sections.config.js';
import { sealedSection, type FileSealing, type SealedSection } from './file-sealing.js';
import { sectionsIn } from './sections-in.js';

const PURPOSE = 'file';

interface SealedFile {
  /** By section. */
  readonly file: Readonly<Record<string, Pick<KeptSection, 'sealed'>>>;
}

/** The only place where sections of files are sealed and read. */
@Injectable()
export class FilesQuery {
  constructor(private readonly vault: Vault) {}

  /** Her key is durable when this resolves. Refuses with `erased`. */
  async sealing(clientId: string): Promise<FileSealing> {
    return sealingWith(clientId, await this.vault.make(clientId, PURPOSE));
  }

  /** A file ready for the log; who has none needs no key. Refuses with `erased`. */
  async sealed(clientId: string, file: FileFields): Promise<SealedSection[]> {
    const sections = sectionsIn(file);
    if (sections.length === 0) return [];
    const sealing = await this.sealing(clientId);
    return sections.map((section) => sealedSection(sealing, section, file[section]!));
  }

  /** Those sections of her file that there are; none of one who is erased. */
  async read(clientId: string, known: SealedFile, sections: readonly SectionName[]): Promise<FileFields> {
    return (await this.readMany([{ clientId, known }], sections))[0]!;
  }

  /** The same for these, in their order; their keys are had at once. */
  async readMany(
    some: readonly { readonly clientId: string; readonly known: SealedFile }[],
    sections: readonly SectionName[],
  ): Promise<FileFields[]> {
    const kept = some.map(({ known: { file } }) =>
      Object.entries(file).filter(([name]) => isSection(name) && sections.includes(name)),
    );
    const ids = some.filter((_one, at) => kept[at]!.length > 0).map(({ clientId }) => clientId);
    const keys = ids.length === 0 ? new Map<string, Keys>() : await this.vault.findMany(ids, PURPOSE);
    return some.map(({ clientId }, at) => {
      const hers = keys.get(clientId);
      if (hers === undefined) return {};
      const { open } = sealingWith(clientId, hers);
      return Object.fromEntries(kept[at]!.map(([name, { sealed }]) => [name, open(name, sealed)]));
    });
  }
}

const sealingWith = (clientId: string, keys: Keys): FileSealing => ({
  open: (section, sealed) => open(sealed, placeOf(clientId, section), keys),
  seal: (section, fields) => seal(fields, placeOf(clientId, section), keys),
});

const placeOf = (clientId: string, field: string): Place => ({
  stream: streamOf(client, clientId),
  type: 'FileSectionUpdated',
  field,
});
