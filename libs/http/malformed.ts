import { BadRequestException } from '@nestjs/common';

/** 400 that names a field and its fault, in the shape in which what decorators find is answered. */
export const malformed = (field: string, fault: string): BadRequestException =>
  new BadRequestException({ errors: [{ field, faults: [fault] }] });
