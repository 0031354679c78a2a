import { chownSync, copyFileSync, readFileSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../deploy/postgres/embedded-postgres.js';
import type { Certified } from '../../libs/testing/certificates.js';

export interface PostgresOverTls {
  /** With `sslmode=verify-full` and whom it is believed by. */
  readonly url: string;
  /** How connections of services come in. */
  connections(): Promise<{ version: string | null; connections: number }[]>;
  stop(): Promise<void>;
}

/** A PostgreSQL that takes nobody without TLS; lines of `pg_hba.conf` say by what. */
export const startPostgresOverTls = async (
  folder: string,
  tls: Certified,
  lines = ['hostssl all all all scram-sha-256'],
): Promise<PostgresOverTls> => {
  const server = await startEmbeddedPostgres(folder);
  const data = join(folder, 'data');
  const { uid, gid } = statSync(data);
  const own = (name: string, from: string): string => {
    const file = join(data, name);
    copyFileSync(from, file);
    chmodSync(file, 0o600);
    chownSync(file, uid, gid);
    return file;
  };
  const settings = {
    ssl_cert_file: own('server.crt', tls.certFile),
    ssl_key_file: own('server.key', tls.keyFile),
    ssl_ca_file: own('ca.pem', tls.caFile),
    ssl: 'on',
  };
  writeFileSync(join(data, 'pg_hba.conf'), lines.map((line) => `${line}\n`).join(''));
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  for (const [name, value] of Object.entries(settings))
    await client.query(`alter system set ${name} = '${value}'`);
  await client.query('select pg_reload_conf()');
  await client.end();
  const url = new URL(server.url);
  url.hostname = 'localhost'; // by which its certificate names it
  url.pathname = '/liren';
  url.search = new URLSearchParams({ sslmode: 'verify-full', sslrootcert: tls.caFile }).toString();
  return {
    url: url.href,
    connections: async () => {
      const asking = new pg.Client({ connectionString: url.href.replace('/liren?', '/postgres?') });
      await asking.connect();
      const { rows } = await asking.query<{ version: string | null; connections: number }>(
        `select version, count(*)::int as connections from pg_stat_ssl join pg_stat_activity using (pid)
         where backend_type = 'client backend' group by version`,
      );
      await asking.end();
      return rows;
    },
    stop: () => server.stop(),
  };
};

/** Settings by which Kafka speaks with services over TLS alone, and knows them by their certificates. */
export const kafkaOverTls = (
  folder: string,
  { ports: [plain, tlsPort, controller], tls }: { ports: readonly number[]; tls: Certified },
): Record<string, string> => {
  const keystore = join(folder, 'kafka.pem');
  writeFileSync(keystore, readFileSync(tls.keyFile, 'utf8') + readFileSync(tls.certFile, 'utf8'), {
    mode: 0o600,
  });
  return {
    listeners: `PLAINTEXT://127.0.0.1:${plain},SSL://127.0.0.1:${tlsPort},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${plain},SSL://localhost:${tlsPort}`,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': keystore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': tls.caFile,
    'ssl.client.auth': 'required',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
  };
};
