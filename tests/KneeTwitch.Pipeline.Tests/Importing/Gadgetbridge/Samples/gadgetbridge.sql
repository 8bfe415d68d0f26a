-- A small database of Gadgetbridge: a band's minutes, a night in stages, a watch that counts up, a workout.
pragma page_size = 512;
pragma user_version = 92;
create table USER (_id integer primary key, NAME text, BIRTHDAY integer, GENDER integer);
create table USER_ATTRIBUTES (_id integer primary key, HEIGHT_CM integer, WEIGHT_KG integer);
create table DEVICE (_id integer primary key, NAME text, MANUFACTURER text, IDENTIFIER text, TYPE_NAME text, MODEL text);
create table BASE_ACTIVITY_SUMMARY (_id integer primary key, START_TIME integer, END_TIME integer, ACTIVITY_KIND integer, DEVICE_ID integer, SUMMARY_DATA text);
create table HUAMI_EXTENDED_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, STEPS integer, RAW_KIND integer, HEART_RATE integer, DEEP_SLEEP integer, REM_SLEEP integer, primary key (TIMESTAMP, DEVICE_ID));
create table HUAMI_STRESS_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, STRESS integer, primary key (TIMESTAMP, DEVICE_ID));
create table XIAOMI_SLEEP_TIME_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, WAKEUP_TIME integer, TOTAL_DURATION integer);
create table XIAOMI_SLEEP_STAGE_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, STAGE integer);
create table GARMIN_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, STEPS integer, HEART_RATE integer, DISTANCE_CM integer, ACTIVE_CALORIES integer, primary key (TIMESTAMP, DEVICE_ID));
create table PEBBLE_HEALTH_ACTIVITY_OVERLAY (TIMESTAMP_FROM integer, TIMESTAMP_TO integer, RAW_KIND integer, DEVICE_ID integer);
create table HUAWEI_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, OTHER_TIMESTAMP integer, SOURCE integer, RAW_KIND integer, STEPS integer, DISTANCE integer, CALORIES integer, HEART_RATE integer, SPO integer);
insert into DEVICE values (1, 'Amazfit Bip', 'Acme', 'AA:BB:CC:00:11:22', 'AMAZFITBIP', null), (2, 'Forerunner', 'Acme', 'AA:BB:CC:00:11:33', 'GARMIN', null);
with recursive minute (i) as (select 0 union all select i + 1 from minute where i < 119)
insert into HUAMI_EXTENDED_ACTIVITY_SAMPLE select 1773100800 + 60 * i, 1, 0, 120, 50 + i % 9, i, 2 * i from minute;
with recursive minute (i) as (select 0 union all select i + 1 from minute where i < 39)
insert into HUAMI_EXTENDED_ACTIVITY_SAMPLE select 1773129600 + 60 * i, 1, 3 * i, 1, 80 + i, 0, 0 from minute;
with recursive minute (i) as (select 0 union all select i + 1 from minute where i < 39)
insert into GARMIN_ACTIVITY_SAMPLE select 1773129600 + 60 * i, 2, 100 * i, 90, 7000 * i, i from minute;
insert into HUAMI_STRESS_SAMPLE values (1773129600000, 1, 33), (1773133200000, 1, 41);
insert into XIAOMI_SLEEP_TIME_SAMPLE values (1773093600000, 1, 1773120600000, 420);
insert into XIAOMI_SLEEP_STAGE_SAMPLE values (1773093600000, 1, 3), (1773097200000, 1, 2), (1773104400000, 1, 4), (1773111600000, 1, 5), (1773113400000, 1, 3);
insert into PEBBLE_HEALTH_ACTIVITY_OVERLAY values (1773093600, 1773120600, 1, 1), (1773097200, 1773100800, 2, 1);
insert into HUAWEI_ACTIVITY_SAMPLE values (1773129600, 1, 1773130200, 11, -1, 900, 640, 40, -1, -1), (1773130200, 1, 1773129600, 11, -1, 900, 640, 40, -1, -1);
insert into BASE_ACTIVITY_SUMMARY values (1, 1773162000000, 1773164400000, 16, 1, '{"distanceMeters":{"value":5200,"unit":"meters"},"averageHR":{"value":141,"unit":"bpm"}}');
