import { z } from 'zod';
import { POSTS } from '../staff/staff.events.js';
import { STAGES, type Kind } from './document.events.js';

const code = z.string().min(1).max(64);
const words = (max: number) => z.string().max(max).regex(/\S/, 'must not be blank');
const stages = z.array(z.enum(STAGES)).max(STAGES.length).optional();

const posts = z.array(z.enum(POSTS)).max(POSTS.length).default([]);

const eachOnce =
  <One>(idOf: (one: One) => string) =>
  (all: readonly One[]): boolean =>
    new Set(all.map(idOf)).size === all.length;

const standard = z
  .strictObject({
    title: words(200),
    issuedOn: z.iso.date(),
    text: words(50_000).optional(),
    file: z.strictObject({ name: words(200), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    /** The text in parts; what is fixed, a store’s own standard says in the same words. */
    parts: z
      .array(z.strictObject({ partId: code, text: words(10_000), fixed: z.boolean().optional() }))
      .min(1)
      .max(200)
      .refine(
        eachOnce(({ partId }: { partId: string }) => partId),
        'each partId once',
      )
      .optional(),
    /** Who must sign it; when empty everybody, or those alone whom it is distributed to. */
    posts,
    /** What it asks is asked at these stages of a client; at each, when left out. */
    stages,
    /** Departments and other groups that get it too, all of them or their heads. */
    distribution: z
      .array(z.strictObject({ groupId: code, headsOnly: z.boolean().optional() }))
      .max(50)
      .optional(),
    /** Whole days to sign in, counted from the day it holds, is published, or becomes somebody's to sign. */
    signWithinDays: z.int().min(0).max(366).optional(),
  })
  .refine(
    ({ text, file, parts }) => text !== undefined || file !== undefined || parts !== undefined,
    'one of text, file and parts must be given',
  );

const phrase = z
  .strictObject({
    kind: z.enum(['phrase', 'script', 'product-knowledge', 'urgency']),
    situation: code,
    posts,
    /** It is said at these stages of a client; at each, when left out. */
    stages,
    zh: words(5_000),
    en: words(5_000),
    /** Urgency is said while it is true, and no longer. */
    campaignEndsOn: z.iso.date().optional(),
    /** Said in these words in every store. */
    fixed: z.boolean().optional(),
  })
  .refine(({ kind, campaignEndsOn }) => kind !== 'urgency' || campaignEndsOn !== undefined, {
    path: ['campaignEndsOn'],
    message: 'an urgency script names the day on which its campaign ends',
  });

const checkList = z
  .strictObject({
    title: words(200),
    posts: posts.unwrap().optional(),
    stages,
    points: z
      .array(z.strictObject({ pointId: code, text: words(500), fixed: z.boolean().optional() }))
      .min(1)
      .max(200),
  })
  .refine(({ points }) => eachOnce(({ pointId }: { pointId: string }) => pointId)(points), {
    path: ['points'],
    message: 'each pointId once',
  });

/** Why it is assessed before it is done (PIPL 55). */
const CAUSES = [
  'sensitive-data',
  'automated-decision',
  'given-to-others',
  'published',
  'abroad',
  'else',
] as const;

/** Before it is done; a next version when something changes. Every version stays (PIPL 56 asks for three years). */
const impactAssessment = z.strictObject({
  title: words(200),
  assessedOn: z.iso.date(),
  causes: z.array(z.enum(CAUSES)).min(1).max(CAUSES.length),
  /** What is to be done, with which kinds of data, of whom. */
  processing: words(10_000),
  /** Whether purpose and way are lawful, right and needed. */
  necessity: words(10_000),
  /** What it may do to people, and how likely. */
  risks: words(10_000),
  /** What is done against that, and whether it is enough. */
  measures: words(10_000),
  outcome: z.enum(['done', 'done-with-measures', 'not-done']),
});

/** One processing of the register: what is done with data of whom, and where it goes (GDPR 30). */
const processingRegister = z.strictObject({
  title: words(200),
  purpose: words(2_000),
  people: words(2_000),
  kindsOfData: words(2_000),
  recipients: words(2_000).optional(),
  /** Countries, by ISO 3166-1 alpha-2. */
  abroad: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country such as CN'))
    .max(50)
    .default([]),
  /** How long it is kept. */
  retention: words(2_000),
  measures: words(10_000),
});

/** What a document of each kind may say. */
export const CONTENTS = {
  standard,
  phrase,
  'check-list': checkList,
  'impact-assessment': impactAssessment,
  'processing-register': processingRegister,
} satisfies Record<Kind, z.ZodType<Record<string, unknown>>>;

/** All that documents may say, for descriptions. */
export const anyContent = z.union(Object.values(CONTENTS));
