import { isUtf8 } from 'node:buffer';
import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { malformed } from './malformed.js';

const MOST_LEVELS = 32;
/** Escapes that may stand for a letter no database keeps: NUL, and halves of characters. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/**
 * Takes JSON alone, and only what can be kept and looked through: UTF-8, no NUL, no half characters, not nested without end.
 * What a page elsewhere can post without asking (plain text) is refused.
 */
export const takeJson = (fastify: FastifyInstance): void => {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = body.toString();
    const fault = faultOf(body as Buffer, text);
    if (fault !== undefined) {
      done(new BadRequestException(fault));
      return;
    }
    void parse(request, text, (error, value) => {
      const place = error === null && SUSPECT.test(text) ? placeOfBadText(value) : undefined;
      if (place === undefined) done(error, value);
      else done(malformed(place, UNFIT));
    });
  });
  fastify.addHook('onRequest', (request, _reply, next) => {
    const isUnfit = /%00/.test(request.url);
    next(
      isUnfit ? new BadRequestException('The address has a letter that cannot be kept (%00).') : undefined,
    );
  });
};

const UNFIT = 'must have whole characters, and none that is NUL';

const faultOf = (bytes: Buffer, text: string): string | undefined => {
  if (!isUtf8(bytes)) return 'The body is not UTF-8.';
  return isDeep(text) ? `The body is nested more than ${MOST_LEVELS} levels deep.` : undefined;
};

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Found before parsing: whatever walks over a value that is nested without end fails in its middle. */
const isDeep = (text: string): boolean => {
  let level = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === BACKSLASH) at += 1;
    else if (letter === QUOTE) isInText = !isInText;
    else if (isInText) continue;
    else if (letter === OPEN_LIST || letter === OPEN) level += 1;
    else if (letter === CLOSE_LIST || letter === CLOSE) level -= 1;
    if (level > MOST_LEVELS) return true;
  }
  return false;
};

/** Where a text is that cannot be kept: `lines.0.itemId`. */
const placeOfBadText = (value: unknown, place = ''): string | undefined => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? undefined : place;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const innerPlace = place === '' ? key : `${place}.${key}`;
    const found = placeOfBadText(key, place) ?? placeOfBadText(inner, innerPlace);
    if (found !== undefined) return found;
  }
  return undefined;
};
