export {
  decrypt,
  encrypt,
  open,
  openBytes,
  seal,
  sealBytes,
  type Envelope,
  type Key,
  type Place,
} from './envelope.js';
export { keyEncryptionKey, keyRing, type GivenKeys } from './key-encryption-key.js';
export { keyOf } from './key-file.js';
export { localWrapping, type KeyRing, type KeyWrapping, type Wrapped } from './key-wrapping.js';
export { erased, PURPOSES, Vault } from './vault.js';
