export {
  decrypt,
  encrypt,
  FORMATS,
  MOST_VERSIONS,
  open,
  openBytes,
  seal,
  sealBytes,
  type Cipher,
  type Envelope,
  type Key,
  type Keys,
  type Place,
} from './envelope.js';
export { keyEncryptionKey, keyRing, type GivenKeys } from './key-encryption-key.js';
export { keyOf } from './key-file.js';
export { localWrapping, type KeyRing, type KeyWrapping, type Wrapped } from './key-wrapping.js';
export { withNewestKeys } from './newest-keys.js';
export { pseudonyms } from './pseudonyms.js';
export { erased, PURPOSES, Vault } from './vault.js';
