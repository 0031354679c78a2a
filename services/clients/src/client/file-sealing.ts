import type { Envelope } from '#libs/privacy';

/** Opens and seals sections of one person's file, in a moment. */
export interface FileSealing {
  open(section: string, sealed: Envelope): object | 'erased';
  seal(section: string, fields: object): Envelope;
}
