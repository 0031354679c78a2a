import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.js';
import { javaEnvironment, javaOptions } from './kafka-process.js';
import { freePort } from './ports.js';
import { serverProperties } from './server-properties.js';

const run = promisify(execFile);

/** Writes the settings anew, since ports may change between two starts, and formats the data the first time. */
export const prepareStorage = async (
  java: string,
  jars: string,
  folder: string,
  { port, properties }: { port: number; properties: Readonly<Record<string, string>> },
): Promise<void> => {
  const controllerPort = await freePort(port < 32_767 ? port + 1 : 20_000);
  writeFileSync(join(folder, 'server.properties'), serverProperties(port, controllerPort, properties));
  // Kafka writes this file last, so a format that was interrupted is done again
  if (existsSync(join(folder, 'data', 'meta.properties'))) return;
  const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', newClusterId()];
  try {
    await run(java, [...javaOptions(jars), ...format, '-c', 'server.properties'], {
      cwd: folder,
      env: javaEnvironment(),
    });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    const log = join(folder, 'kafka.log');
    appendFileSync(log, stderr);
    throw new StartFailure(`Kafka cannot keep its data in ${folder}: ${log} says why.`, { cause: error });
  }
};

/** 16 bytes in base64url as Kafka wants them; beginning with a name, it never begins with the `-` Kafka refuses. */
const newClusterId = (): string =>
  Buffer.concat([Buffer.from('liren'), randomBytes(11)]).toString('base64url');
