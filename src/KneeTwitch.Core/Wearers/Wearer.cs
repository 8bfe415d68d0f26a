namespace KneeTwitch.Core.Wearers;

/// <summary>The person whose body it is, as far as rules and days need to know them. Null: not known.</summary>
public sealed record Wearer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public int? BirthYear { get; init; }

    public Sex Sex { get; init; }

    public double? HeightCm { get; init; }

    public double? MassKg { get; init; }

    /// <summary>Set by hand, from a test; null: taken from age.</summary>
    public double? MaximalHeartRateBpm { get; init; }

    public bool IsPregnant { get; init; }

    public bool IsLactating { get; init; }

    /// <summary>Pregnancies whose dates are known; without any, <see cref="IsPregnant"/> holds for every day.</summary>
    public IReadOnlyList<LifeSpan> Pregnancies { get; init; } = [];

    /// <summary>Times of breastfeeding whose dates are known; without any, <see cref="IsLactating"/> holds for every day.</summary>
    public IReadOnlyList<LifeSpan> Lactations { get; init; } = [];

    /// <summary>Advice on potassium is withheld.</summary>
    public bool HasKidneyDisease { get; init; }

    /// <summary>Works in shifts: irregular sleep is then the job's, and only ever watched.</summary>
    public bool HasRotatingSchedule { get; init; }

    public required ZoneHistory Zones { get; init; }

    public bool IsPregnantOn(DateOnly day) => Pregnancies.Count > 0 ? Pregnancies.Any(span => span.Holds(day)) : IsPregnant;

    public bool IsLactatingOn(DateOnly day) => Lactations.Count > 0 ? Lactations.Any(span => span.Holds(day)) : IsLactating;

    /// <summary>Age in whole years at the end of the year of a day, less one: never too old by a birthday. Null if the birth year is not known.</summary>
    public int? AgeOn(DateOnly day) => BirthYear is { } year ? Math.Max(0, day.Year - year - 1) : null;
}
