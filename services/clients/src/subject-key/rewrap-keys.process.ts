import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Vault } from '#libs/privacy';
import { Running } from '#libs/service';

const IDLE_MS = 5_000;

/** While a rotation of the key-encryption key is under way, keys are wrapped anew beside everything else. */
@Injectable()
export class RewrapKeysProcess implements OnApplicationBootstrap {
  constructor(
    private readonly vault: Vault,
    private readonly running: Running,
  ) {}

  onApplicationBootstrap(): void {
    this.running.begin('wrapping keys anew', () => this.vault.rewrap(), IDLE_MS);
  }
}
