using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>A row of the table: a category, with one or several things of it.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Time">The day with its part, or the clock where one was typed.</param>
/// <param name="Category">In Bearable's words; groups of factors have the person's.</param>
/// <param name="Amount">Rating, dose or duration as written.</param>
/// <param name="Items">What it is about, each with its own amount where they pair up.</param>
/// <param name="Note">Free words.</param>
internal sealed record BearableRow(DateOnly Day, DiaryTime Time, string Category, string? Amount, IReadOnlyList<BearableItem> Items, string? Note)
{
    private static readonly Dictionary<string, PartOfDay> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["am"] = PartOfDay.Morning,
        ["mid"] = PartOfDay.Midday,
        ["pm"] = PartOfDay.Evening,
        ["pre"] = PartOfDay.BeforeSleep,
    };

    /// <summary>Null after a reject.</summary>
    internal static BearableRow? Of(CsvRow row, RowFindings findings)
    {
        if (row["category"] is not { } category)
        {
            findings.Reject("a row without a category");
            return null;
        }

        var written = row["date formatted"] ?? row["date"];
        if (Moments.Parse(Plain(written)) is not { } date)
        {
            findings.Reject("a date that cannot be read");
            return null;
        }

        var part = row["time of day"];
        var time = part is not null && Parts.TryGetValue(part, out var known) ? DiaryTime.On(date.Day, known)
            : part is not null && part.Contains(':') && Moments.Parse($"{date.Day:yyyy-MM-dd} {part}") is { } clock ? DiaryTime.Instant(clock.ToUtc(findings.Context.Zones))
            : DiaryTime.On(date.Day);
        return new BearableRow(date.Day, time, category, row["rating/amount"], ItemsOf(row["rating/amount"], row["detail"], findings), row["notes"]);
    }

    /// <summary><c>1st Jan 2024</c> without its ordinal.</summary>
    private static string? Plain(string? date)
    {
        var words = date?.Split(' ', 2);
        return words is [{ Length: > 2 } first, var rest] && char.IsAsciiDigit(first[0]) && first[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? $"{first[..^2]} {rest}" : date;
    }

    /// <summary>Amounts and names pair up where there are as many of both; one amount for many names is a sum, and belongs to none of them.</summary>
    private static IReadOnlyList<BearableItem> ItemsOf(string? amounts, string? details, RowFindings findings)
    {
        var (each, names) = (Split(amounts), Split(details));
        if (names.Length == each.Length)
        {
            return [.. names.Select((name, i) => new BearableItem(name, each[i]))];
        }

        if (each.Length > 1)
        {
            findings.Context.Facts.Note("rows whose amounts and names do not pair up: kept as one entry");
            return [new BearableItem(details ?? "", amounts)];
        }

        return [.. names.Select(name => new BearableItem(name, null))];
    }

    private static string[] Split(string? text) => (text ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
