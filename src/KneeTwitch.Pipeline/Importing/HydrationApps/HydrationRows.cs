using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>Understands the rows of one file of drinks. A row without a unit is none that can be used: nothing is guessed from its size.</summary>
internal sealed class HydrationRows(ExportEntry entry, HydrationTable table, DayFiles files, HydrationLog log, RowFindings findings)
{
    private const double AlcoholGramsPerMl = 0.789, Percent = 100;
    private static readonly string[] Totals = ["total", "totals", "summe", "gesamt", "suma", "somme", "totale", "sum"];
    private readonly Source source = Source.Named(HydrationTable.AppOf(entry), SourceKind.App);

    internal HydrationColumns Columns { get; } = new(table.Names);

    /// <summary>The date of a row with its time, as one text.</summary>
    internal string? DateOf(Func<int, string?> cell) =>
        cell(Columns.Date) is { } date && cell(Columns.Clock) is { } clock && !date.Contains(':') ? $"{date} {clock}" : cell(Columns.Date);

    /// <summary>Takes a row; false where another table begins.</summary>
    /// <param name="cell">The text of a cell, null where nothing is said.</param>
    internal bool Add(Func<int, string?> cell, bool hasDecimalComma)
    {
        if (IsTotal(cell(Columns.Drink)) || IsTotal(cell(Columns.Date)))
        {
            findings.Context.Facts.LeftUnread("totals among drinks");
            return true;
        }

        var date = DateOf(cell);
        if (Moments.Parse(date, files.OrderOf(entry)) is not { } moment)
        {
            if (cell(Columns.Date) is { } word && HydrationColumns.IsName(word))
            {
                findings.Context.Facts.LeftUnread("tables behind the drinks");
                return false;
            }

            findings.Reject(files.IsAmbiguous(entry) ? "a date whose day and month cannot be told apart" : "a date that cannot be read");
            return true;
        }

        if (!files.Tells(entry, moment.Day))
        {
            findings.Context.Facts.LeftUnread("drinks of days that a newer file tells");
        }
        else if (Ml(cell, moment, hasDecimalComma) is { } ml && ml != 0)
        {
            if (Columns.HasAdjusted)
            {
                findings.Context.Facts.LeftUnread("what the app takes drinks for");
            }

            log.Add(table.Group, cell(Columns.Id), moment, ml, (Caffeine(cell, hasDecimalComma), Alcohol(cell, ml, hasDecimalComma)), source, findings);
        }

        return true;
    }

    private static bool IsTotal(string? text) => text is not null && Totals.Contains(CsvHeader.Normalize(text).TrimEnd(':'));

    private double? Ml(Func<int, string?> cell, Moment moment, bool hasDecimalComma)
    {
        var text = cell(Columns.Amount);
        var digits = text?.TakeWhile(letter => !char.IsLetter(letter)).Count() ?? 0;
        if (text is null || Number(text[..digits].Trim(), hasDecimalComma) is not { } number)
        {
            findings.Reject(text is null ? "a drink without an amount" : "an amount that is not a number");
            return null;
        }

        var unit = text[digits..].Trim() is { Length: > 0 } said ? said : cell(Columns.Unit) ?? Columns.AmountUnit;
        if (unit is null || HydrationUnits.Find(unit) is not { } ml)
        {
            findings.Reject(unit is null ? "a drink without a unit" : "a drink whose unit is not known");
            return null;
        }

        var zone = findings.Context.Zones.ZoneAt(moment.ToUtc(findings.Context.Zones)).Id;
        return number * (HydrationUnits.IsImperial(zone) ? ml.Imperial : ml.Us);
    }

    private double? Caffeine(Func<int, string?> cell, bool hasDecimalComma)
    {
        // In grams where the name says so, else in milligrams as every app has it.
        var name = Columns.Caffeine < 0 ? "" : Columns.Names[Columns.Caffeine];
        var factor = name.Contains("(g)", StringComparison.OrdinalIgnoreCase) ? 1_000 : 1;
        return cell(Columns.Caffeine) is { } text ? Number(text, hasDecimalComma) * factor : null;
    }

    /// <summary>Grams: by weight or by share, as the column's name says; a number of units is no amount.</summary>
    private double? Alcohol(Func<int, string?> cell, double ml, bool hasDecimalComma)
    {
        if (cell(Columns.Alcohol) is not { } text || Number(text.TrimEnd('%', ' '), hasDecimalComma) is not { } number)
        {
            return null;
        }

        var name = Columns.Names[Columns.Alcohol];
        var isShare = text.EndsWith('%') || name.Contains('%') || name.Contains("abv", StringComparison.OrdinalIgnoreCase);
        if (isShare)
        {
            return Math.Max(0, ml) * number / Percent * AlcoholGramsPerMl;
        }

        if (name.EndsWith("(g)", StringComparison.OrdinalIgnoreCase))
        {
            return number;
        }

        findings.Context.Facts.LeftUnread("alcohol in units that are not known");
        return null;
    }

    /// <summary>One or two digits behind a comma are decimals in any table.</summary>
    private static double? Number(string text, bool hasDecimalComma)
    {
        var comma = text.LastIndexOf(',');
        return TextNumber.ParseGrouped(text, hasDecimalComma || (comma >= 0 && text.Length - comma is 2 or 3));
    }
}
