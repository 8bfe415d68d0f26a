using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>Rows of metric, value and unit as readings, or as what the diary keeps: doses, symptoms, ratings of a day.</summary>
internal static class GenericReadings
{
    private const string SymptomArea = "symptom.", DoseArea = "medication.taken", SessionArea = "activity.session";

    private static readonly Dictionary<string, Sport> Sports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["walking"] = Sport.Walk,
        ["running"] = Sport.Run,
        ["jogging"] = Sport.Run,
        ["hiking"] = Sport.Hike,
        ["cycling"] = Sport.Cycle,
        ["bike"] = Sport.Cycle,
        ["rowing"] = Sport.Row,
        ["swimming"] = Sport.Swim,
        ["football"] = Sport.FieldSport,
        ["soccer"] = Sport.FieldSport,
        ["tennis"] = Sport.RacketSport,
    };

    /// <summary>The entry of the diary that a row is, if it is one; with the reason where it should be one and cannot be understood.</summary>
    internal static (DiaryFact? Fact, string? WhyNot) FactOf(GenericRow row, DiaryTime time)
    {
        var name = row[GenericColumns.Metric] ?? "";
        var value = row.Number(GenericColumns.Value);
        var note = GenericTwitches.RemarkOf(row);
        if (name.Equals(DoseArea, StringComparison.OrdinalIgnoreCase))
        {
            return row[GenericColumns.Note] is { } medicine ? (new Dose { Name = medicine, Amount = value, Unit = row[GenericColumns.Unit] }, null) : (null, "a dose without a name in its note");
        }

        if (name.StartsWith(SymptomArea, StringComparison.OrdinalIgnoreCase))
        {
            var symptom = name[SymptomArea.Length..];
            var severity = value ?? (row[GenericColumns.Value] is { } word ? GenericWords.Severity(word, row.HasDecimalComma) : null);
            return symptom.Equals("cramp", StringComparison.OrdinalIgnoreCase) ? (new Cramp { Severity = severity, Remark = note }, null)
                : symptom.Length == 0 ? (null, "a symptom without a name")
                : (new Symptom { Name = symptom, Metric = GenericMetrics.Find($"{symptom}_severity"), Severity = severity, Remark = note }, null);
        }

        return time.Day is not null && GenericMetrics.Find(name) is { } metric && value is { } rating ? (RatingOf(metric, rating, note), null) : (null, null);
    }

    /// <summary>A day's rating, which an edit replaces; null for what is no rating.</summary>
    internal static CheckIn? RatingOf(Metric metric, double value, string? remark) => metric switch
    {
        Metric.StressScore => new CheckIn { Stress = value, Remark = remark },
        Metric.SorenessLeftScore => new CheckIn { SorenessLeft = value, Remark = remark },
        Metric.SorenessRightScore => new CheckIn { SorenessRight = value, Remark = remark },
        Metric.ThirstScore => new CheckIn { Thirst = value, Remark = remark },
        Metric.UrineColourGrade => new CheckIn { UrineColour = value, Remark = remark },
        Metric.NicotineUnits => new CheckIn { NicotineUnits = value, Remark = remark },
        _ => null,
    };

    /// <summary>Adds the row's reading to the findings, or rejects it.</summary>
    internal static void Add(GenericRow row, DiaryTime time, DateTimeOffset? end, Source source, RowFindings findings)
    {
        var name = row[GenericColumns.Metric] ?? "";
        if (GenericMetrics.StageOf(name) is { } stage)
        {
            AddSpan(time, end, findings, (from, to) => findings.Add(Metric.SleepStage, from, to, (double)stage, source));
            return;
        }

        if (name.Equals(SessionArea, StringComparison.OrdinalIgnoreCase))
        {
            AddSpan(time, end, findings, (from, to) => new FoundWorkout(from, to, SportOf(row)).AddTo(findings, source));
            return;
        }

        if (GenericMetrics.Find(name) is not { } metric)
        {
            findings.Reject("a metric that is not known");
            return;
        }

        if (row.Number(GenericColumns.Value) is not { } value)
        {
            findings.Reject("a value that is no number");
            return;
        }

        if (GenericMetrics.Convert(metric, value, row[GenericColumns.Unit], GenericMetrics.HasUnit(name)) is not { } converted)
        {
            findings.Reject(row[GenericColumns.Unit] is null ? "a value without its unit" : "a unit that is not known for the metric");
            return;
        }

        if (time.Day is { } day)
        {
            AddDay(metric, day, converted, source, findings);
        }
        else if (time.At is { } at)
        {
            findings.Add(metric, at, end ?? at, converted, source);
        }
    }

    /// <summary>A whole day's number: the vendors' kind of total where there is one, else at the day's first instant.</summary>
    internal static void AddDay(Metric metric, DateOnly day, double value, Source source, RowFindings findings)
    {
        if (DayTotals.Of(metric) is { } total)
        {
            findings.AddDay(total, day, value, source);
        }
        else if (metric.Info().DayRule is DayRule.SlotSum)
        {
            findings.Reject("a metric that needs a time, not only a date");
        }
        else
        {
            findings.AddAtDay(metric, day, value, source);
        }
    }

    private static void AddSpan(DiaryTime time, DateTimeOffset? end, RowFindings findings, Action<DateTimeOffset, DateTimeOffset> add)
    {
        if (time.At is { } from && end is { } to && to > from)
        {
            add(from, to);
        }
        else
        {
            findings.Reject("an interval without a time at both ends");
        }
    }

    private static Sport SportOf(GenericRow row)
    {
        var word = row[GenericColumns.Sport] ?? row[GenericColumns.Note] ?? "";
        return Sports.TryGetValue(word, out var sport) ? sport
            : word.All(char.IsAsciiLetter) && Enum.TryParse<Sport>(word, ignoreCase: true, out var known) ? known : Sport.Other;
    }
}
