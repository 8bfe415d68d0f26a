namespace KneeTwitch.Pipeline.Tests.Importing.OpenMHealth;

/// <summary>Invented data points.</summary>
internal static class DataPoints
{
    internal const string Hour = "\"effective_time_frame\":{\"time_interval\":{\"start_date_time\":\"2026-03-10T08:00:00Z\",\"end_date_time\":\"2026-03-10T09:00:00Z\"}}";
    internal const string Morning = "\"effective_time_frame\":{\"date_time\":\"2026-03-10T08:00:00Z\"}";
    internal const string Night = "\"effective_time_frame\":{\"time_interval\":{\"start_date_time\":\"2026-03-09T22:00:00Z\",\"end_date_time\":\"2026-03-10T06:00:00Z\"}}";

    internal static string Interval(string fields) => $"\"effective_time_frame\":{{\"time_interval\":{{{fields}}}}}";

    internal static string Point(string schema, string body, string version = "1.0", string id = "1", string? user = null, string space = "omh") =>
        Raw(schema, $"{{{body}}}", version, id, user, space);

    internal static string Raw(string schema, string body, string version = "1.0", string id = "1", string? user = null, string space = "omh") =>
        $$"""{"header":{"id":"{{id}}","creation_date_time":"2026-03-10T12:00:00Z","schema_id":{"namespace":"{{space}}","name":"{{schema}}","version":"{{version}}"},"acquisition_provenance":{"source_name":"Band","source_creation_date_time":"2026-03-10T11:00:00Z","modality":"sensed"}{{(user is null ? "" : $",\"user_id\":\"{user}\"")}}},"body":{{body}}}""";
}
