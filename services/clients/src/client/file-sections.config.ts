import type { z } from 'zod';
import {
  fileSections,
  SECTION_NAMES,
  type FieldsOf,
  type FileFields,
  type SectionName,
} from '#contracts/clients/file-sections';
import type { Role } from '#libs/access';
import { KEEPS_CIRCUMSTANCES, KEEPS_CLIENTS } from './client-roles.js';

// How each section of a file is kept. Health is not here: it has a vault of its own. Everything is sealed with her key for `file`.

/** How long a section is kept: as long as she is a client, or as long as what was done for her must be shown. */
export type Retention = 'while-client' | 'with-care';

interface Section<Fields extends z.ZodObject = z.ZodObject> {
  readonly fields: Fields;
  /** Who may read and write it. */
  readonly roles: readonly Role[];
  readonly retention: Retention;
  /** Tells of her health: read and written only while she consents to that (PIPL 29). */
  readonly ofHealth: boolean;
  /** Fields she can be found by. */
  readonly searched: readonly (keyof z.infer<Fields> & string)[];
}

const section = <Name extends SectionName>(
  name: Name,
  {
    roles = KEEPS_CLIENTS,
    retention = 'while-client',
    ofHealth = false,
    searched = [],
  }: Partial<Omit<Section<(typeof fileSections)[Name]>, 'fields'>> = {},
) => ({ fields: fileSections[name], roles, retention, ofHealth, searched });

export const SECTIONS = {
  person: section('person', { searched: ['addressAs', 'hobbies'] }),
  circumstances: section('circumstances', {
    roles: KEEPS_CIRCUMSTANCES,
    searched: ['address', 'postcode', 'occupation', 'industry', 'company'],
  }),
  'beauty-history': section('beauty-history', { retention: 'with-care' }),
  'skin-diagnosis': section('skin-diagnosis', { retention: 'with-care', ofHealth: true }),
  'care-plan': section('care-plan', { retention: 'with-care' }),
  preferences: section('preferences'),
  'talking-points': section('talking-points'),
  acquisition: section('acquisition'),
  /** Whether it is worth while to try and win her: asked of whom nobody knows yet. */
  qualification: section('qualification', { roles: KEEPS_CIRCUMSTANCES }),
  /** What is found out before she is called on; her character and buying habits have a section of their own. */
  preparation: section('preparation'),
  /** What she says of why she left. */
  departure: section('departure'),
  questionnaire: section('questionnaire'),
  character: section('character'),
} as const satisfies { readonly [Name in SectionName]: Section };

export { SECTION_NAMES, type FieldsOf, type FileFields, type SectionName };

export const isSection = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);

export const sectionsFor = (role: Role): SectionName[] =>
  SECTION_NAMES.filter((name) => SECTIONS[name].roles.includes(role));

/** Those of these that she lets be read: what tells of her health only with her consent to that. */
export const openWith = (
  consentsToHealth: boolean,
  sections: readonly SectionName[] = SECTION_NAMES,
): SectionName[] => sections.filter((name) => consentsToHealth || !SECTIONS[name].ofHealth);
