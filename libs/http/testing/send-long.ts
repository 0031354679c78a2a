import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';

/** Sends as much of a long body as is asked for, and gives the answer. */
export const sendLong = async (
  url: string,
  length: number,
  announced: boolean,
): Promise<{ status: number; body: { code: string } }> => {
  const headers = { 'content-type': 'application/json', ...(announced && { 'content-length': length }) };
  const sending = request(url, { method: 'POST', headers });
  sending.on('error', () => undefined); // the server may hang up before all is sent
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  const megabyte = Buffer.alloc(1024 * 1024, 'x');
  for (let sent = 0; sent < length; sent += megabyte.length) sending.write(megabyte);
  sending.end();
  const [answer] = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  sending.destroy();
  const body = JSON.parse(Buffer.concat(chunks).toString()) as { code: string };
  return { status: answer.statusCode!, body };
};
