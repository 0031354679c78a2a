import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, type CipherGCMTypes } from 'node:crypto';
import { KEY_BYTES } from './key-file.js';
import { keyReplaced } from './newest-keys.js';

/** What is encrypted: format, version of the key, and in base64 the initialisation vector and ciphertext with its tag. */
export interface Envelope {
  readonly v: number;
  readonly k: number;
  readonly iv: string;
  readonly ct: string;
}

/** Ciphers by what an envelope calls its format. What lies in the log keeps its own: a line is added, none is changed. */
export const FORMATS = { 1: 'aes-256-gcm', 2: 'chacha20-poly1305' } as const;
export type Cipher = (typeof FORMATS)[keyof typeof FORMATS];

/** 32 bytes that one use has. */
export interface Key {
  readonly version: number;
  readonly bytes: Uint8Array;
  /** What it seals with; the first of all formats where it does not say. It opens whatever was sealed with it, in any. */
  readonly cipher?: Cipher;
}

/** Versions of one key, the newest first: that one seals, each opens what was sealed with it. */
export type Keys = readonly [Key, ...Key[]];

/** Where sealed fields belong (`type` is the event's); an envelope moved anywhere else does not open. */
export type Place = Readonly<Record<'stream' | 'type' | 'field', string>>;

/** What sealed bytes have a byte for. */
export const MOST_VERSIONS = 255;

const TAG = { authTagLength: 16 };
const IV_BYTES = 12;

export const seal = (fields: object, place: Place, [newest]: Keys): Envelope =>
  encrypt(JSON.stringify(fields), nameOf(place), newest);

/**
 * The fields again; `erased` without a key. Throws when the envelope was changed, was sealed for another place or key, or in a
 * format that nobody knows here. Refuses with `key-replaced` what a later version sealed than these.
 */
export const open = <Fields>(envelope: Envelope, place: Place, keys: Keys | undefined): Fields | 'erased' =>
  keys === undefined
    ? 'erased'
    : (JSON.parse(decrypt(envelope, nameOf(place), versionOf(keys, envelope.k))) as Fields);

/** Bytes, sealed likewise: format and version of the key in a byte each, initialisation vector, ciphertext with its tag. */
export const sealBytes = (bytes: Uint8Array, place: Place, [newest]: Keys): Buffer =>
  Buffer.concat([
    Buffer.of(formatOf(newest), newest.version),
    encryptBytes(bytes, nameOf(place), newest, formatOf(newest)),
  ]);

/** The bytes again; `erased` without a key. Throws and refuses as `open` does. */
export const openBytes = (sealed: Buffer, place: Place, keys: Keys | undefined): Buffer | 'erased' =>
  keys === undefined
    ? 'erased'
    : decryptBytes(sealed.subarray(2), nameOf(place), versionOf(keys, sealed[1]), sealed[0]);

export const encrypt = (text: string, associated: string, key: Key): Envelope => {
  const v = formatOf(key);
  const sealed = encryptBytes(Buffer.from(text), associated, key, v);
  const [iv, ct] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES)];
  return { v, k: key.version, iv: iv.toString('base64'), ct: ct.toString('base64') };
};

export const decrypt = ({ v, iv, ct }: Envelope, associated: string, key: Key): string =>
  decryptBytes(
    Buffer.concat([Buffer.from(iv, 'base64'), Buffer.from(ct, 'base64')]),
    associated,
    key,
    v,
  ).toString();

/** Initialisation vector, ciphertext, tag. */
const encryptBytes = (plain: Uint8Array, associated: string, { bytes }: Key, format: number): Buffer => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(cipherOf(format), keyIn(format, bytes), iv, TAG).setAAD(
    Buffer.from(associated),
  );
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decryptBytes = (sealed: Buffer, associated: string, { bytes }: Key, format?: number): Buffer => {
  const iv = sealed.subarray(0, IV_BYTES);
  const cipher = createDecipheriv(cipherOf(format), keyIn(format!, bytes), iv, TAG)
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(-TAG.authTagLength));
  return Buffer.concat([cipher.update(sealed.subarray(IV_BYTES, -TAG.authTagLength)), cipher.final()]);
};

const formatOf = ({ cipher = FORMATS[1] }: Key): number =>
  Number(Object.entries(FORMATS).find(([, one]) => one === cipher)![0]);

const cipherOf = (format: number | undefined): CipherGCMTypes => {
  const cipher = (FORMATS as Readonly<Record<number, Cipher>>)[format ?? 0];
  if (cipher !== undefined) return cipher as CipherGCMTypes; // to Node’s types, all that authenticate are alike
  const known = Object.keys(FORMATS).join(', ');
  throw new Error(
    `This was sealed in format ${format}, of which this version of Liren knows nothing (it knows ${known}): start one that does.`,
  );
};

/** No two ciphers share a key. The first has it as it is: what it sealed lies in logs. */
const keyIn = (format: number, bytes: Uint8Array): Uint8Array =>
  format === 1 ? bytes : new Uint8Array(hkdfSync('sha256', bytes, '', `format ${format}`, KEY_BYTES));

const versionOf = (keys: Keys, version: number | undefined): Key => {
  const key = keys.find((one) => one.version === version);
  if (key !== undefined) return key;
  throw keyReplaced(version);
};

const nameOf = ({ stream, type, field }: Place): string => `${stream}|${type}|${field}`;
