import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ALLOWED } from './allowed.js';
import { principal } from './principal.js';
import type { Role } from './roles.js';

/** Lets in who is signed in and has one of the route's roles. A route that names none lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true; // messages come through the bus, which has its own door
    const allowed = this.reflector.get<readonly Role[] | 'everybody' | undefined>(
      ALLOWED,
      context.getHandler(),
    );
    if (allowed === 'everybody') return true;
    const who = principal();
    if (who === undefined) throw new UnauthorizedException('Sign in first: POST /v1/sessions.');
    if (allowed?.includes(who.role) === true) return true;
    if (who.role === 'without-second-factor')
      throw new ForbiddenException(
        'Set up a second factor first: POST /v1/staff/me/second-factor. Then sign in again.',
      );
    throw new ForbiddenException(`This is not open to the role ${who.role}.`);
  }
}
