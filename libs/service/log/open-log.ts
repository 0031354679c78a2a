import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { clientOptions, type Tls } from '#libs/http';
import { SentLines } from './sent-lines.js';

export interface LogSettings {
  readonly logLevel: string;
  /** Where lines go, too; nowhere else when left out. */
  readonly logsEndpoint?: string;
  readonly tls?: Tls;
}

export interface Log {
  readonly logger: Logger;
  /** To be called last: what is written afterwards is not sent. */
  close(): Promise<void>;
}

/** The log of a program: lines on standard output, or where `to` says, and the same at a collector, where settings name one. */
export const openLog = (
  service: string,
  { logLevel: level, logsEndpoint: endpoint, tls }: LogSettings,
  to: DestinationStream = destination(1),
): Log => {
  const options = { level, name: service };
  if (endpoint === undefined) return { logger: pino(options, to), close: async () => undefined };
  const sent = new SentLines({
    ...{ service, endpoint, tls: clientOptions(tls) },
    onTrouble: (what, message) => logger.warn(what, message),
  });
  const write = (line: string): void => {
    to.write(line);
    sent.take(line);
  };
  const logger = pino(options, { write });
  return { logger, close: () => sent.close() };
};
