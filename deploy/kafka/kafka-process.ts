import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brokerPort } from './server-properties.js';

const GRACE_MS = 30_000;
const KILL_MS = 10_000;
const MEMORY = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError'];
const LOGGING = ['defaultLogLevel=warn', 'log.kafka.server.KafkaRaftServer=info', 'showDateTime=true'];
const KEPT = '-Dliren.kafka.kept=true';

/** A Kafka server's process; `kept` is one that outlives whoever started it. */
export interface KafkaProcess {
  readonly folder: string;
  readonly pid: number;
  readonly port: number;
  readonly kept: boolean;
}

/** Java's own settings for every Kafka program: `jars/*` is expanded by Java, not by a shell. */
export const javaOptions = (jars: string): string[] => [
  '-cp',
  join(jars, '*'),
  ...MEMORY,
  ...LOGGING.map((setting) => `-Dorg.slf4j.simpleLogger.${setting}`),
  '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss',
];

/** Without a UTF-8 locale Java cannot open a folder whose name is Chinese; containers have none as a rule. */
export const javaEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: 'C.UTF-8' });

/** Starts the server in a process group of its own, so that Ctrl-C in our terminal ends us before it ends Kafka. */
export const launchKafka = (java: string, jars: string, folder: string, kept: boolean): KafkaProcess => {
  const log = openSync(join(folder, 'kafka.log'), 'a');
  const marks = [markOf(folder), ...(kept ? [KEPT] : [])];
  const child = spawn(java, [...javaOptions(jars), ...marks, 'kafka.Kafka', 'server.properties'], {
    cwd: folder,
    env: javaEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`${java} could not be started`);
  child.unref();
  writeFileSync(join(folder, 'kafka.pid'), `${child.pid}\n`);
  return { folder, pid: child.pid, port: portOf(folder), kept };
};

/** The Kafka that runs on this folder's data, whoever started it. */
export const findKafka = (folder: string): KafkaProcess | undefined => {
  const pid = Number(readIfThere(join(folder, 'kafka.pid')) ?? NaN);
  if (!runsOn(folder, pid)) return undefined;
  return { folder, pid, port: portOf(folder), kept: commandLine(pid).includes(KEPT) };
};

export const isRunning = ({ folder, pid }: KafkaProcess): boolean => runsOn(folder, pid);

/** Asks the server to end and waits; one that has not ended after 30 s is killed, which loses no message. */
export const stopKafka = async (kafka: KafkaProcess): Promise<void> => {
  if (!(await signalled(kafka, 'SIGTERM', GRACE_MS)) && !(await signalled(kafka, 'SIGKILL', KILL_MS)))
    throw new Error(`Kafka (process ${kafka.pid}) does not end`);
  rmSync(join(kafka.folder, 'kafka.pid'), { force: true });
};

const signalled = async (kafka: KafkaProcess, signal: NodeJS.Signals, waitMs: number): Promise<boolean> => {
  const deadline = performance.now() + waitMs;
  if (isRunning(kafka)) process.kill(kafka.pid, signal);
  while (isRunning(kafka) && performance.now() < deadline) await sleep(50);
  return !isRunning(kafka);
};

const portOf = (folder: string): number => brokerPort(readIfThere(join(folder, 'server.properties')) ?? '');

/** A number in a file may by now belong to another program; only the command line says whose it is. */
const runsOn = (folder: string, pid: number): boolean =>
  Number.isInteger(pid) && commandLine(pid).includes(`${markOf(folder)} `);

const markOf = (folder: string): string => `-Dliren.kafka.folder=${folder}`;

/** Empty for a process that is gone, or dead and not yet collected by its parent. */
const commandLine = (pid: number): string =>
  process.platform === 'linux'
    ? (readIfThere(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ')
    : askPs(pid);

const askPs = (pid: number): string => {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
