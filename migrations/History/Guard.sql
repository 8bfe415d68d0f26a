-- Tables that came since the first version: the same policy for those that have none yet. May run again and again.
do $$
declare
    unguarded text;
begin
    for unguarded in
        select t.relname
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'wearer_id' and not a.attisdropped
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relrowsecurity
    loop
        execute format('alter table %I enable row level security', unguarded);
        execute format(
            'create policy wearer on %I using (wearer_id = nullif(current_setting(''app.wearer_id'', true), '''')::uuid) '
            'with check (wearer_id = nullif(current_setting(''app.wearer_id'', true), '''')::uuid)',
            unguarded);
    end loop;
end $$;
