import { z } from 'zod';
import { PHONE } from '../fields.js';

// What a file can hold, section by section, as `clients` keeps it and `imports` brings it. Everything is optional; a field that is
// not in this table cannot be kept.

const text = (max: number) =>
  z.string().max(max, `must have at most ${max} characters`).regex(/\S/, 'must not be blank');
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });
const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(item).max(max, `must have at most ${max} items`).optional();

const line = text(200).optional();
const story = text(2_000).optional();
const words = listOf(text(100), 30);
const day = z.iso.date({ error: 'must be a day such as 2026-03-01' }).optional();
const yesNo = z.boolean({ error: 'must be true or false' }).optional();
const age = z
  .int({ error: 'must be a whole number' })
  .min(0, 'must not be negative')
  .max(130, 'must be at most 130');
const one = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  choice(values).optional();
const some = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  listOf(choice(values), values.length);

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

export const SKIN_TYPES = ['dry', 'neutral', 'oily', 'combination', 'sensitive'] as const;
export const CARE_TENDENCIES = ['solve-fast', 'eco-minded', 'leisure'] as const;

export const fileSections = {
  person: z.strictObject({
    sex: one(['female', 'male', 'other']),
    birthday: day,
    /** As she says, where she does not say her birthday. */
    age: age.optional(),
    /** Who consents to her file while she is not of the age of consent, and what she is to her. */
    guardianName: text(100).optional(),
    guardianRelation: text(40).optional(),
    guardianPhone: text(40).regex(PHONE, 'must be a phone number').optional(),
    addressAs: line,
    features: story,
    hobbies: words,
    habits: story,
  }),
  circumstances: z.strictObject({
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
  }),
  'beauty-history': z.strictObject({ hadSalonCare: yesNo, salons: line, treatments: story, effect: story }),
  'skin-diagnosis': z.strictObject({
    skinType: one(SKIN_TYPES),
    skinColour: line,
    problems: some(SKIN_PROBLEMS),
    analysis: story,
    diagnosis: story,
  }),
  'care-plan': z.strictObject({
    focus: line,
    instruments: words,
    techniques: words,
    products: words,
    plan: story,
  }),
  preferences: z.strictObject({
    spendingPreference: line,
    careTendency: one(CARE_TENDENCIES),
    likes: words,
    taboos: words,
  }),
  'talking-points': z.strictObject({ work: story, family: story, topics: words }),
  acquisition: z.strictObject({
    source: line,
    cameBefore: yesNo,
    entry: one(['paying', 'free-card', 'family-card']),
  }),
  qualification: z.strictObject({ need: yesNo, means: yesNo, reasonable: yesNo, other: story }),
  preparation: z.strictObject({ realNeed: story, whoDecides: story }),
  departure: z.strictObject({ problem: story, opinion: story }),
  questionnaire: z.strictObject({
    needs: words,
    expectations: story,
    budget: one(['low', 'middle', 'high']),
    answeredOn: day,
  }),
  character: z.strictObject({
    personalities: some(PERSONALITIES),
    buyingTypes: some(BUYING_TYPES),
    buyingHabits: story,
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type SectionName = keyof typeof fileSections;
export type FieldsOf<Name extends SectionName> = z.infer<(typeof fileSections)[Name]>;
/** Her file, opened: the sections there are. */
export type FileFields = { -readonly [Name in SectionName]?: FieldsOf<Name> };

export const SECTION_NAMES = Object.keys(fileSections) as SectionName[];

/** A whole file, or as much of one as there is. */
export const fileFields = z.strictObject(
  Object.fromEntries(SECTION_NAMES.map((name) => [name, fileSections[name].optional()])),
) as unknown as z.ZodType<FileFields>;

export interface FileField {
  /** As a column of a spreadsheet is named: `person.birthday`. */
  readonly name: string;
  readonly section: SectionName;
  readonly field: string;
}

export const fileFieldsOf = (section: SectionName): FileField[] =>
  Object.keys(fileSections[section].shape).map((field) => ({ name: `${section}.${field}`, section, field }));
