import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER, Loop } from '#libs/service';
import { SealedPictures } from '../sealed-pictures.process.js';

const IDLE_MS = 5_000;

/** Bytes of pictures that a crash left in doubt are settled: kept where the log names them, else deleted. */
@Injectable()
export class SweepPicturesProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(sealed: SealedPictures, @Inject(LOGGER) logger: Logger) {
    this.loop = new Loop('sweeping pictures', () => sealed.sweep(), {
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
