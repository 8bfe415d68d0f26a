using System.Text.Json;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class EvidenceTests
{
    [Fact]
    public void Numbers_are_rounded_to_six_decimals_and_unknown_ones_left_out()
    {
        var evidence = Evidence.Of(("load_ratio", 1.23456789), ("load_7_days_z", null));

        Assert.Equal(1.234568, evidence["load_ratio"]);
        Assert.False(evidence.ContainsKey("load_7_days_z"));
        Assert.Single(evidence);
        Assert.Throws<KeyNotFoundException>(() => evidence["load_7_days_z"]);
    }

    [Fact]
    public void The_same_numbers_are_equal()
    {
        var joined = Evidence.Join(Evidence.Of(("a_minutes", 1)), ("b_ml", 2));

        Assert.Equal(Evidence.Of(("a_minutes", 1), ("b_ml", 2)), joined);
        Assert.Equal(Evidence.Of(("a_minutes", 1), ("b_ml", 2)).GetHashCode(), joined.GetHashCode());
        Assert.NotEqual(Evidence.Of(("a_minutes", 1), ("b_ml", 3)), joined);
    }

    [Fact]
    public void Evidence_becomes_a_json_object() =>
        Assert.Equal("""{"sleep_minutes":372.5}""", JsonSerializer.Serialize<IReadOnlyDictionary<string, double>>(Evidence.Of(("sleep_minutes", 372.5))));
}
