import type { PlatformData } from '../platform-data.js';
import { busRecords } from './bus-topics.js';
import { readKafka } from './kafka-topics.js';
import { createTold, indexTold, topicOfService, writeTold } from './told-record.js';

/** Copies every service's topic, from wherever it can be read, beside the service's log as the temporary table `told`. */
export const copyTopics = async ({ services, bus, kafka }: PlatformData): Promise<void> => {
  for (const service of services) {
    await createTold(service);
    if (bus === undefined) continue;
    for await (const records of busRecords(bus, service.name)) await writeTold(service, 'postgres', records);
  }
  if (kafka.brokers.length > 0) {
    const byTopic = new Map(services.map((service) => [topicOfService(service.name), service]));
    await readKafka(kafka.brokers, [...byTopic.keys()], (topic, records) =>
      writeTold(byTopic.get(topic)!, 'kafka', records),
    );
  }
  for (const service of services) await indexTold(service);
};
