using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Who gave what of a day's number and what was set aside; an element of <c>days.provenance</c>.</summary>
public sealed record StoredProvenance(Metric Metric, IReadOnlyList<DayPart> Parts, IReadOnlyList<SetAside> SetAside);
