import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { malformed } from './malformed.js';

/** A UUID in a path, in lower case: the same id however it is written. */
@Injectable()
export class ParseId implements PipeTransform<string, string> {
  transform(value: string, { data: field = 'id' }: ArgumentMetadata): string {
    if (isUUID(value)) return value.toLowerCase();
    throw malformed(field, 'must be a UUID');
  }
}
