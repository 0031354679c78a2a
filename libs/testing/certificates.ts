import { randomBytes, webcrypto } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** Files in PEM: of an authority of certificates, and of somebody whom it has given one. */
export interface Certified {
  readonly certFile: string;
  readonly keyFile: string;
  readonly caFile: string;
}

export interface Authority {
  readonly caFile: string;
  /** A new certificate for `localhost` and 127.0.0.1, in files by this name; those that are there are written anew. */
  certify(name: string): Promise<Certified>;
}

/** An authority that certifies what tests start. Its files are in `folder`. */
export const anAuthority = async (folder: string, name = 'ca'): Promise<Authority> => {
  mkdirSync(folder, { recursive: true });
  const keys = await newKeys();
  const caFile = join(folder, `${name}.pem`);
  const own = await X509CertificateGenerator.createSelfSigned({
    ...{ name: `CN=${name}`, keys, signingAlgorithm: ALGORITHM, ...valid() },
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  writeFileSync(caFile, `${own.toString('pem')}\n`);
  return {
    caFile,
    certify: async (whom) => {
      const { publicKey, privateKey } = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        ...{ subject: `CN=${whom}`, issuer: own.subject, publicKey, signingKey: keys.privateKey },
        ...{ signingAlgorithm: ALGORITHM, ...valid() },
        extensions: [
          new SubjectAlternativeNameExtension([
            { type: 'dns', value: 'localhost' },
            { type: 'ip', value: '127.0.0.1' },
          ]),
        ],
      });
      return write(folder, whom, { certificate, privateKey, caFile });
    },
  };
};

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

const valid = () => ({
  serialNumber: `01${randomBytes(15).toString('hex')}`,
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + DAY_MS),
});

const write = async (
  folder: string,
  whom: string,
  made: { certificate: X509Certificate; privateKey: webcrypto.CryptoKey; caFile: string },
): Promise<Certified> => {
  const { certificate, privateKey, caFile } = made;
  const certified = { certFile: join(folder, `${whom}.crt`), keyFile: join(folder, `${whom}.key`), caFile };
  const key = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  writeFileSync(certified.certFile, `${certificate.toString('pem')}\n`);
  writeFileSync(certified.keyFile, `${PemConverter.encode(key, 'PRIVATE KEY')}\n`, { mode: 0o600 });
  return certified;
};
