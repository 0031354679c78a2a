import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The service `stores` as it is asked whose a store is. */
export interface AskedStores {
  readonly url: string;
  /** By store; one that is not among them was never opened. */
  readonly entities: Map<string, string>;
  /** Answers nothing but that something went wrong. */
  isBroken: boolean;
  /** How often it was asked. */
  asked: number;
  stop(): void;
}

export const askedStores = async (): Promise<AskedStores> => {
  const server = createServer(({ url, headers }, response) => {
    stores.asked += 1;
    const isAsked = headers.authorization?.startsWith('Bearer ') === true && !stores.isBroken;
    const legalEntity = stores.entities.get(/^\/v1\/stores\/([\w-]+)$/.exec(url!)?.[1] ?? '');
    const status = isAsked ? (legalEntity === undefined ? 404 : 200) : 503;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ legalEntity }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const stores: AskedStores = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    entities: new Map(),
    ...{ isBroken: false, asked: 0 },
    stop: () => server.close(),
  };
  return stores;
};
