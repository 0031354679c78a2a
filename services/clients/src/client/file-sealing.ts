import type { Envelope } from '#libs/privacy';
import type { FileSectionUpdated } from './client.events.js';

/** Opens and seals sections of one person's file, in a moment. */
export interface FileSealing {
  open(section: string, sealed: Envelope): object | 'erased';
  seal(section: string, fields: object): Envelope;
}

/** A section ready for the log. */
export type SealedSection = Pick<FileSectionUpdated['data'], 'section' | 'sealed' | 'filled'>;

export const sealedSection = (
  { seal }: Pick<FileSealing, 'seal'>,
  section: string,
  fields: object,
): SealedSection => ({ section, sealed: seal(section, fields), filled: Object.keys(fields) });

/** Fields come in the order of their schema. */
export const saysTheSame = (kept: object | 'erased', given: object): boolean =>
  JSON.stringify(kept) === JSON.stringify(given);
