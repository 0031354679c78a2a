import type { Type } from '@nestjs/common';

/** What a module's service is called in logs: `FollowUpsModule` is `follow-ups`. */
export const serviceOf = ({ name }: Type): string =>
  name
    .replace(/Module$/, '')
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase();
