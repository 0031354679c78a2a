import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import autocannon from 'autocannon';
import { serve } from './command-http.mjs';
import { interleaved, rowsAgainst } from './measure.mjs';
import { databasePrefix } from './postgres.mjs';

const CONNECTIONS = 32;
const SECONDS = 3;
/** Clients a second for each core. */
const FLOOR = 200;

/** Another person each time: her name, phone, number and address are sealed, and claimed by blind index. */
const somebody = () => {
  const id = randomUUID();
  const phone = `13${BigInt(`0x${id.replaceAll('-', '')}`) % 1_000_000_000n}`.padEnd(11, '0');
  return JSON.stringify({
    ...{ storeId: 'sh-01', name: `王芳 ${id.slice(0, 4)}`, memberNumber: id },
    ...{ phone, email: `${id}@example.cn` },
  });
};

/**
 * Clients registered per second and core over HTTP, each sealed and durable. The database, the load and whatever else the
 * machine does share those cores, so this is less than what one core could do.
 */
export const registerHttp = async (server) => {
  const ours = await serve('./serve-clients.mjs', { DATABASE_URL: databasePrefix(server) });
  try {
    const figures = await interleaved({ liren: () => load(ours), 'the least wanted': () => FLOOR });
    return rowsAgainst('register-http', 'clients/s per core', figures, 'liren');
  } finally {
    await ours.stop();
  }
};

const load = async ({ url, token }) => {
  const result = await autocannon({
    url: `${url}/v1/clients`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        setupRequest: (request) => ({ ...request, body: somebody() }),
      },
    ],
  });
  const refused = result.non2xx - (result.statusCodeStats?.['409']?.count ?? 0); // two of one phone
  if (refused > 0 || result.errors > 0)
    throw new Error(`${url}: ${refused} refused, ${result.errors} failed.`);
  return result['2xx'] / result.duration / availableParallelism();
};
