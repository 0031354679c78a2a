import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.js';
import { projectRoot } from './project-root.js';

const run = promisify(execFile);

/**
 * The folder with Kafka's jars, fetched by Maven the first time (43 MB); it is kept apart from every data folder.
 * The jars appear under their final name only when all of them are there.
 */
export const fetchKafkaJars = async (
  cache = join(projectRoot(), 'node_modules', '.cache', 'liren-kafka'),
): Promise<string> => {
  const pom = join(projectRoot(), 'deploy', 'kafka', 'pom.xml');
  const jars = join(cache, kafkaVersion(pom));
  if (existsSync(jars)) return jars;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, 'fetching-'));
  try {
    await copyJars(pom, unfinished);
    chmodSync(unfinished, 0o755); // made for us alone, but Kafka may run as another user
    moveInto(jars, unfinished);
    return jars;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};

const kafkaVersion = (pom: string): string => {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(readFileSync(pom, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`No <kafka.version> in ${pom}`);
  return version;
};

const copyJars = async (pom: string, folder: string): Promise<void> => {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  try {
    await run('mvn', ['-q', '-B', '-f', pom, ...goal], { maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new StartFailure(whyMavenFailed(error as MavenError), { cause: error });
  }
};

interface MavenError {
  readonly code?: string | number;
  readonly stdout?: string;
}

const whyMavenFailed = ({ code, stdout = '' }: MavenError): string => {
  if (code === 'ENOENT')
    return 'Kafka is fetched by Maven: install it, or set KAFKA_BROKERS to a running Kafka.';
  const reason = /\[ERROR\] (.+?)(?: -> \[Help|$)/m.exec(stdout)?.[1] ?? `it ended with ${code}`;
  return `Maven could not fetch Kafka: ${reason}`;
};

const moveInto = (jars: string, unfinished: string): void => {
  try {
    renameSync(unfinished, jars);
  } catch (error) {
    if (!existsSync(jars)) throw error; // otherwise another process was first with the same jars
  }
};
