import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { ROLES, type Role } from './roles.js';

export const ALLOWED = 'liren:allowed';

/**
 * Who may call a route: these roles and no other, said above every route. Which stores' things they see there is checked
 * where the things are read and written, by the store they belong to.
 */
export const Allowed = (...roles: readonly Role[]) => {
  const inOrder = ROLES.filter((role) => roles.includes(role));
  return applyDecorators(SetMetadata(ALLOWED, inOrder), ApiBearerAuth(), ApiExtension('x-roles', inOrder));
};

/** A route that needs no sign-in. */
export const Open = () => applyDecorators(SetMetadata(ALLOWED, 'everybody'), ApiExtension('x-roles', []));
