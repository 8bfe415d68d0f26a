using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>Rows as entries of the diary, and nights and drinks as readings.</summary>
internal sealed class BearableDiary(ReadingContext context)
{
    internal static readonly Source App = Source.Named("Bearable", SourceKind.App);

    private static readonly HashSet<string> Scores = new(StringComparer.OrdinalIgnoreCase) { "Mood", "Energy", "Sleep quality", "Bowel movements", "Period", "Important events", "Gratitude" };
    private readonly HashSet<DateOnly> days = [];
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    /// <summary>The entries of a row; a day's first row also says that the day is said anew.</summary>
    internal IEnumerable<DiaryEntry> EntriesOf(BearableRow row, RowFindings findings)
    {
        if (days.Add(row.Day))
        {
            yield return Entry(DiaryTime.On(row.Day), new DayReplaced(), "day", row.Day.ToString("O", CultureInfo.InvariantCulture));
        }

        foreach (var (fact, name) in FactsOf(row, findings))
        {
            var what = row.Note is null ? fact : fact with { Remark = row.Note };
            string[] parts = [row.Day.ToString("O", CultureInfo.InvariantCulture), row.Time.Part?.ToString() ?? row.Time.At?.ToString("t", CultureInfo.InvariantCulture) ?? "", row.Category, name, row.Amount ?? ""];
            var same = string.Join('\u001F', parts);
            var ordinal = ordinals[same] = ordinals.GetValueOrDefault(same) + 1;
            yield return Entry(row.Time, what, [.. parts, ordinal.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    private DiaryEntry Entry(DiaryTime time, DiaryFact what, params string[] key) =>
        new() { Key = DiaryEntry.KeyOf(App, key), Source = App, Time = time, Said = context.ExportedAt, What = what };

    private IEnumerable<(DiaryFact Fact, string Name)> FactsOf(BearableRow row, RowFindings findings)
    {
        switch (row.Category.ToLowerInvariant())
        {
            case "symptom" or "symptoms":
                return row.Items.Select(item => (SymptomOf(item), item.Name));
            case "meds/supplements" or "medication" or "medications":
                return row.Items.Select(item => ((DiaryFact)DoseOf(item), item.Name));
            case "sleep":
                BearableSleep.Add(row, findings);
                return [];
            case "health measurements" or "health measurement":
                context.Facts.LeftUnread("health measurements: copies of what a device measured");
                return [];
            case "drinks" or "water intake" or "nutrition / meal" or "nutrition":
                return row.Items.Where(item => !AddDrink(row, item, findings)).Select(item => ((DiaryFact)new Tag { Name = item.Name, Amount = Number(item.Amount) }, item.Name));
            default:
                return row.Items.Count == 0 && row.Amount is null && row.Note is null
                    ? []
                    : row.Items.Count == 0
                        ? [(new Tag { Name = row.Category, Amount = Number(row.Amount) }, "")]
                        : row.Items.Select(item => ((DiaryFact)TagOf(row, item), item.Name));
        }
    }

    private static DiaryFact SymptomOf(BearableItem item)
    {
        var (name, word) = item.Parts();
        var severity = BearableWords.Severity(word ?? item.Amount);
        var remark = word is not null && severity is null ? word : null; // A scale of the person's own: the word is kept.
        var (side, place) = (BearableWords.SideOf(name), BearableWords.PlaceOf(name));
        return BearableWords.IsTwitch(name) ? new Twitch { Side = side, Place = place, Intensity = severity, Remark = remark ?? name }
            : BearableWords.IsCramp(name) ? new Cramp { Side = side, Place = place, Severity = severity, Remark = remark ?? name }
            : new Symptom { Name = name, Metric = BearableWords.MetricOf(name), Severity = severity, Side = side, Place = place, Remark = remark };
    }

    private static Dose DoseOf(BearableItem item)
    {
        var amount = item.Amount ?? "";
        var unit = amount.TrimStart("+-0123456789., ".ToCharArray());
        return new Dose { Name = item.Name, Amount = Number(amount[..^unit.Length]), Unit = unit.Trim() is { Length: > 0 } some ? some : null };
    }

    private static Tag TagOf(BearableRow row, BearableItem item) => Scores.Contains(row.Category)
        ? new Tag { Name = $"{row.Category}: {item.Name}", Amount = Number(item.Amount ?? row.Amount) }
        : new Tag { Name = item.Name, IsYes = row.Amount is null ? true : null, Amount = Number(item.Amount) };

    /// <summary>A drink only where a volume with its unit stands there; a drink without an hour is one of the day's total.</summary>
    private static bool AddDrink(BearableRow row, BearableItem item, RowFindings findings)
    {
        var amount = item.Amount ?? "";
        var unit = amount.TrimStart("+-0123456789., ".ToCharArray());
        if (unit.Length == 0 || Number(amount[..^unit.Length]) is not { } number || Units.ToBase(number, unit, Dimension.Volume) is not { } ml)
        {
            return false;
        }

        if (row.Time.At is { } at)
        {
            findings.Add(Metric.WaterMl, at, at, ml, App);
        }
        else
        {
            findings.AddAtDay(Metric.WaterMl, row.Day, ml, App);
        }

        return true;
    }

    private static double? Number(string? text) => text is null ? null : TextNumber.Parse(text.Trim());
}
