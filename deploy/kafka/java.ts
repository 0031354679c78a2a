import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.js';

const OLDEST_JAVA = 17;
const run = promisify(execFile);

/** The Java to run, from `JAVA_HOME` or else the path; StartFailure where it is missing or older than 17. */
export const findJava = async (environment: NodeJS.ProcessEnv = process.env): Promise<string> => {
  const home = environment.JAVA_HOME;
  const java = home ? join(home, 'bin', 'java') : 'java';
  // macOS has a `java` that only tells where to get one: it fails, which is the same to us
  const said = await run(java, ['-version'], { env: environment }).catch(() => undefined);
  if (said === undefined || majorVersion(said.stderr) < OLDEST_JAVA)
    throw new StartFailure(
      'Kafka needs Java 17 or newer: install it, or set KAFKA_BROKERS to a running Kafka.',
    );
  return java;
};

/** `version "17.0.15"` is 17; up to Java 8 it was `version "1.8.0_392"`, which is 1 and thus too old as well. */
const majorVersion = (said: string): number => Number(/version "(\d+)/.exec(said)?.[1] ?? 0);
