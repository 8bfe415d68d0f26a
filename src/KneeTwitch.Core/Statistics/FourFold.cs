namespace KneeTwitch.Core.Statistics;

/// <summary>Days of a stratum by exposure and outcome.</summary>
/// <param name="ExposedYes">Exposed days with an episode.</param>
/// <param name="ExposedNo">Exposed days without.</param>
/// <param name="OtherYes">Other days with an episode.</param>
/// <param name="OtherNo">Other days without.</param>
public readonly record struct FourFold(int ExposedYes, int ExposedNo, int OtherYes, int OtherNo)
{
    public int Count => ExposedYes + ExposedNo + OtherYes + OtherNo;
}
