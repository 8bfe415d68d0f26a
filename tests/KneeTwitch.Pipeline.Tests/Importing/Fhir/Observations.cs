namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

/// <summary>Invented observations.</summary>
internal static class Observations
{
    internal const string Hour = "\"effectivePeriod\":{\"start\":\"2026-03-10T09:00:00+01:00\",\"end\":\"2026-03-10T10:00:00+01:00\"}";
    internal const string Morning = "\"effectiveDateTime\":\"2026-03-10T08:00:00Z\"";
    internal const string Day = "\"effectiveDateTime\":\"2026-03-10\"";

    internal static string Observation(
        string code, string value, string time = Morning, string status = "final", string system = "http://loinc.org", string extra = "") =>
        $$"""{"resourceType":"Observation","status":"{{status}}","code":{"coding":[{"system":"{{system}}","code":"{{code}}"}]},{{time}},{{value}}{{extra}}}""";

    internal static string Quantity(double value, string unit) => FormattableString.Invariant($$"""
        "valueQuantity":{"value":{{value}},"system":"http://unitsofmeasure.org","code":"{{unit}}"}
        """);

    internal static string Pulse(string id, double value, string? subject = "Patient/1", string status = "final", string extra = "") =>
        Observation("8867-4", Quantity(value, "/min"), status: status, extra: $",\"id\":\"{id}\"{(subject is null ? "" : $",\"subject\":{{\"reference\":\"{subject}\"}}")}{extra}");
}
