import { HttpException } from '@nestjs/common';

/** Somebody asks more often than anybody needs to; `Retry-After` says when it is taken again. */
export class TooManyRequests extends HttpException {
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message, 429);
  }
}
