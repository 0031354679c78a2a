import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Open } from '#libs/access';
import { Answers } from '#libs/http';
import { giveCookie } from '../browser-cookies.query.js';
import { newNonceSecret, NONCE, nonceOf } from '../nonce.query.js';

interface Offered {
  nonce: string;
  /** Seconds. */
  expiresIn: number;
}

@ApiTags('sessions')
@Controller('v1/sessions/oidc/nonce')
export class OfferNonceController {
  @Post()
  @Open()
  @ApiOperation({ summary: 'A nonce for this browser: ask the provider for an id token that carries it' })
  @Answers(z.strictObject({ nonce: z.string(), expiresIn: z.int().positive() }), { status: 201 })
  offer(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Offered {
    const secret = newNonceSecret();
    giveCookie(NONCE, request, reply, secret);
    return { nonce: nonceOf(secret)!, expiresIn: NONCE.seconds };
  }
}
