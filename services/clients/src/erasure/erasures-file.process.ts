import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vault } from '#libs/privacy';

export const ERASURES = Symbol('erasures');

const FILE = 'erasures';

/**
 * Who was erased, by id alone, in a file beside the key-encryption key and not in the database: a backup of the database
 * that is restored knows nothing of what was erased since.
 */
export class ErasuresFile {
  private readonly path: string;
  private readonly known: Set<string>;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.path = join(folder, FILE);
    this.known = new Set(existsSync(this.path) ? readFileSync(this.path, 'utf8').match(ID) : []);
  }

  /** Durable when it returns. It begins with a line of its own: the one before may have been cut off by a crash. */
  add(clientId: string): void {
    if (this.known.has(clientId)) return;
    appendFileSync(this.path, `\n${clientId}\n`, { mode: 0o600, flush: true });
    this.known.add(clientId);
  }

  all(): readonly string[] {
    return [...this.known];
  }

  /** Before anybody is answered; also of those whom the database does not know, who may be told of again. */
  async replay(vault: Vault): Promise<void> {
    for (const clientId of await vault.undestroyed(this.all())) await vault.destroy(clientId);
  }
}

/** Half a line, left by a crash, is none. */
const ID = /^[0-9a-f-]{36}$/gm;
