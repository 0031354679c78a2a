import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { Vault } from '#libs/privacy';
import { LOGGER, Loop } from '#libs/service';

const IDLE_MS = 5_000;

/** While a rotation of the key-encryption key is under way, keys are wrapped anew beside everything else. */
@Injectable()
export class RewrapKeysProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(vault: Vault, @Inject(LOGGER) logger: Logger) {
    this.loop = new Loop('wrapping keys anew', () => vault.rewrap(), {
      idleMs: IDLE_MS,
      onError: (error, what) => logger.warn({ err: error }, what),
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
