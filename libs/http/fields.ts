import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsISO4217CurrencyCode,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PHONE } from '#contracts/fields';

// Each field says once what it accepts; the check and the documentation follow from it.

/** Largest amount of money or number taken: far above any bill, far below where numbers lose exactness. */
export const MOST = 1_000_000_000_000;
/** Years before 1900 are mistakes, and year 0 is no time for PostgreSQL, as is 10000, which a last day of 9999 may be in UTC. */
export const INSTANT =
  /^(?!9999-12-31)(?:19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** Text of 1 to `max` characters, not only blanks. */
export const Text = ({ max = 200, example }: { max?: number; example?: string } = {}) =>
  applyDecorators(
    IsString(),
    Matches(/\S/, { message: '$property must not be blank' }),
    MaxLength(max),
    ApiProperty({ type: String, minLength: 1, maxLength: max, example }),
  );

/** What somebody signs in with: all of it can be seen, or two would look the same and one could not be typed. */
export const Login = ({ max = 100, example }: { max?: number; example?: string } = {}) =>
  applyDecorators(
    Text({ max, ...(example === undefined ? {} : { example }) }),
    Matches(/^[^\p{C}\p{Default_Ignorable_Code_Point}]*$/u, {
      message: '$property must have no characters that nobody sees',
    }),
  );

/** In lower case afterwards: the same id however it is written. */
export const Uuid = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsUUID(),
    ApiProperty({ type: String, format: 'uuid' }),
  );

/** A list of ids, each once, in lower case afterwards. */
export const Uuids = ({ min = 0, max = 100 }: { min?: number; max?: number } = {}) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? one.toLowerCase() : one))
        : value,
    ),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
    ApiProperty({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    }),
  );

/** An ISO 8601 instant with its offset, such as `2026-03-01T09:00:00Z`. */
export const Instant = () =>
  applyDecorators(
    Matches(INSTANT, { message: '$property must be an instant such as 2026-03-01T09:00:00Z' }),
    IsISO8601({ strict: true }),
    ApiProperty({ type: String, format: 'date-time' }),
  );

/** A calendar day, `yyyy-mm-dd`. */
export const Day = () =>
  applyDecorators(
    Matches(/^\d{4}-\d\d-\d\d$/, { message: '$property must be a day such as 2026-03-01' }),
    IsISO8601({ strict: true }),
    ApiProperty({ type: String, format: 'date' }),
  );

/** Calendar days, each once. */
export const Days = ({ max = 400 }: { max?: number } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(/^\d{4}-\d\d-\d\d$/, { each: true, message: '$property must be days such as 2026-03-01' }),
    IsISO8601({ strict: true }, { each: true }),
    ApiProperty({ type: [String], maxItems: max, uniqueItems: true }),
  );

/** A calendar month, `yyyy-mm`. */
export const Month = () =>
  applyDecorators(
    Matches(/^(?:19|[2-9]\d)\d\d-(?:0[1-9]|1[0-2])$/, {
      message: '$property must be a month such as 2026-04',
    }),
    ApiProperty({ type: String, example: '2026-04' }),
  );

/** What a clock on the wall shows, `hh:mm`. */
export const TimeOfDay = () =>
  applyDecorators(
    Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '$property must be a time such as 09:30' }),
    ApiProperty({ type: String, example: '09:30' }),
  );

/** Money in minor units: a whole number, never negative. */
export const Minor = () =>
  applyDecorators(IsInt(), Min(0), Max(MOST), ApiProperty({ type: 'integer', minimum: 0, maximum: MOST }));

/** A whole number from 1. */
export const Count = ({ max = 1_000_000 }: { max?: number } = {}) =>
  applyDecorators(IsInt(), Min(1), Max(max), ApiProperty({ type: 'integer', minimum: 1, maximum: max }));

/** Yes or no. */
export const Flag = () => applyDecorators(IsBoolean(), ApiProperty({ type: Boolean }));

/** A whole number in a query string. */
export const WholeNumber = ({ min = 0, max = MOST }: { min?: number; max?: number } = {}) =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(min),
    Max(max),
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
  );

export const OneOf = (values: readonly string[]) =>
  applyDecorators(IsIn([...values]), ApiProperty({ type: String, enum: [...values] }));

/** A list of some of these, each once. */
export const SomeOf = (values: readonly string[], { min = 0 }: { min?: number } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayUnique(),
    IsIn([...values], { each: true }),
    ApiProperty({ type: String, enum: [...values], isArray: true, minItems: min, uniqueItems: true }),
  );

/** An IANA time zone, such as `Asia/Shanghai`. */
export const TimeZone = () =>
  applyDecorators(IsTimeZone(), ApiProperty({ type: String, example: 'Asia/Shanghai' }));

/** A list of objects of a class. */
export const ListOf = (
  item: () => new () => object,
  { min = 0, max = 2_000 }: { min?: number; max?: number } = {},
) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(item),
    ApiProperty({ type: () => item(), isArray: true, minItems: min, maxItems: max }),
  );

/** An object of a class. */
export const ObjectOf = (one: () => new () => object) =>
  applyDecorators(IsObject(), ValidateNested(), Type(one), ApiProperty({ type: () => one() }));

/** May be left out; null is the same as that. Stands above the field's own decorator. */
export const Optional = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => value ?? undefined),
    IsOptional(),
    ApiProperty({ required: false }),
  );

/** A code as `Code` takes it: nothing that is not seen, at its end either. */
export const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}._-])?$/u;

/** A short code that people use as an id: letters, digits, dots, dashes and underscores, spaces within. */
export const Code = ({ max = 64, example }: { max?: number; example?: string } = {}) =>
  applyDecorators(
    Matches(CODE, {
      message: '$property must be letters, digits, dots, dashes, underscores, and spaces within',
    }),
    MaxLength(max),
    ApiProperty({ type: String, minLength: 1, maxLength: max, example }),
  );

/** A list of such codes, or of others alike, each once. */
export const Codes = ({
  min = 0,
  max = 100,
  like = CODE,
}: { min?: number; max?: number; like?: RegExp } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(like, { each: true, message: '$property must be codes of the kind it takes' }),
    MaxLength(64, { each: true }),
    ApiProperty({ type: [String], minItems: min, maxItems: max, uniqueItems: true }),
  );

/** ISO 4217, such as `CNY`. */
export const Currency = () =>
  applyDecorators(
    Matches(/^(?!XXX|XTS)[A-Z]{3}$/, { message: '$property must be a currency such as CNY' }),
    IsISO4217CurrencyCode(),
    ApiProperty({ type: String, example: 'CNY' }),
  );

/** ISO 3166-1 alpha-2, such as `CN`. */
export const Country = () =>
  applyDecorators(
    Matches(/^[A-Z]{2}$/, { message: '$property must be a country such as CN' }),
    IsISO31661Alpha2(),
    ApiProperty({ type: String, example: 'CN' }),
  );

/** As people write it. */
export const Phone = () =>
  applyDecorators(
    Matches(PHONE, { message: '$property must be a phone number' }),
    MaxLength(40),
    ApiProperty({ type: String, maxLength: 40, example: '+86 138 0013 8000' }),
  );

export const Email = () =>
  applyDecorators(IsEmail(), MaxLength(254), ApiProperty({ type: String, format: 'email', maxLength: 254 }));

/** Any JSON object; what is in it, a schema of its own says. */
export const JsonObject = () =>
  applyDecorators(IsObject(), ApiProperty({ type: 'object', additionalProperties: true }));
