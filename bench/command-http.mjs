import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { interleaved, rowsAgainst } from './measure.mjs';
import { databasePrefix } from './postgres.mjs';

const CONNECTIONS = 32;
const SECONDS = 3;

const body = JSON.stringify({
  storeId: 'sh-01',
  clientId: '01900000-0000-7000-8000-00000000000c',
  lines: [
    { itemId: 'facial-60', quantity: 1, paidMinor: 29_800, staffId: 'li' },
    { itemId: 'cream-50', quantity: 3, paidMinor: 19_999 },
  ],
  payments: [{ method: 'wechat', amountMinor: 49_799 }],
});

/** Visits recorded per second over HTTP, each durable, against a Nest route that only checks the same body. */
export const commandHttp = async (server) => {
  const ours = await serve('./serve-visits.mjs', { DATABASE_URL: databasePrefix(server) });
  const bare = await serve('./serve-bare.mjs', {});
  try {
    const figures = await interleaved({
      liren: () => load(ours),
      'bare nest and fastify': () => load(bare),
    });
    return rowsAgainst('command-http', 'commands/s', figures, 'liren');
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
};

/** A server in a process of its own; it prints its URL when it listens, and a token where it wants one. */
export const serve = (script, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', (printed) => {
      const [url, token = ''] = String(printed).trim().split(' ');
      resolve({ url, token, stop: () => stop(child) });
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}.`)));
  });

/** Resolves once it has ended: before its database does. */
const stop = (child) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });

const load = async ({ url, token }) => {
  const result = await autocannon({
    url: `${url}/v1/visits`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed.`);
  return result['2xx'] / result.duration;
};
