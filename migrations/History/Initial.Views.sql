-- For people who come with SQL or Grafana. They see what the asker may see (security_invoker).
create table metrics (
    metric smallint primary key,
    name text not null unique,
    unit text not null
);
comment on table metrics is 'Names of metrics. Filled by the program from its own list at every migration.';
revoke insert, update, delete on metrics from kneetwitch_app;

create view reading_rows with (security_invoker = true) as
select
    r.wearer_id,
    m.name as metric,
    m.unit,
    s.name as source,
    r.utc_day,
    (r.utc_day + make_interval(secs => e.start)) at time zone 'UTC' as starts_at,
    (r.utc_day + make_interval(secs => e.start) + make_interval(secs => e.length)) at time zone 'UTC' as ends_at,
    e.value
from readings r
join metrics m on m.metric = r.metric
join sources s on s.wearer_id = r.wearer_id and s.source_id = r.source_id
cross join unnest(r.starts, r.lengths, r.values) as e (start, length, value);
comment on view reading_rows is 'One row a reading. Filter by wearer_id and utc_day first: only those use an index.';

create view day_rows with (security_invoker = true) as
select
    d.wearer_id,
    d.day,
    m.name as metric,
    m.unit,
    case when e.state = 0 then null else e.value end as value,
    (array['missing', 'zero', 'measured'])[e.state + 1] as state,
    e.coverage,
    nullif(e.source, '') as source
from days d
cross join unnest(d.metrics, d.values, d.states, d.coverages, d.sources) as e (metric, value, state, coverage, source)
join metrics m on m.metric = e.metric;
comment on view day_rows is 'One row a day and metric; a metric that is not there is missing.';
