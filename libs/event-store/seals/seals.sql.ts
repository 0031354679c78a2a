/**
 * A chain of hashes over the log, as it lies there: what is sealed in facts stays sealed, so that erasing somebody's keys
 * breaks nothing. Each link covers the facts since the link before it and that link's hash; whoever has noted one hash
 * knows whether anything up to it was changed, left out or put in. Only `seal_log()` adds links.
 */
export const sealsSchema = `
create table log_seal (
  up_to bigint primary key,
  sealed_at timestamptz not null default now(),
  hash bytea not null
);

create trigger seal_only_by_seal_log before insert on log_seal
  for each statement when (current_setting('liren.sealing', true) is distinct from 'yes') execute function only_append();
create trigger seal_never_changed before update or delete or truncate on log_seal
  for each statement execute function only_append();

create function link_hash(previous bytea, after bigint, up_to bigint) returns bytea language sql stable
  set timezone = 'UTC'
as $$
  select sha256(coalesce(previous, '') || convert_to(string_agg(
           json_build_array(position, version, id, command_id, correlation_id, causation_id, occurred_at, recorded_at,
                            stream, type, store_id, actor, policy_version, request_hash, data)::text,
           E'\\n' order by position), 'UTF8'))
    from event where position > after and position <= link_hash.up_to
$$;

-- Seals what is not sealed yet, at most so many facts in one link; how many were left.
create function seal_log(most integer) returns bigint language plpgsql security definer
  set search_path = public, pg_temp set liren.sealing = 'yes'
as $$
declare
  last log_seal;
  newest bigint;
  reached bigint;
begin
  perform pg_advisory_xact_lock(4924);
  select * from log_seal order by up_to desc limit 1 into last;
  select position from head into newest;
  reached := least(newest, coalesce(last.up_to, 0) + most);
  if reached > coalesce(last.up_to, 0) then
    insert into log_seal (up_to, hash) values (reached, link_hash(last.hash, coalesce(last.up_to, 0), reached));
  end if;
  return newest - reached;
end $$;
`;
