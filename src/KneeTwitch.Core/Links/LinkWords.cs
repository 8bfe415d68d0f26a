using System.Globalization;

namespace KneeTwitch.Core.Links;

/// <summary>The honest wording of links: counts and coincidence, no causes, no p-values [statistics 4.10].</summary>
public static class LinkWords
{
    /// <summary>What to bear in mind, for the help page [statistics 4.11].</summary>
    public static IReadOnlyList<string> Cautions { get; } =
    [
        "Who is worried looks more closely and logs more.",
        "Logging gets tired after some weeks.",
        "On one day it is not known which came first.",
        "Twitches are mostly noticed at rest in the evening.",
        "Factors move together: late coffee and a short night, for example.",
        "Seasons change many things at once.",
    ];

    /// <summary>A factor at a look, as a sentence or two.</summary>
    public static string Of(LinkLook look, LinkFinding finding)
    {
        if (finding.Class == LinkClass.NotEnoughData)
        {
            return $"Not enough data yet: {finding.Missing}.";
        }

        var after = Exposures.All.First(exposure => exposure.Factor == finding.Factor).After;
        var counts = string.Create(CultureInfo.InvariantCulture,
            $"In the last {look.WindowDays / 7} weeks twitching was logged on {finding.ExposedEpisodes} of {finding.ExposedDays} days {after} and on {finding.OtherEpisodes} of {finding.OtherDays} comparable days.");
        return (finding.Class, finding.T > 0) switch
        {
            (LinkClass.Repeated, true) => $"{counts} The same pattern came up in two looks. It may be coincidence, or both may follow from something else.",
            (LinkClass.Repeated, false) => $"{counts} Fewer than on other days, in two looks. It may be coincidence, or both may follow from something else.",
            (LinkClass.SeenOnce, _) => $"{counts} This came up in one look only; about one year in four shows such a thing by chance alone.",
            _ => $"{counts} No pattern stands out. {Missed(look.WindowDays)}",
        };
    }

    /// <summary>How much so short a time can miss [statistics 4.9].</summary>
    public static string Missed(int windowDays) => windowDays switch
    {
        < 112 => "An effect could be missed: 12 weeks find a doubling of the odds only about one time in ten.",
        < LinkAnalysis.MostDays => "An effect could be missed: 16 weeks find a doubling of the odds only about one time in six.",
        _ => "An effect could be missed: 24 weeks find a doubling of the odds only about one time in three.",
    };
}
