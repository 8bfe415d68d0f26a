using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Commands;

/// <summary>When an entry was: a moment on the wearer's clock, or a day with perhaps a part of it.</summary>
internal static class DiaryMoment
{
    private static readonly string[] Local = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] Zoned = ["yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:sszzz"];

    private static readonly Option<string?> At = new("--at")
    {
        Description = "When: \"2026-03-01 22:15\" on your clock, or with an offset; 22:15 is today's. Without it and --on: now, or today.",
        HelpName = "TIME",
    };

    private static readonly Option<DateOnly?> On = new("--on") { Description = "The day, where the time is not known, such as 2026-03-01.", HelpName = "DAY" };

    private static readonly Option<PartOfDay?> Part = new("--part")
    {
        Description = $"With --on, the part of the day: {DiaryWord.Known<PartOfDay>()}.",
        HelpName = "WORD",
        CustomParser = typed => DiaryWord.Of<PartOfDay>(typed, typed.Tokens[0].Value),
    };

    internal static IReadOnlyList<Symbol> Options => [At, On, Part];

    /// <summary>Null where no time was typed.</summary>
    /// <exception cref="CommandException">It is no time, or two were typed.</exception>
    internal static DiaryTime? Typed(Invocation run, ZoneHistory zones, DateTimeOffset now)
    {
        var (at, on, part) = (run.Get(At), run.Get(On), run.Get(Part));
        if ((at is not null && on is not null) || (part is not null && on is null))
        {
            throw new CommandException(part is null ? "Give --at or --on, not both." : "--part needs --on.");
        }

        return at is not null ? DiaryTime.Instant(Parse(at, zones, now)) : on is { } day ? DiaryTime.On(day, part) : null;
    }

    private static DateTimeOffset Parse(string text, ZoneHistory zones, DateTimeOffset now)
    {
        if (TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return zones.ToUtc(zones.DayOf(now).ToDateTime(time));
        }

        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return zones.ToUtc(local);
        }

        var zoned = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00") : text;
        return DateTimeOffset.TryParseExact(zoned, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new CommandException($"\"{text}\" is no time. Give one as \"2026-03-01 22:15\", 22:15 or 2026-03-01T22:15+01:00.");
    }
}
