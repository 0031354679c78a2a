import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ToldSoFar } from '#libs/service';

/** Other services as they are asked how far they have come. */
export interface Others {
  readonly url: string;
  /** By name, what they answer instead of having told everything; null for one that is away. */
  readonly answers: Map<string, ToldSoFar | null>;
  stop(): void;
}

export const others = async (): Promise<Others> => {
  const answers: Others['answers'] = new Map();
  const server = createServer(({ url, headers }, response) => {
    const service = /^\/v1\/operations\/([a-z-]+)\/told-so-far$/.exec(url!)?.[1];
    const isAsked = service !== undefined && headers.authorization?.startsWith('Bearer ') === true;
    const answer = isAsked ? (answers.get(service) ?? { recorded: 7, told: 7 }) : null;
    const status = answer === null || answers.get(service!) === null ? 503 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, answers, stop: () => server.close() };
};
