/** What a service keeps of messages: how far its relay has told, how far it has listened, and what it could not take. */
export const messagingSchema = `
create table relay (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null default 0,
  position bigint not null default 0
);
insert into relay default values;

create table heard (
  topic text not null,
  partition integer not null,
  source text not null,
  position bigint not null,
  primary key (topic, partition, source)
);

create table heard_offset (
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (topic, partition)
);

create table parked_message (
  place bigint generated always as identity primary key,
  id text not null,
  topic text not null,
  partition integer not null,
  key text not null,
  type text,
  message json not null,
  cause text not null,
  parked_at timestamptz not null,
  unique (topic, id)
);
create index parked_message_key on parked_message (topic, key);
`;
