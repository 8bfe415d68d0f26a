using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Readings;

public class SourceTests
{
    [Theory]
    [InlineData("Ann\u2019s\u00A0Watch ", "Ann's Watch")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("a\u0000b\u0007", "ab")]
    [InlineData(" \u0000 ", "unknown")]
    [InlineData("\uD83D\uDC4D band", "\uD83D\uDC4D band")]
    public void Two_spellings_of_a_device_are_one_name(string written, string expected) => Assert.Equal(expected, Source.Named(written).Name);

    [Fact]
    public void Half_a_letter_is_replaced_and_never_fails()
    {
        foreach (var written in new[] { "\uD83D", "ring \uDC4D ring", "\uDC4D\uD83D", "Zoe\u0308 \uD83D" })
        {
            var name = Source.Named(written).Name;

            Assert.DoesNotContain(name, char.IsSurrogate);
            Assert.Contains('\uFFFD', name);
        }
    }

    [Fact]
    public void A_long_name_is_not_cut_within_a_letter()
    {
        var name = Source.Named(new string('a', Source.MaximumLength - 1) + "\uD83D\uDC4D").Name;

        Assert.Equal(new string('a', Source.MaximumLength - 1), name);
    }
}
