import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/access';
import { Peers } from '#libs/service';

/** The platform did not answer for so long that the import had better stop; it can be started again. */
export class PlatformAway extends Error {
  override readonly name = 'PlatformAway';
  readonly code = 'platform-away';
}

const TRIES = 60;
const PAUSE_MS = 500;

/** Whether something in it is no refusal but a failure of the platform, which passes. */
const failedInPart = (answer: unknown): boolean =>
  ((answer as { outcomes?: { problem: { status: number } | null }[] }).outcomes ?? []).some(
    ({ problem }) => problem !== null && problem.status >= 500,
  );

/** Somebody for whom something is sent. */
export type Behalf = Pick<Principal, 'subject' | 'stores'>;
interface Answered<Answer> {
  readonly status: number;
  readonly answer: Answer;
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** The platform's own HTTP interface, used as anybody would; everything sent is safe to send again. */
@Injectable()
export class LirenApi {
  private behalf: Behalf | undefined;

  constructor(private readonly peers: Peers) {}

  /** The same in somebody's name. */
  for(behalf: Behalf | undefined): LirenApi {
    const api = new LirenApi(this.peers);
    api.behalf = behalf;
    return api;
  }

  /** Resolves to the answer's status and body; asks again while a service is away or fails. */
  post<Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answered<Answer>> {
    return this.ask(path, { method: 'POST', body: JSON.stringify(body), signal });
  }

  get<Answer>(path: string, signal: AbortSignal): Promise<Answered<Answer>> {
    return this.ask(path, { method: 'GET', signal });
  }

  private async ask<Answer>(path: string, request: Request): Promise<Answered<Answer>> {
    for (let tries = 1; ; tries += 1) {
      const answered = await this.send<Answer>(path, request);
      if (answered !== undefined && answered.status < 500 && !failedInPart(answered.answer)) return answered;
      if (tries === TRIES) throw new PlatformAway(`${path} did not answer. Start the import again to go on.`);
      await sleep(PAUSE_MS, undefined, { signal: request.signal });
    }
  }

  private async send<Answer>(path: string, request: Request): Promise<Answered<Answer> | undefined> {
    try {
      const response = await this.peers.askLiren(path, {
        ...request,
        headers: request.body === undefined ? {} : { 'content-type': 'application/json' },
        behalf: this.behalf,
      });
      return { status: response.status, answer: (await response.json()) as Answer };
    } catch (error) {
      if (request.signal.aborted) throw error;
      return undefined; // it is away, or went away while it answered
    }
  }
}
