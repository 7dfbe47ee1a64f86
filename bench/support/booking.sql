-- what a booking asks of PostgreSQL; held, because one household has one open talk
\set place random(1, 1000000)
begin;
select pg_advisory_xact_lock(1, :place), pg_advisory_xact_lock(2, :place), pg_advisory_xact_lock(4, :place);
select h.state, exists (select from allocations a where a.resource_kind in (1, 2, 4) and a.resource_id = :place
  and a.during && tstzrange('2027-02-01 09:00+00', '2027-02-01 10:00+00')) from households h
  where h.office_id = 1 and h.id = 1;
insert into talks (office_id, household_id, starts_at, minutes, buffer_minutes, site_id, room_id, caseworker_id, language,
  provision, state, created_by) values (1, 1, '2027-02-01 09:00+00', 45, 15, 1, 1, 1, 'en', 'caseworker', 'held', 'api:1')
  returning id as talk \gset
insert into allocations (resource_kind, resource_id, during, talk_id)
  select kind, 1000 + (random() * 1000000000)::int, tstzrange('2027-02-01 09:00+00', '2027-02-01 10:00+00'), cast(:talk as uuid)
  from unnest(array[1, 2, 4]) kind on conflict do nothing returning id;
update households set version = version + 1 where id = 2 + (:place % 60);
insert into notices (office_id, kind, talk_id, revision, recipient_kind, recipient_id, channel, locale, direction,
  template_version, facts, due_at, expires_at, message_id)
  select 1, 'kind-' || n, cast(:talk as uuid), 1, 'household', 1, 'email', 'en', 'ltr', 'bench', '{}', now(), now(), uuidv7()::text
  from generate_series(1, 3) n on conflict do nothing;
insert into audit_entries (office_id, at, actor, action, subject_kind, subject_id)
  values (1, now(), 'api:1', 'talk-booked', 'talk', cast(:talk as text));
commit;
