/**
 * A durable log of messages in PostgreSQL. A row is a record batch, as in Kafka: what one send had for one partition.
 * Reading a row therefore reads up to a thousand messages.
 */
export const busSchema = `
select pg_advisory_xact_lock(4920); -- several services may start at once
create table if not exists topic_partition (
  topic text not null,
  partition integer not null,
  next_offset bigint not null default 0,
  primary key (topic, partition)
);
create table if not exists record_batch (
  topic text not null,
  partition integer not null,
  last_offset bigint not null,
  size integer not null,
  messages text not null,
  primary key (topic, partition, last_offset)
);
alter table record_batch alter column messages set storage external;
`;

/** Under the same lock: two services that grant at once would get in each other's way. */
export const grantsTo = (role: string): string => `
select pg_advisory_xact_lock(4920);
grant select, insert, update on topic_partition, record_batch to ${role};
`;

export const APPEND_BATCHES = `
with moved as (
  update topic_partition p set next_offset = next_offset + given.size
    from unnest($2::integer[], $3::integer[], $4::text[]) as given(partition, size, messages)
   where p.topic = $1 and p.partition = given.partition
  returning p.partition, p.next_offset - 1 as last_offset, given.size, given.messages
)
insert into record_batch (topic, partition, last_offset, size, messages)
select $1, partition, last_offset, size, messages from moved
returning pg_notify('liren_bus', topic)`;

export const READ_BATCHES = `
select p.topic, p.partition, b.last_offset, b.size, b.messages
  from unnest($1::text[], $2::integer[], $3::bigint[]) as p(topic, partition, next_offset)
 cross join lateral (
   select last_offset, size, messages from record_batch
    where topic = p.topic and partition = p.partition and last_offset >= p.next_offset
    order by last_offset limit $4) as b
 order by p.topic, p.partition, b.last_offset`;
