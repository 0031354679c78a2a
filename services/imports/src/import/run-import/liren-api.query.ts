import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '#libs/service';

/** The platform did not answer for so long that the import had better stop; it can be started again. */
export class PlatformAway extends Error {
  override readonly name = 'PlatformAway';
  readonly code = 'platform-away';
}

const TRIES = 60;
const PAUSE_MS = 500;

/** The platform's own HTTP interface, used as anybody would; everything sent is safe to send again. */
@Injectable()
export class LirenApi {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Resolves to the answer's status and body; waits while a service is away. */
  async post<Answer>(
    path: string,
    body: unknown,
    signal: AbortSignal,
  ): Promise<{ status: number; answer: Answer }> {
    for (let tries = 1; ; tries += 1) {
      const response = await this.send(path, body, signal);
      if (response !== undefined && response.status < 500) {
        return { status: response.status, answer: (await response.json()) as Answer };
      }
      if (tries === TRIES) throw new PlatformAway(`${path} did not answer. Start the import again to go on.`);
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }

  private async send(path: string, body: unknown, signal: AbortSignal): Promise<Response | undefined> {
    try {
      return await fetch(`${this.settings.lirenUrl}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      return undefined;
    }
  }
}
