import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createSecureContext, Server as TlsServer } from 'node:tls';
import { Agent, fetch as fetchBy } from 'undici';

/** Who we are, and whom we believe, over TLS. Files in PEM, so that what is renewed is read anew. */
export interface Tls {
  /** Our certificate, with those between it and its authority. */
  readonly certFile: string;
  readonly keyFile: string;
  /** The authorities, and no others, whose certificates show other parts of Liren. Without it only callers come over TLS. */
  readonly caFile?: string;
}

type Env = Readonly<Partial<Record<'LIREN_TLS_CERT' | 'LIREN_TLS_KEY' | 'LIREN_TLS_CA', string>>>;

const CERT = 'LIREN_TLS_CERT';
const KEY = 'LIREN_TLS_KEY';
const CA = 'LIREN_TLS_CA';

/** TLS as settings say it; undefined when they say nothing. Throws, with its name, for a file that cannot be used. */
export const readTls = (env: Env): Tls | undefined => {
  const { [CERT]: certFile, [KEY]: keyFile, [CA]: caFile } = env;
  if (!certFile && !keyFile && !caFile) return undefined;
  if (!certFile || !keyFile)
    throw new Error(`${CERT} and ${KEY} go together, and ${CA} is nothing without them.`);
  const tls = { certFile, keyFile, ...(caFile ? { caFile } : {}) };
  readable(CERT, certFile);
  readable(KEY, keyFile);
  if (caFile) readable(CA, caFile);
  try {
    createSecureContext(ownCertificate(tls));
  } catch (cause) {
    throw new Error(`${CERT} and ${KEY} are no certificate with its key: ${(cause as Error).message}`, {
      cause,
    });
  }
  return tls;
};

const readable = (setting: string, file: string): void => {
  try {
    if (readFileSync(file, 'utf8').includes('-----BEGIN ')) return;
  } catch (cause) {
    throw new Error(`${setting}: ${(cause as Error).message}`, { cause });
  }
  throw new Error(`${setting}: ${file} holds nothing in PEM (-----BEGIN …).`);
};

const ownCertificate = ({ certFile, keyFile }: Tls): { cert: string; key: string } => ({
  cert: readFileSync(certFile, 'utf8'),
  key: readFileSync(keyFile, 'utf8'),
});

/** Nobody speaks an older one with us; ciphers are Node's own choice, its strongest first. */
const minVersion = 'TLSv1.2';

/** What a server is made with: `https` of Fastify's options, or nothing when it speaks plain HTTP. */
export const served = (tls: Tls | undefined): { https?: object } =>
  tls === undefined ? {} : { https: { ...ownCertificate(tls), minVersion, honorCipherOrder: true } };

const RENEWED_MS = 60_000;

/** Certificates are renewed while a server serves: looks once in a while, until the server is closed. */
export const renewCertificate = (
  server: Server,
  tls: Tls | undefined,
  onError: (error: unknown) => void,
  everyMs = RENEWED_MS,
): void => {
  if (tls === undefined || !(server instanceof TlsServer)) return;
  let known = JSON.stringify(ownCertificate(tls));
  const look = setInterval(() => {
    try {
      const own = ownCertificate(tls);
      if (JSON.stringify(own) === known) return;
      (server as TlsServer).setSecureContext({ ...own, minVersion, honorCipherOrder: true });
      known = JSON.stringify(own);
    } catch (error) {
      onError(error); // half of it is written, say: the one before goes on
    }
  }, everyMs).unref();
  server.once('close', () => clearInterval(look));
};

/** What a client of Kafka connects with: shows our certificate, which Kafka may know us by. Read at each connection. */
export const clientOptions = (
  tls: Tls | undefined,
): { readonly ca: string; readonly cert: string; readonly key: string } | undefined => {
  const { caFile } = tls ?? {};
  if (tls === undefined || caFile === undefined) return undefined;
  return {
    get ca() {
      return readFileSync(caFile, 'utf8');
    },
    get cert() {
      return ownCertificate(tls).cert;
    },
    get key() {
      return ownCertificate(tls).key;
    },
  };
};

/** What connects to other parts of Liren, and trusts the given authorities alone; undefined where they speak plain HTTP. */
export const connectorOf = (tls: Tls | undefined): Agent | undefined =>
  tls?.caFile === undefined
    ? undefined
    : new Agent({ connect: { ca: readFileSync(tls.caFile, 'utf8'), minVersion } });

/** `fetch` by such a connector. Parts of Liren send nobody elsewhere. */
export const fetchOver = (connector: Agent | undefined): typeof fetch =>
  connector === undefined
    ? (input, init) => fetch(input, { redirect: 'error', ...init })
    : (((input: string, init?: object) =>
        fetchBy(input, { redirect: 'error', ...init, dispatcher: connector })) as unknown as typeof fetch);

/** Over TLS nothing goes any other way. Throws for an address that would. */
export const refusePlain = (
  tls: Tls | undefined,
  addresses: Readonly<Record<string, string | undefined>>,
): void => {
  if (tls?.caFile === undefined) return;
  for (const [setting, url] of Object.entries(addresses))
    if (url !== undefined && !url.startsWith('https://'))
      throw new Error(`${setting} must begin with https:// where ${CA} is given.`);
};
