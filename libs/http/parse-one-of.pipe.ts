import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { malformed } from './malformed.js';

/** One of these words in a path. */
export class ParseOneOf<Word extends string> implements PipeTransform<string, Word> {
  constructor(private readonly words: readonly Word[]) {}

  transform(value: string, { data: field = 'word' }: ArgumentMetadata): Word {
    const known = this.words.find((word) => word === value);
    if (known !== undefined) return known;
    throw malformed(field, `must be one of the following values: ${this.words.join(', ')}`);
  }
}
