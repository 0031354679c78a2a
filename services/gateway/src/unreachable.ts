import type { FastifyHttpProxyOptions } from '@fastify/http-proxy';

type Reply = Parameters<NonNullable<NonNullable<FastifyHttpProxyOptions['replyOptions']>['onError']>>[0];

/** What a caller is told when a service is away; everything else goes on. */
export const unreachable =
  (service: string) =>
  (reply: Reply): void => {
    void reply
      .status(503)
      .header('content-type', 'application/problem+json')
      .send({
        type: 'urn:liren:problem:service-away',
        title: 'Not available now',
        status: 503,
        code: 'service-away',
        detail: `The service ${service} does not answer. Try again in a moment.`,
      });
  };
