namespace KneeTwitch.Core.Diary;

/// <summary>A medicine that is taken from its entry's day on, at a dose. A change of dose is another entry [risk-factors C14].</summary>
public sealed record Medicine : DiaryFact
{
    /// <summary>As the wearer or their app writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Its code in the Anatomical Therapeutic Chemical classification, where it is known.</summary>
    public string? Atc { get; init; }

    /// <summary>The daily amount, in <see cref="Unit"/>.</summary>
    public double? DailyAmount { get; init; }

    public string? Unit { get; init; }

    /// <summary>The first day without it; null while it is taken.</summary>
    public DateOnly? StoppedOn { get; init; }
}
