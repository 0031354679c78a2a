/** What `server.properties` says for one node on loopback: broker and controller at once, data in `data` beside it. */
export const serverProperties = (
  port: number,
  controllerPort: number,
  more: Readonly<Record<string, string>> = {},
): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    // relative to the working folder: an absolute path breaks on commas, and outside Latin-1 on properties' encoding
    'log.dirs': 'data',
    ...ONE_REPLICA,
    ...TOPICS,
    ...QUICK,
    ...more,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** The port of the broker in such a text. */
export const brokerPort = (properties: string): number =>
  Number(/^listeners=PLAINTEXT:\/\/127\.0\.0\.1:(\d+)/m.exec(properties)?.[1]);

const ONE_REPLICA = {
  'default.replication.factor': 1,
  'min.insync.replicas': 1,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
};

const TOPICS = {
  'auto.create.topics.enable': false, // a mistyped topic must fail, not appear
  'log.retention.ms': -1, // the first fact stays readable
  'message.max.bytes': 8 * 1024 * 1024,
  // Kafka refuses messages an hour ahead of its clock; ours may come from a store whose clock is wrong, or a moved one
  'log.message.timestamp.after.max.ms': '9223372036854775807',
};

const QUICK = {
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.num.partitions': 4,
  'group.initial.rebalance.delay.ms': 0,
  // after kill -9 the controller, one process with the broker, waits for the broker's old session to end: 9 s by default
  'broker.session.timeout.ms': 3000,
  'broker.heartbeat.interval.ms': 500,
};
