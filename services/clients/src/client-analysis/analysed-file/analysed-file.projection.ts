import { ignored, type Projection } from '#libs/event-sourcing';
import type { Envelope } from '#libs/privacy';
import type { ClientEvent } from '../../client/client.events.js';
import type { SectionName } from '../../client/file-sections.config.js';

export interface AnalysedFileRow {
  clientId: string;
  storeId: string;
  person: Envelope | null;
  preferences: Envelope | null;
  character: Envelope | null;
}

/** What is asked of many clients at once, by section. */
export const ANALYSED = {
  person: ['sex', 'birthday', 'age'],
  preferences: ['careTendency'],
  character: ['personalities'],
} as const satisfies Partial<Record<SectionName, readonly string[]>>;

const NONE = { person: null, preferences: null, character: null };

/**
 * Sections of files that are analysed, sealed as they are in the log and side by side: what they say is not in here, in no
 * form, so that whoever has the table without the keys learns no more than who has one.
 */
export const analysedFile: Projection<ClientEvent, AnalysedFileRow> = {
  name: 'analysed_file',
  of: ['client'],
  columns: {
    clientId: 'text',
    storeId: 'text not null',
    person: 'json',
    preferences: 'json',
    character: 'json',
  },
  key: 'clientId',
  store: 'storeId',
  indexes: ['"storeId", "clientId"'],
  reads: ({ type, data }) => (type === 'FileSectionUpdated' ? [data.clientId] : []),
  on: {
    FileSectionUpdated: ({ data: { clientId, storeId, section, filled, sealed } }, rows) => {
      if (!isAnalysed(section)) return;
      const row = rows.get(clientId) ?? { clientId, storeId, ...NONE };
      const fields: readonly string[] = ANALYSED[section];
      rows.set(clientId, { ...row, [section]: filled.some((name) => fields.includes(name)) ? sealed : null });
    },
    ClientErased: ({ data: { clientId } }, rows) => rows.delete(clientId),
    LeadAdded: ignored, // who has no such section has no row
    LeadClassed: ignored,
    LeadQualified: ignored,
    ClientRegistered: ignored,
    ContactChanged: ignored,
    FileReviewed: ignored,
    ClientLost: ignored,
    ClientWonBack: ignored,
    ClientRestricted: ignored,
  },
};

const isAnalysed = (section: string): section is keyof typeof ANALYSED => Object.hasOwn(ANALYSED, section);
