import { Inject, Injectable } from '@nestjs/common';
import { ServiceTokens, type Principal } from '#libs/access';
import { connectorOf, fetchOver } from '#libs/http';
import type { Settings } from './settings.js';
import { SETTINGS } from './tokens.js';

export interface PeerRequest extends Omit<RequestInit, 'headers'> {
  /** How long an answer may take; as long as it takes when left out. */
  readonly patienceMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** In whose name, when not in the service's own. */
  readonly behalf?: Pick<Principal, 'subject' | 'stores'>;
}

/** Asks other parts of Liren, as this one; over TLS where settings say by which authorities they are believed. */
@Injectable()
export class Peers {
  private readonly fetch: typeof fetch;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly tokens: ServiceTokens,
  ) {
    this.fetch = fetchOver(connectorOf(settings.tls));
  }

  /** Asks the service `stores` itself. */
  askStores(path: string, request: PeerRequest = {}): Promise<Response> {
    return this.ask(`${this.settings.storesUrl}${path}`, request);
  }

  /** Asks the platform's own HTTP interface, as anybody would. */
  askLiren(path: string, request: PeerRequest = {}): Promise<Response> {
    return this.ask(`${this.settings.lirenUrl}${path}`, request);
  }

  private async ask(url: string, { patienceMs, headers, behalf, ...init }: PeerRequest): Promise<Response> {
    const signal = patienceMs === undefined ? init.signal : AbortSignal.timeout(patienceMs);
    const authorization = `Bearer ${await this.tokens.token(behalf)}`;
    return this.fetch(url, { ...init, signal, headers: { ...headers, authorization } });
  }
}
