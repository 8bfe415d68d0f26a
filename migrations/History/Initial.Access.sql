-- The role every connection of the program takes: it owns nothing, so row-level security holds for it whatever the login is.
-- Roles belong to the whole server: another database may have made it, or be making it right now.
do $$
begin
    if not exists (select from pg_roles where rolname = 'kneetwitch_app') then
        create role kneetwitch_app nologin;
    end if;
exception when duplicate_object or unique_violation then
    null;
end $$;

do $$
begin
    if not pg_has_role(current_user, 'kneetwitch_app', 'member') then
        execute format('grant kneetwitch_app to %I', current_user);
    end if;
end $$;

grant usage on schema public to kneetwitch_app;
grant select, insert, update, delete on all tables in schema public to kneetwitch_app;
grant usage, select on all sequences in schema public to kneetwitch_app;
alter default privileges in schema public grant select, insert, update, delete on tables to kneetwitch_app;
alter default privileges in schema public grant usage, select on sequences to kneetwitch_app;
revoke insert, update, delete on "__EFMigrationsHistory" from kneetwitch_app;

-- One policy a table: a wearer's rows can be seen and written only while app.wearer_id names that wearer. Without a name there are no rows.
do $$
declare
    guarded text;
begin
    for guarded in
        select t.relname
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'wearer_id' and not a.attisdropped
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
    loop
        execute format('alter table %I enable row level security', guarded);
        execute format(
            'create policy wearer on %I using (wearer_id = nullif(current_setting(''app.wearer_id'', true), '''')::uuid) '
            'with check (wearer_id = nullif(current_setting(''app.wearer_id'', true), '''')::uuid)',
            guarded);
    end loop;
end $$;
