using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Diary;

/// <summary>What the wearer answered for a day. A question that was not answered is null: nobody said "no" [risk-factors 2, 3].</summary>
public sealed record CheckIn : DiaryFact
{
    /// <summary>"No twitch today" is false, "yes" is true; episodes say more.</summary>
    public bool? HasTwitched { get; init; }

    /// <summary>0 to 10.</summary>
    public double? Stress { get; init; }

    /// <summary>Worst soreness or pain of the left leg, 0 to 10; so <see cref="SorenessRight"/>.</summary>
    public double? SorenessLeft { get; init; }

    public double? SorenessRight { get; init; }

    /// <summary>0 to 9.</summary>
    public double? Thirst { get; init; }

    /// <summary>1 (pale) to 8 (dark).</summary>
    public double? UrineColour { get; init; }

    /// <summary>Cigarettes, pouches, 15 puffs of a vape.</summary>
    public double? NicotineUnits { get; init; }

    /// <summary>Pain that runs down a leg, 0 to 10.</summary>
    public double? LegPain { get; init; }

    /// <summary>What else holds of the whole day.</summary>
    public CheckInItems Items { get; init; }

    /// <summary>What makes the day unlike others; such days are left out of baselines.</summary>
    public DayTags Tags { get; init; }

    /// <summary>Answers to the questions of the red flags and of nerve root; at most one a question and side.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>
    /// Two check-ins of one day as one: what the newer says counts, where it is silent the older. Items and tags of the newer replace those
    /// of the older only if it has any.
    /// </summary>
    public CheckIn Over(CheckIn older) => new()
    {
        Remark = Remark ?? older.Remark,
        HasTwitched = HasTwitched ?? older.HasTwitched,
        Stress = Stress ?? older.Stress,
        SorenessLeft = SorenessLeft ?? older.SorenessLeft,
        SorenessRight = SorenessRight ?? older.SorenessRight,
        Thirst = Thirst ?? older.Thirst,
        UrineColour = UrineColour ?? older.UrineColour,
        NicotineUnits = NicotineUnits ?? older.NicotineUnits,
        LegPain = LegPain ?? older.LegPain,
        Items = Items == CheckInItems.None ? older.Items : Items,
        Tags = Tags == DayTags.None ? older.Tags : Tags,
        Answers = [.. Answers, .. older.Answers.Where(before => !Answers.Any(now => (now.Question, now.Side) == (before.Question, before.Side)))],
    };
}
