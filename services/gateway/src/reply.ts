import type { FastifyHttpProxyOptions } from '@fastify/http-proxy';

export type OnError = NonNullable<NonNullable<FastifyHttpProxyOptions['replyOptions']>['onError']>;

/** What an answer is sent with, whoever gives it: we, or the proxy. */
export type Reply = Pick<Parameters<OnError>[0], 'status'>;
