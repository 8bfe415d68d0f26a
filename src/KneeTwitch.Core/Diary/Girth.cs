namespace KneeTwitch.Core.Diary;

/// <summary>The girth of a leg by tape, the mean of three readings at one height mark [risk-factors RF3].</summary>
public sealed record Girth : DiaryFact
{
    /// <summary>Thigh or calf.</summary>
    public required string Place { get; init; }

    public required Side Side { get; init; }

    /// <summary>10 to 150.</summary>
    public required double Centimetres { get; init; }

    /// <summary>Height of the mark above the floor or the knee, as the wearer counts it; measurements at other marks are not compared.</summary>
    public double? MarkCm { get; init; }
}
