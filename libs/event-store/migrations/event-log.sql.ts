/**
 * The log: one table of events, one row that knows the head, claims, and the only function that may write them.
 *
 * - `head` is locked for the length of an append, so positions are gapless and become visible in order, and everything
 *   the function reads is settled: versions, command ids and claims are decided in the same atomic step.
 * - Planner switches: look-ups here must always go by index. A plan cached while the tables were empty would otherwise stay.
 * - `data` is `json`, kept as it was written, uncompressed: facts are small, and compressing them cost more than the space.
 */
export const eventLog = `
create table head (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  recorded_at timestamptz not null
) with (fillfactor = 10);
insert into head values (true, 0, '-infinity');

create table event (
  position bigint primary key,
  version integer not null,
  id uuid not null,
  command_id uuid not null,
  correlation_id uuid not null,
  causation_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  stream text not null,
  type text not null,
  store_id text,
  actor text,
  policy_version text,
  request_hash text,
  data json not null,
  unique (stream, version)
);
alter table event alter column data set storage external;
alter table event set (toast_tuple_target = 8160, autovacuum_freeze_max_age = 1000000000);
create index event_command_id on event (command_id);

create table claim (
  key text primary key,
  stream text not null
);
create index claim_stream on claim (stream);

create table range_claim (
  key text not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  stream text not null,
  primary key (key, from_at)
);
create index range_claim_stream on range_claim (stream);

create function only_append() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only, and append() alone writes it.' using errcode = 'insufficient_privilege';
end $$;
create trigger event_only_appended before insert on event
  for each statement when (current_setting('liren.appending', true) is distinct from 'yes') execute function only_append();
create trigger event_never_changed before update or delete or truncate on event
  for each statement execute function only_append();

-- The holders that stand in the way. One that lets go in the same call does not: a claim can move between streams.
create function claims_taken(
  c_append integer[], c_take boolean[], c_key text[], c_from timestamptz[], c_to timestamptz[], c_stream text[]
) returns json language sql as $$
  select json_agg(json_build_object('append', a, 'kind', 'claimed', 'key', k, 'holder', holder) order by a)
    from (select a, k,
                 case when f is null
                   then (select stream from claim
                          where key = k and stream <> s
                            and not exists (
                              select from unnest(c_take, c_key, c_stream) as given(take, key, stream)
                               where not take and given.key = k and given.stream = claim.stream))
                   else (select case when to_at > f then stream end
                           from range_claim
                          where key = k and from_at < t
                            and not (to_at > f and exists (
                              select from unnest(c_take, c_key, c_stream) as given(take, key, stream)
                               where not take and given.key = k and given.stream = range_claim.stream))
                          order by from_at desc limit 1)
                 end as holder
            from unnest(c_append, c_take, c_key, c_from, c_to, c_stream) as c(a, take, k, f, t, s)
           where take) as looked_up
   where holder is not null
$$;

create function change_claims(
  c_take boolean[], c_key text[], c_from timestamptz[], c_to timestamptz[], c_stream text[]
) returns void language sql as $$
  delete from claim using unnest(c_take, c_key, c_stream) as c(take, k, s) where not take and key = k and stream = s;
  delete from range_claim using unnest(c_take, c_key, c_stream) as c(take, k, s) where not take and key = k and stream = s;
  insert into claim (key, stream)
    select k, s from unnest(c_take, c_key, c_from, c_stream) as c(take, k, f, s) where take and f is null
    on conflict (key) do nothing;
  insert into range_claim (key, from_at, to_at, stream)
    select k, f, t, s from unnest(c_take, c_key, c_from, c_to, c_stream) as c(take, k, f, t, s) where take and f is not null;
$$;

-- Why a batch cannot be appended as it is: one entry for each append that must leave it.
create function append_faults(
  a_command uuid[], s_append integer[], s_stream text[], s_expected integer[], s_known integer[],
  c_append integer[], c_take boolean[], c_key text[], c_from timestamptz[], c_to timestamptz[], c_stream text[]
) returns json language sql as $$
  select json_agg(fault) from (
    select json_build_object('append', a - 1, 'kind', 'known', 'events', (
             select json_agg(json_build_object('stream', stream, 'version', version, 'position', position,
                                               'hash', request_hash) order by position)
               from event where command_id = c)) as fault
      from unnest(a_command) with ordinality as asked(c, a)
     where (select true from event where command_id = c limit 1)
    union all
    select json_build_object('append', a, 'kind', 'conflict', 'stream', s, 'expected', expected, 'actual', actual)
      from unnest(s_append, s_stream, s_expected, s_known) as slot(a, s, expected, actual)
     where case expected when -1 then false when -2 then actual = 0 else actual <> expected end
    union all
    select json_array_elements(claims_taken(c_append, c_take, c_key, c_from, c_to, c_stream))
  ) as faults
$$;

create type appended as (base bigint, recorded_at timestamptz, versions integer[], faults json);

create function append(
  p_now timestamptz,
  a_command uuid[],
  s_append integer[], s_stream text[], s_expected integer[],
  e_slot integer[], e_ordinal integer[], e_stream text[], e_id uuid[], e_type text[], e_data text[], e_occurred timestamptz[],
  e_store text[], e_policy text[], e_actor text[], e_command uuid[], e_correlation uuid[], e_causation uuid[], e_hash text[],
  c_append integer[], c_take boolean[], c_key text[], c_from timestamptz[], c_to timestamptz[], c_stream text[]
) returns appended language plpgsql security definer
  set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
  set plan_cache_mode = force_generic_plan set liren.appending = 'yes'
as $$
declare
  result appended;
  trouble boolean;
begin
  select position, greatest(recorded_at, p_now) from head for update into result.base, result.recorded_at;

  select array_agg(known order by slot),
         bool_or(case expected when -1 then false when -2 then known = 0 else known <> expected end)
    from (select slot, expected,
                 coalesce((select version from event where stream = s order by version desc limit 1), 0) as known
            from unnest(s_stream, s_expected) with ordinality as slots(s, expected, slot) offset 0) as looked_up
    into result.versions, trouble;
  trouble := trouble or exists (
    select from unnest(a_command) as c
     where (select true from event where command_id = c limit 1));
  if cardinality(c_key) > 0 then
    trouble := trouble or claims_taken(c_append, c_take, c_key, c_from, c_to, c_stream) is not null;
  end if;

  if trouble then
    result.faults := append_faults(a_command, s_append, s_stream, s_expected, result.versions,
                                   c_append, c_take, c_key, c_from, c_to, c_stream);
    return result;
  end if;

  if cardinality(c_key) > 0 then
    perform change_claims(c_take, c_key, c_from, c_to, c_stream);
  end if;
  update head set position = result.base + cardinality(e_id), recorded_at = result.recorded_at;
  insert into event (position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at,
                     stream, type, store_id, actor, policy_version, request_hash, data)
  select result.base + place, result.versions[slot] + ordinal, id, command, correlation, causation, occurred,
         result.recorded_at, stream, type, store, actor, policy, hash, data::json
    from unnest(e_slot, e_ordinal, e_stream, e_id, e_type, e_data, e_occurred, e_store, e_policy, e_actor, e_command,
                e_correlation, e_causation, e_hash)
      with ordinality as e(slot, ordinal, stream, id, type, data, occurred, store, policy, actor, command,
                           correlation, causation, hash, place);
  return result;
end $$;

-- The short way for the most common append: one fact, alone. Anything unusual answers null, and goes the long way.
create function append_one(
  p_now timestamptz, p_stream text, p_expected integer, p_id uuid, p_type text, p_data json, p_occurred timestamptz,
  p_store text, p_policy text, p_actor text, p_command uuid, p_correlation uuid, p_causation uuid, p_hash text
) returns appended language plpgsql security definer
  set enable_seqscan = off set enable_bitmapscan = off set plan_cache_mode = force_generic_plan
  set liren.appending = 'yes'
as $$
declare
  result appended;
  known integer;
begin
  update head set position = position + 1, recorded_at = greatest(recorded_at, p_now)
    returning position - 1, recorded_at into result.base, result.recorded_at;
  known := coalesce((select version from event where stream = p_stream order by version desc limit 1), 0);
  if (exists (select from event where command_id = p_command)
      or (p_expected = -2 and known = 0) or (p_expected >= 0 and known <> p_expected)) then
    update head set position = result.base;
    return null;
  end if;
  insert into event (position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at,
                     stream, type, store_id, actor, policy_version, request_hash, data)
  values (result.base + 1, known + 1, p_id, p_command, p_correlation, p_causation, p_occurred, result.recorded_at,
          p_stream, p_type, p_store, p_actor, p_policy, p_hash, p_data);
  result.versions := array[known];
  return result;
end $$;
`;
