-- A small database of Health Connect: two apps, steps told twice, a night, a pulse, a drink, a coffee, a run.
pragma page_size = 512;
pragma user_version = 9;
create table application_info_table (row_id integer primary key, package_name text, app_name text);
create table device_info_table (row_id integer primary key, manufacturer text, model text, device_type integer);
create table steps_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, count integer);
create table distance_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, distance real);
create table heart_rate_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer);
create table heart_rate_record_series_table (parent_key integer, beats_per_minute integer, epoch_millis integer);
create table sleep_session_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, notes text, title text);
create table sleep_stages_table (parent_key integer, stage_start_time integer, stage_end_time integer, stage_type integer);
create table hydration_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, volume real);
create table nutrition_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, caffeine real, energy real, meal_name text);
create table exercise_session_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, start_time integer, start_zone_offset integer, end_time integer, end_zone_offset integer, local_date integer, exercise_type integer);
create table weight_record_table (row_id integer primary key, uuid blob unique, last_modified_time integer, device_info_id integer, app_info_id integer, recording_method integer, time integer, zone_offset integer, local_date integer, weight real);
insert into application_info_table values (1, 'org.example.steps', 'Stepper'), (2, 'org.example.ring', null);
insert into device_info_table values (1, 'Acme', 'Watch 5', 1), (2, 'google', 'Pixel4a', 2);
insert into steps_record_table values (1, x'01', 1773160000000, 1, 1, 2, 1773097200000, 3600, 1773183540000, 3600, 20522, 5000);
with recursive quarter (i) as (select 0 union all select i + 1 from quarter where i < 39)
insert into steps_record_table select 100 + i, cast('s' || i as blob), 1773160000000, 1, 1, 2, 1773126000000 + 900000 * i, 3600, 1773126900000 + 900000 * i, 3600, 20522, 100 + i from quarter;
insert into distance_record_table values (1, x'01', 1773160000000, 1, 1, 2, 1773162000000, 3600, 1773164400000, 3600, 20522, 5200.5);
insert into heart_rate_record_table values (1, x'01', 1773160000000, 1, 1, 2, 1773162000000, 3600, 1773164400000, 3600, 20522);
with recursive minute (i) as (select 0 union all select i + 1 from minute where i < 39)
insert into heart_rate_record_series_table select 1, 120 + i, 1773162000000 + 60000 * i from minute;
insert into sleep_session_record_table values (1, x'01', 1773160000000, 1, 1, 2, 1773093600000, 3600, 1773120600000, 3600, 20521, null, 'Night'), (2, x'02', 1773160000000, null, 2, 2, 1773094000000, 3600, 1773120000000, 3600, 20521, null, null);
insert into sleep_stages_table values (1, 1773093600000, 1773097200000, 4), (1, 1773097200000, 1773104400000, 5), (1, 1773104400000, 1773111600000, 6), (1, 1773111600000, 1773113400000, 1), (1, 1773113400000, 1773120600000, 4);
insert into hydration_record_table values (1, x'01', 1773160000000, null, 2, 3, 1773129600000, 0, 1773129600000, 0, 20522, 0.25), (2, x'02', 1773160000000, null, 2, 3, 1773097200000, 0, 1773183540000, 0, 20521, 1.5);
insert into nutrition_record_table values (1, x'01', 1773160000000, null, 2, 3, 1773129600000, 3600, 1773129660000, 3600, 20522, 0.08, 0, 'coffee');
insert into exercise_session_record_table values (1, x'01', 1773160000000, 1, 1, 1, 1773162000000, 3600, 1773164400000, 3600, 20522, 33);
insert into weight_record_table values (1, x'01', 1773160000000, null, 2, 3, 1773126000000, 3600, 20522, 71500);
