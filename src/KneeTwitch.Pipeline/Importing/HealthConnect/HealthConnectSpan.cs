using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>What an app counted from an instant to another.</summary>
internal readonly record struct HealthConnectSpan(DateTimeOffset Start, DateTimeOffset End, double Value, Source Source, long? App);
