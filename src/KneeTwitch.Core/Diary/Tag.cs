namespace KneeTwitch.Core.Diary;

/// <summary>Something the wearer ticks or counts under a name of their own: a factor of a journal, an answer of an app's questionnaire.</summary>
public sealed record Tag : DiaryFact
{
    public required string Name { get; init; }

    /// <summary>Ticked or not, where it is a question of yes or no.</summary>
    public bool? IsYes { get; init; }

    /// <summary>A number, where it is one.</summary>
    public double? Amount { get; init; }

    /// <summary>The unit of the number, or the top of its scale as "of 5".</summary>
    public string? Unit { get; init; }
}
