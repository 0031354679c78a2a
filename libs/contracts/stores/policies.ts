import { z } from 'zod';
import { CARE_TENDENCIES, SKIN_PROBLEMS, SKIN_TYPES } from '../clients/file-sections.js';
import { consentTexts } from './consent-texts.js';

const months = z.int().min(1).max(1_200);
const minor = z.int().nonnegative().max(1_000_000_000_000);
const itemId = z.string().min(1).max(64);
const oneOf = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(50).optional();
const grades = ['AA', 'A', 'B', 'C', 'D'] as const;

/**
 * What headquarters decides as data, by name: each with the shape of its value. Values are kept for ever: a shape may
 * take more later, never less.
 */
export const policies = {
  /** Who follows a client up, and to whom she is handed over, counted in calendar months from her last procedure. */
  'client-ownership': z.strictObject({
    rule: z.enum(['server-follows', 'hand-over', 'rotation', 'dedicated']),
    handOver: z
      .array(
        z.strictObject({
          afterMonths: months,
          to: z.enum(['department', 'consulting', 'customer-service']),
        }),
      )
      .max(10)
      .optional(),
    /** By how many months since her first visit the next one's turn comes; 1 when left out. */
    rotateEveryMonths: months.optional(),
    /** Staff of a store, in the order of their turns: for one store, as its own rule. */
    rotateAmong: z.array(z.string().min(1).max(64)).max(100).optional(),
  }),
  /** Four classifications, kept apart. */
  'client-classification': z.strictObject({
    /** Spending of a year on regular items from which a client is of a class, by the grade of her store. */
    annualSpend: z.partialRecord(
      z.enum(grades),
      z.array(z.strictObject({ class: z.string().max(40), fromMinor: minor })).max(10),
    ),
    vip: z.strictObject({ fromMinor: minor, orVisits: z.int().min(1).max(100_000) }),
    card: z.array(z.strictObject({ class: z.string().max(40), fromMinor: minor })).max(10),
    frequency: z.strictObject({
      withinMonths: months,
      keyFromVisits: z.int().min(1).max(10_000),
      potentialFromVisits: z.int().min(1).max(10_000),
    }),
    /** Clients by what they pay: who brings the first so many per cent of it is of class A, who brings the next of B. */
    abc: z
      .strictObject({
        aUpToPercent: z.int().min(1).max(100),
        bUpToPercent: z.int().min(1).max(100),
      })
      .refine(({ aUpToPercent, bUpToPercent }) => aUpToPercent <= bUpToPercent, 'B must not end before A')
      .optional(),
  }),
  /** Levels of members, the lowest first: each by all she ever paid, less what was given back, or by how often she came. */
  'member-levels': z.strictObject({
    levels: z
      .array(
        z.strictObject({
          level: z.string().min(1).max(40),
          fromMinor: minor,
          orVisits: z.int().min(1).max(100_000).optional(),
        }),
      )
      .min(1)
      .max(10)
      .refine(
        (levels) => levels.every(({ fromMinor }, at) => at === 0 || fromMinor > levels[at - 1]!.fromMinor),
        'each level must ask for more than the one before',
      ),
  }),
  /** How long what is known about a person is kept once its purpose is done. */
  retention: z.strictObject({
    purposes: z
      .array(
        z.strictObject({
          purpose: z.string().min(1).max(40),
          keptMonths: months,
          then: z.enum(['erase', 'restrict']),
        }),
      )
      .max(100),
  }),
  /** What clients are told and consent to, in words. */
  'consent-texts': consentTexts,
  /**
   * Full years from which she consents herself; until then a guardian does. A store abroad has its country's as a rule of its
   * own: 13 to 16 in the European Union (GDPR 8), 18 in India.
   */
  'age-of-consent': z.strictObject({ years: z.int().min(13).max(18) }),
  loyalty: z.strictObject({
    /** One point for so much paid. */
    minorPerPoint: z.int().min(1).max(1_000_000),
    expiresAfterMonths: months.nullable(),
  }),
  'answer-clock': z.strictObject({
    hoursToAnswer: z.int().min(1).max(10_000),
    hoursToWarning: z.int().min(1).max(10_000),
  }),
  'follow-up-plan': z.strictObject({ days: z.array(z.int().min(1).max(3_650)).min(1).max(50) }),
  /**
   * What is proposed to whom: an item to her who has one of the values of each condition that it names. What she had so many
   * times is proposed again; nothing is where that is left out.
   */
  'care-plans': z.strictObject({
    rules: z
      .array(
        z
          .strictObject({
            itemId,
            /** After so many days again. */
            everyDays: z.int().min(1).max(3_650).optional(),
            skinTypes: oneOf(z.enum(SKIN_TYPES)),
            /** In the words of her file. */
            skinColours: oneOf(z.string().min(1).max(200)),
            skinProblems: oneOf(z.enum(SKIN_PROBLEMS)),
            careTendencies: oneOf(z.enum(CARE_TENDENCIES)),
            /** In the words of her file. */
            likes: oneOf(z.string().min(1).max(100)),
            hadItems: oneOf(itemId),
          })
          .refine(
            ({ itemId: _, everyDays: __, ...conditions }) => Object.keys(conditions).length > 0,
            'must name a condition',
          ),
      )
      .max(500),
    againFromTimes: z.int().min(1).max(1_000).optional(),
  }),
  /** What somebody must have learned before she takes a post, and how often she learns it again. */
  'post-training': z.strictObject({
    required: z
      .array(
        z.strictObject({
          post: z.string().max(40),
          training: z.string().min(1).max(64),
          /** Once and for good, when left out. */
          everyMonths: months.optional(),
        }),
      )
      .max(200),
  }),
  /** What a rota must keep to. */
  'working-time': z.strictObject({
    /** So long before the store opens and after it closes somebody may be at work. */
    minutesAroundOpening: z.int().min(0).max(1_440),
    mostHoursADay: z.int().min(1).max(24).optional(),
    mostHoursAWeek: z.int().min(1).max(168).optional(),
    restDaysAWeek: z.int().min(0).max(7).optional(),
  }),
} satisfies Record<string, z.ZodType>;

export type PolicyName = keyof typeof policies;
export type PolicyOf<Name extends PolicyName> = z.infer<(typeof policies)[Name]>;

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(policies, name);
