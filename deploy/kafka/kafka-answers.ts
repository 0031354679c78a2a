import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka } from 'kafkajs';

/**
 * Waits until Kafka answers everything we will ask of it: metadata, producer ids and group coordination. A fresh broker
 * refuses the first requests for the latter two, so this is also where those refusals are used up, quietly.
 * False when `running` says it has ended, or after `waitMs`.
 */
export const kafkaAnswers = async (
  port: number,
  running: () => boolean,
  waitMs: number,
): Promise<boolean> => {
  const deadline = performance.now() + waitMs;
  while (running() && performance.now() < deadline) {
    if (await answersNow(port)) return true;
    await sleep(100);
  }
  return false;
};

const answersNow = async (port: number): Promise<boolean> => {
  const kafka = new Kafka({
    clientId: 'liren-start',
    brokers: [`127.0.0.1:${port}`],
    connectionTimeout: 1000,
    requestTimeout: 5000,
    retry: { retries: 1, initialRetryTime: 50 },
    logCreator: () => () => undefined,
  });
  const admin = kafka.admin();
  const producer = kafka.producer({ idempotent: true });
  try {
    await admin.connect();
    await admin.listTopics();
    await producer.connect();
    await admin.describeGroups(['liren-start']);
    return true;
  } catch {
    return false;
  } finally {
    await Promise.allSettled([admin.disconnect(), producer.disconnect()]);
  }
};
