import { z } from 'zod';
import type { Role } from '#libs/access';
import { text } from '#libs/http';
import { KEEPS_CIRCUMSTANCES, KEEPS_CLIENTS } from './client-roles.js';

// What a file can hold, section by section. Health is not here: it has a vault of its own. Everything is optional and is sealed
// with her key for `file`; a field that is not in this table cannot be kept.

const line = text(200).optional();
const story = text(2_000).optional();
const words = z.array(text(100)).max(30).optional();
const day = z.iso.date().optional();
const yesNo = z.boolean().optional();
const one = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional();
const some = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).max(values.length).optional();

export const PERSONALITIES = [
  'impulsive',
  'passive',
  'novelty-seeking',
  'comparing',
  'trial',
  'lonely',
  'companion',
] as const;
export const BUYING_TYPES = ['vanity', 'belonging', 'fear', 'comparing'] as const;
export const SKIN_PROBLEMS = [
  'acne',
  'blackheads',
  'dark-circles',
  'dryness',
  'dullness',
  'large-pores',
  'oiliness',
  'pigmentation',
  'redness',
  'sagging',
  'scars',
  'sensitivity',
  'wrinkles',
] as const;

/** How long a section is kept: as long as she is a client, or as long as what was done for her must be shown. */
export type Retention = 'while-client' | 'with-care';

export interface Section {
  readonly fields: z.ZodObject;
  /** Who may read and write it. */
  readonly roles: readonly Role[];
  readonly retention: Retention;
  /** Tells of her health: read and written only while she consents to that (PIPL 29). */
  readonly ofHealth: boolean;
  /** Fields she can be found by. */
  readonly searched: readonly string[];
}

const section = <Fields extends z.ZodRawShape>(
  fields: Fields,
  {
    roles = KEEPS_CLIENTS,
    retention = 'while-client',
    ofHealth = false,
    searched = [],
  }: Partial<Omit<Section, 'fields' | 'searched'>> & { searched?: readonly (keyof Fields & string)[] } = {},
) => ({ fields: z.strictObject(fields), roles, retention, ofHealth, searched });

export const SECTIONS = {
  person: section(
    {
      sex: one(['female', 'male', 'other']),
      birthday: day,
      /** As she says, where she does not say her birthday. */
      age: z.int().min(0).max(130).optional(),
      addressAs: line,
      features: story,
      hobbies: words,
      habits: story,
    },
    { searched: ['addressAs', 'hobbies'] },
  ),
  circumstances: section(
    {
      address: line,
      postcode: line,
      occupation: line,
      industry: line,
      company: line,
      education: line,
      economicSituation: line,
      /** Kept when she tells it; nothing is ever decided by it. */
      maritalStatus: one(['single', 'married', 'divorced', 'widowed']),
      /** Folk belief: kept when she tells it; nothing is ever decided by it. */
      bloodType: one(['A', 'B', 'AB', 'O']),
    },
    { roles: KEEPS_CIRCUMSTANCES, searched: ['address', 'postcode', 'occupation', 'industry', 'company'] },
  ),
  'beauty-history': section(
    { hadSalonCare: yesNo, salons: line, treatments: story, effect: story },
    { retention: 'with-care' },
  ),
  'skin-diagnosis': section(
    {
      skinType: one(['dry', 'neutral', 'oily', 'combination', 'sensitive']),
      skinColour: line,
      problems: some(SKIN_PROBLEMS),
      analysis: story,
      diagnosis: story,
    },
    { retention: 'with-care', ofHealth: true },
  ),
  'care-plan': section(
    { focus: line, instruments: words, techniques: words, products: words, plan: story },
    { retention: 'with-care' },
  ),
  preferences: section({
    spendingPreference: line,
    careTendency: one(['solve-fast', 'eco-minded', 'leisure']),
    likes: words,
    taboos: words,
  }),
  'talking-points': section({ work: story, family: story, topics: words }),
  acquisition: section({
    source: line,
    cameBefore: yesNo,
    entry: one(['paying', 'free-card', 'family-card']),
  }),
  /** Whether it is worth while to try and win her: asked of whom nobody knows yet. */
  qualification: section(
    { need: yesNo, means: yesNo, reasonable: yesNo, other: story },
    { roles: KEEPS_CIRCUMSTANCES },
  ),
  /** What is found out before she is called on; her character and buying habits have a section of their own. */
  preparation: section({ realNeed: story, whoDecides: story }),
  /** What she says of why she left. */
  departure: section({ problem: story, opinion: story }),
  questionnaire: section({
    needs: words,
    expectations: story,
    budget: one(['low', 'middle', 'high']),
    answeredOn: day,
  }),
  character: section({
    personalities: some(PERSONALITIES),
    buyingTypes: some(BUYING_TYPES),
    buyingHabits: story,
  }),
} as const satisfies Readonly<Record<string, Section>>;

export type SectionName = keyof typeof SECTIONS;
export type FieldsOf<Name extends SectionName> = z.infer<(typeof SECTIONS)[Name]['fields']>;
/** Her file, opened: the sections there are. */
export type FileFields = { -readonly [Name in SectionName]?: FieldsOf<Name> };

export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

export const isSection = (name: string): name is SectionName => Object.hasOwn(SECTIONS, name);

export const sectionsFor = (role: Role): SectionName[] =>
  SECTION_NAMES.filter((name) => SECTIONS[name].roles.includes(role));

/** Those of these that she lets be read: what tells of her health only with her consent to that. */
export const openWith = (
  consentsToHealth: boolean,
  sections: readonly SectionName[] = SECTION_NAMES,
): SectionName[] => sections.filter((name) => consentsToHealth || !SECTIONS[name].ofHealth);
