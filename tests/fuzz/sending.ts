import type { Answer } from './judge.js';
import type { KnownIds } from './known-ids.js';
import type { Draft } from './requests.js';

/** Somebody who asks. */
export interface Actor {
  readonly role: string;
  /** What belongs to her store, and what to another. */
  readonly own: KnownIds;
  readonly others: KnownIds;
  /** Stores whose things she may see. */
  readonly stores: readonly string[] | 'every';
  token: string;
  /** Signs in anew, with another account: she may have ended her own. */
  readonly renew: () => Promise<string>;
}

export interface Sent {
  readonly path: string;
  /** The path's parameters. */
  readonly about: readonly unknown[];
  /** With the ids that were sent. */
  readonly body: unknown;
  readonly answer: Answer;
}

const PATIENCE_MS = 60_000;
/** An address beyond Node's headers is refused before a body is read, and who still sends one may miss the answer. */
const LONGEST_QUERY = 12_000;

/** Sends it, once more where she is signed in no longer. */
export const send = async (url: string, draft: Draft, actor: Actor): Promise<Sent> => {
  const sent = await sendOnce(url, draft, actor);
  if (sent.answer.status !== 401 || 'authorization' in draft.headers) return sent;
  actor.token = await actor.renew();
  return sendOnce(url, draft, actor);
};

const sendOnce = async (url: string, draft: Draft, actor: Actor): Promise<Sent> => {
  const { operation, query, headers, body, sender } = draft;
  const ids = sender.about === 'others' ? actor.others : actor.own;
  const about = ids.filled(draft.path) as Record<string, unknown>;
  const path = filledPath(operation.path, about);
  const search = new URLSearchParams(
    query.map(([name, value]): [string, string] => [printable(name), printable(ids.filled(value))]),
  );
  const sent = ids.filled(body);
  const [payload, type] = payloadOf(sent);
  const answer = await answerTo(`${url}${path}?${search.toString().slice(0, LONGEST_QUERY)}`, {
    method: operation.method,
    headers: { authorization: `Bearer ${actor.token}`, ...type, ...headers },
    body: operation.method === 'GET' ? null : payload,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { path, about: Object.values(about), body: sent, answer };
};

const answerTo = async (url: string, request: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(url, request);
    const type = (response.headers.get('content-type') ?? 'nothing').split(';')[0]!;
    return { status: response.status, type, text: await response.text() };
  } catch (error) {
    const { cause = '' } = error as Error;
    return { status: 599, type: 'nothing', text: `${String(error)} ${String(cause)}` }; // hung up, or no answer in time
  }
};

const filledPath = (path: string, values: Readonly<Record<string, unknown>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(printable(values[name]));
    return value === '' || /^\.+$/.test(value) ? '%20' : value; // else it would be another address
  });

const payloadOf = (body: unknown): [FormData | Blob | Uint8Array | string | null, Record<string, string>] => {
  if (body === undefined) return [null, {}];
  if (body instanceof FormData) return [body, {}];
  if (body instanceof Blob) return [body, { 'content-type': body.type }];
  const json = { 'content-type': 'application/json' };
  return [Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body), json];
};

const printable = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 3_000);
