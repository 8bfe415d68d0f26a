using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>The words people write into a diary of their own, in a few languages. A word that is none of these is never guessed at.</summary>
internal static class GenericWords
{
    /// <summary>The longest episode that is believed.</summary>
    private const double MostSeconds = 86_400;

    private static readonly Dictionary<string, bool> YesAndNo = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true,
        ["y"] = true,
        ["true"] = true,
        ["1"] = true,
        ["x"] = true,
        ["ja"] = true,
        ["j"] = true,
        ["oui"] = true,
        ["si"] = true,
        ["sí"] = true,
        ["no"] = false,
        ["n"] = false,
        ["false"] = false,
        ["0"] = false,
        ["nein"] = false,
        ["non"] = false,
    };

    private static readonly Dictionary<string, Side> Sides = new(StringComparer.OrdinalIgnoreCase)
    {
        ["l"] = Side.Left,
        ["left"] = Side.Left,
        ["links"] = Side.Left,
        ["gauche"] = Side.Left,
        ["izquierda"] = Side.Left,
        ["r"] = Side.Right,
        ["right"] = Side.Right,
        ["rechts"] = Side.Right,
        ["droite"] = Side.Right,
        ["derecha"] = Side.Right,
        ["b"] = Side.Both,
        ["both"] = Side.Both,
        ["beide"] = Side.Both,
        ["beidseits"] = Side.Both,
        ["ambos"] = Side.Both,
    };

    private static readonly Dictionary<string, double> Severities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = 0,
        ["mild"] = 2,
        ["leicht"] = 2,
        ["moderate"] = 5,
        ["mittel"] = 5,
        ["severe"] = 8,
        ["stark"] = 8,
    };

    private static readonly Dictionary<string, string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["knie"] = "knee",
        ["genou"] = "knee",
        ["rodilla"] = "knee",
        ["wade"] = "calf",
        ["mollet"] = "calf",
        ["pantorrilla"] = "calf",
        ["oberschenkel"] = "thigh",
        ["cuisse"] = "thigh",
        ["muslo"] = "thigh",
        ["quad"] = "thigh_front",
        ["quadriceps"] = "thigh_front",
        ["hamstring"] = "thigh_back",
        ["schienbein"] = "shin",
        ["lid"] = "eyelid",
        ["augenlid"] = "eyelid",
        ["eye lid"] = "eyelid",
        ["fuss"] = "foot",
        ["fuß"] = "foot",
        ["hüfte"] = "hip",
        ["zeh"] = "toe",
    };

    private static readonly HashSet<string> Nowhere = new(StringComparer.OrdinalIgnoreCase) { "none", "no", "nothing", "nowhere", "keine", "nirgends", "aucun", "ninguno" };

    internal static bool? YesOrNo(string text) => YesAndNo.TryGetValue(text, out var answer) ? answer : null;

    internal static Side? SideOf(string text) => Sides.TryGetValue(text, out var side) ? side : null;

    /// <summary>True where the row says that nothing twitched that day.</summary>
    internal static bool IsNowhere(string place) => Nowhere.Contains(place);

    internal static string PlaceOf(string text) => Places.TryGetValue(text, out var known) ? known : Core.Diary.Places.Named(text);

    /// <summary>0 to 10, as a number or as a word.</summary>
    internal static double? Severity(string text, bool hasDecimalComma) =>
        Severities.TryGetValue(text, out var known) ? known : TextNumber.Parse(text, hasDecimalComma) is >= 0 and <= 10 and var number ? number : null;

    /// <summary>Seconds of <c>90</c>, <c>90s</c>, <c>2m</c>, <c>1.5 h</c>, <c>1:30</c> (minutes and seconds), <c>1:00:00</c>, <c>PT90S</c>; null for anything else and for more than a day.</summary>
    internal static double? Seconds(string text, bool hasDecimalComma)
    {
        var seconds = text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) ? Iso(text) : text.Contains(':') ? Clock(text) : Measured(text, hasDecimalComma);
        return seconds is >= 0 and <= MostSeconds ? seconds : null;
    }

    private static double? Measured(string text, bool hasDecimalComma)
    {
        var unit = text.TrimStart("+-0123456789., ".ToCharArray());
        var number = TextNumber.Parse(text[..^unit.Length].Trim(), hasDecimalComma);
        return unit.Length == 0 ? number
            : unit.Trim() is "m" ? number * 60
            : number is { } value ? Units.ToBase(value, unit, Dimension.Time) : null;
    }

    private static double? Clock(string text)
    {
        var parts = text.Split(':');
        var total = 0.0;
        foreach (var part in parts)
        {
            if (parts.Length > 3 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            total = (total * 60) + number;
        }

        return total;
    }

    private static double? Iso(string text)
    {
        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text.ToUpperInvariant()).TotalSeconds;
        }
        catch (Exception none) when (none is FormatException or OverflowException)
        {
            return null;
        }
    }
}
