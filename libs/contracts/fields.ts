import { z } from 'zod';

/** An instant: ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime();
/** A calendar day in the store's time zone, `yyyy-mm-dd`. */
export const day = z.iso.date();
/** Money in minor units (fen, pence) of the store's currency; whole and never negative. */
export const minor = z.int().nonnegative();
export const id = z.uuid();
/** A store's id is a short code that people use, such as `sh-01`. */
export const storeId = z.string().min(1).max(64);
/**
 * A phone: five to seventeen digits, as people write them: with spaces, dashes, brackets, a plus before the country code; in the wide
 * letters, too, that Chinese keyboards make.
 */
export const PHONE = /^[\s(（]*[+＋]?(?:[\s().（）．－-]*[\d０-９]){5,17}[\s().（）．－-]*$/;
