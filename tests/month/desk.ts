import { randomUUID } from 'node:crypto';
import type { Power } from './power.js';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** People of the stores, who ask over HTTP, and ask again when the platform was cut off in the middle of it. */
export interface Desk {
  /** Rejects unless it is answered with this status. Asked again, it is the same request, by its key. */
  post(path: string, body: object, status?: number): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** Requests that were cut off and asked again. */
  cutOff(): number;
}

export const deskAt = (power: Power): Desk => {
  let cutOff = 0;
  const ask = async (path: string, request: RequestInit): Promise<Answer> => {
    for (;;) {
      const platform = await power.platform();
      try {
        const answer = await platform.fetch(`/v1/${path}`, request);
        return { status: answer.status, body: (await answer.json()) as Answer['body'] };
      } catch (cause) {
        if (platform === (await power.platform())) throw new Error(`${path} was not answered.`, { cause });
        cutOff += 1;
      }
    }
  };
  const expected = (answer: Answer, path: string, status: number): Answer => {
    if (answer.status === status) return answer;
    throw new Error(`${path}: ${answer.status}, not ${status}: ${JSON.stringify(answer.body)}`);
  };
  return {
    post: async (path, body, status = 201) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      return expected(await ask(path, { method: 'POST', headers, body: JSON.stringify(body) }), path, status);
    },
    get: async (path) => expected(await ask(path, {}), path, 200),
    cutOff: () => cutOff,
  };
};
