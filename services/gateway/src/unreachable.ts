import { isTooLarge, refuseTooLarge } from './body-limit.js';
import type { OnError, Reply } from './reply.js';

/** What a caller is told when a request could not be passed on; everything else goes on. */
export const unreachable =
  (service: string): OnError =>
  (reply, { error }) => {
    if (isTooLarge(error.cause)) refuseTooLarge(reply, error.cause);
    else serviceAway(reply, service);
  };

export const serviceAway = (reply: Reply, service: string): void => {
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
