export { open, seal, type Envelope, type Key, type Place } from './envelope.js';
export { keyEncryptionKey } from './key-encryption-key.js';
export { keyOf } from './key-file.js';
export { Vault } from './vault.js';
