import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Running } from '#libs/service';
import { SealedPictures } from '../sealed-pictures.process.js';

const IDLE_MS = 5_000;

/** Bytes of pictures that a crash left in doubt are settled: kept where the log names them, else deleted. */
@Injectable()
export class SweepPicturesProcess implements OnApplicationBootstrap {
  constructor(
    private readonly sealed: SealedPictures,
    private readonly running: Running,
  ) {}

  onApplicationBootstrap(): void {
    this.running.begin('sweeping pictures', () => this.sealed.sweep(), IDLE_MS);
  }
}
