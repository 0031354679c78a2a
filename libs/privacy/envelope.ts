import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What is encrypted: format, version of the key, and in base64 the initialisation vector and ciphertext with its tag. */
export interface Envelope {
  readonly v: 1;
  readonly k: number;
  readonly iv: string;
  readonly ct: string;
}

/** A key of AES-256. */
export interface Key {
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** Where sealed fields belong (`type` is the event's); an envelope moved anywhere else does not open. */
export type Place = Readonly<Record<'stream' | 'type' | 'field', string>>;

const CIPHER = 'aes-256-gcm';
const TAG = { authTagLength: 16 };

export const seal = (fields: object, place: Place, key: Key): Envelope =>
  encrypt(JSON.stringify(fields), nameOf(place), key);

/** The fields again; `erased` without a key. Throws when the envelope was changed, or sealed for another place or key. */
export const open = <Fields>(envelope: Envelope, place: Place, key: Key | undefined): Fields | 'erased' =>
  key === undefined ? 'erased' : (JSON.parse(decrypt(envelope, nameOf(place), key)) as Fields);

export const encrypt = (text: string, associated: string, { version, bytes }: Key): Envelope => {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, bytes, iv, TAG).setAAD(Buffer.from(associated));
  const ct = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return { v: 1, k: version, iv: iv.toString('base64'), ct: ct.toString('base64') };
};

export const decrypt = ({ iv, ct }: Envelope, associated: string, { bytes }: Key): string => {
  const sealed = Buffer.from(ct, 'base64');
  const cipher = createDecipheriv(CIPHER, bytes, Buffer.from(iv, 'base64'), TAG)
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(-TAG.authTagLength));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG.authTagLength)), cipher.final()]).toString();
};

const nameOf = ({ stream, type, field }: Place): string => `${stream}|${type}|${field}`;
