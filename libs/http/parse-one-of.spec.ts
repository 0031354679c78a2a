import { BadRequestException } from '@nestjs/common';
import { ParseOneOf } from './parse-one-of.pipe.js';

describe('a word in a path', () => {
  const parse = new ParseOneOf(['health', 'photos']);
  const given = (word: string) => () => parse.transform(word, { type: 'param', data: 'purpose' });

  it('is one of those that there are, or refused with which there are', () => {
    expect(given('photos')()).toBe('photos');
    for (const word of ['', 'Health', 'toString']) {
      expect(given(word)).toThrow(BadRequestException);
      expect(given(word)).toThrow(
        expect.objectContaining({
          response: {
            errors: [{ field: 'purpose', faults: ['must be one of the following values: health, photos'] }],
          },
        }) as Error,
      );
    }
  });
});
