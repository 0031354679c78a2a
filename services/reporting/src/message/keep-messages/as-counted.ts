import type { Message } from '#libs/contracts';

/** The id that a client is counted by, which is none of hers anywhere else. */
export type CountedAs = (clientId: string) => string;

/** Fields of contracts that hold a client's id, however deep in a message. */
export const CLIENT_IDS: ReadonlySet<string> = new Set([
  'clientId',
  'introducedId',
  'introducerId',
  'mergedId',
  'survivorId',
]);

/** What is kept of a message: its data as JSON, and the stream it is of; each client in them by the id that she is counted by. */
export const asCounted = (
  { subject, data }: Pick<Message, 'subject' | 'data'>,
  countedAs: CountedAs,
): { subject: string; data: string } => {
  const clients = new Map<string, string>();
  const kept = JSON.stringify(data, (field, value: unknown) => {
    if (!CLIENT_IDS.has(field) || typeof value !== 'string') return value;
    const counted = clients.get(value) ?? countedAs(value);
    clients.set(value, counted);
    return counted;
  });
  return { subject: renamed(subject, clients), data: kept };
};

const renamed = (stream: string, clients: ReadonlyMap<string, string>): string =>
  [...clients].reduce((name, [clientId, counted]) => name.replaceAll(clientId, counted), stream);
