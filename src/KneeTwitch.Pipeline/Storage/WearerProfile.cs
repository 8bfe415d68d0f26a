using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>What the wearer says of themselves. Written by WearerTable.</summary>
public sealed class WearerProfile
{
    public required Guid WearerId { get; init; }

    /// <summary>The name commands and pages use; unique on this installation.</summary>
    public required string Name { get; set; }

    public int? BirthYear { get; set; }

    public Sex Sex { get; set; }

    public double? HeightCm { get; set; }

    public double? MassKg { get; set; }

    /// <summary>From a test; null: taken from age.</summary>
    public double? MaximalHeartRateBpm { get; set; }

    public bool IsPregnant { get; set; }

    public bool IsLactating { get; set; }

    public bool HasKidneyDisease { get; set; }

    public string? Email { get; set; }

    public bool WantsDigest { get; set; } = true;

    /// <summary>The zone of the machine at the wearer's creation; counts only while the wearer has not said one and no export shows one.</summary>
    public required string AssumedZone { get; set; }

    /// <summary>The zone in force now, kept beside the history so that the schedule can ask for everybody whose morning it is.</summary>
    public required string CurrentZone { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
