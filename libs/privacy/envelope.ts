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
const FORMAT = 1;
const IV_BYTES = 12;

export const seal = (fields: object, place: Place, key: Key): Envelope =>
  encrypt(JSON.stringify(fields), nameOf(place), key);

/** The fields again; `erased` without a key. Throws when the envelope was changed, or sealed for another place or key. */
export const open = <Fields>(envelope: Envelope, place: Place, key: Key | undefined): Fields | 'erased' =>
  key === undefined ? 'erased' : (JSON.parse(decrypt(envelope, nameOf(place), key)) as Fields);

/** Bytes, sealed likewise: format and version of the key in a byte each, initialisation vector, ciphertext with its tag. */
export const sealBytes = (bytes: Uint8Array, place: Place, key: Key): Buffer =>
  Buffer.concat([Buffer.of(FORMAT, key.version), encryptBytes(bytes, nameOf(place), key)]);

/** The bytes again; `erased` without a key. Throws as `open` does. */
export const openBytes = (sealed: Buffer, place: Place, key: Key | undefined): Buffer | 'erased' =>
  key === undefined ? 'erased' : decryptBytes(sealed.subarray(2), nameOf(place), key);

export const encrypt = (text: string, associated: string, key: Key): Envelope => {
  const sealed = encryptBytes(Buffer.from(text), associated, key);
  const [iv, ct] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES)];
  return { v: FORMAT, k: key.version, iv: iv.toString('base64'), ct: ct.toString('base64') };
};

export const decrypt = ({ iv, ct }: Envelope, associated: string, key: Key): string =>
  decryptBytes(
    Buffer.concat([Buffer.from(iv, 'base64'), Buffer.from(ct, 'base64')]),
    associated,
    key,
  ).toString();

/** Initialisation vector, ciphertext, tag. */
const encryptBytes = (plain: Uint8Array, associated: string, { bytes }: Key): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, bytes, iv, TAG).setAAD(Buffer.from(associated));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decryptBytes = (sealed: Buffer, associated: string, { bytes }: Key): Buffer => {
  const cipher = createDecipheriv(CIPHER, bytes, sealed.subarray(0, IV_BYTES), TAG)
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(-TAG.authTagLength));
  return Buffer.concat([cipher.update(sealed.subarray(IV_BYTES, -TAG.authTagLength)), cipher.final()]);
};

const nameOf = ({ stream, type, field }: Place): string => `${stream}|${type}|${field}`;
