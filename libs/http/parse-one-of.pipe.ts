import { BadRequestException, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';

/** One of these words in a path. */
export class ParseOneOf<Word extends string> implements PipeTransform<string, Word> {
  constructor(private readonly words: readonly Word[]) {}

  transform(value: string, { data: field = 'word' }: ArgumentMetadata): Word {
    const known = this.words.find((word) => word === value);
    if (known !== undefined) return known;
    const faults = [`must be one of the following values: ${this.words.join(', ')}`];
    throw new BadRequestException({ errors: [{ field, faults }] });
  }
}
