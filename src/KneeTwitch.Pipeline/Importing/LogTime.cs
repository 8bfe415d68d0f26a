using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>When something was eaten or drunk: an instant, or hours between which it was, as a diary without a clock leaves it.</summary>
internal readonly record struct LogTime(DateTimeOffset Start, DateTimeOffset End)
{
    private const int NoonHour = 12;

    /// <summary>Words for meals, folded; what people call their own meals is not known.</summary>
    private static readonly (PartOfDay Part, int FromHour, int ToHour, string[] Words)[] Meals =
    [
        (PartOfDay.Morning, 7, 10, ["breakfast", "fruhstuck", "petitdejeuner", "desayuno", "colazione", "cafedamanha", "pequenoalmoco", "ontbijt"]),
        (PartOfDay.Midday, 12, 14, ["lunch", "mittagessen", "dejeuner", "almuerzo", "comida", "pranzo", "almoco"]),
        (PartOfDay.Evening, 18, 21, ["dinner", "supper", "abendessen", "diner", "cena", "jantar", "avondeten"]),
    ];

    internal static LogTime At(DateTimeOffset instant) => new(instant, instant);

    /// <summary>
    /// A row's place on its day: the minute where one was written; else the usual hours of its meal; else from noon to the end of the day,
    /// because noon is on that day wherever the wearer is. The length says how little is known.
    /// </summary>
    /// <param name="clock">A time of day as written, or null.</param>
    /// <param name="meal">What the app calls the meal, or null.</param>
    internal static LogTime Of(DateOnly day, string? clock, string? meal, ZoneHistory zones)
    {
        if (clock is not null && Moments.Parse(FormattableString.Invariant($"{day:yyyy-MM-dd} {clock}")) is { HasTime: true } moment)
        {
            return At(moment.ToUtc(zones));
        }

        var folded = CsvHeader.Normalize(meal ?? "");
        foreach (var (_, fromHour, toHour, words) in Meals)
        {
            if (words.Contains(folded))
            {
                return new LogTime(Hour(fromHour), Hour(toHour));
            }
        }

        return new LogTime(Hour(NoonHour), zones.EndOf(day));

        DateTimeOffset Hour(int hour) => zones.ToUtc(day.ToDateTime(new TimeOnly(hour, 0)));
    }

    /// <summary>The part of the day of a meal; null where its name is not known.</summary>
    internal static PartOfDay? PartOf(string? meal)
    {
        var folded = CsvHeader.Normalize(meal ?? "");
        return Array.Find(Meals, known => known.Words.Contains(folded)) is { Words: not null } found ? found.Part : null;
    }
}
