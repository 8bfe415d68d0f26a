using System.Text;
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

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("ring \uDC4D ring")]
    [InlineData("\uDC4D\uD83D")]
    public void Half_a_letter_is_replaced_and_never_fails(string written)
    {
        var name = Source.Named(written).Name;

        Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        Assert.Contains('\uFFFD', name);
    }

    [Fact]
    public void A_long_name_is_not_cut_within_a_letter()
    {
        var name = Source.Named(new string('a', Source.MaximumLength - 1) + "\uD83D\uDC4D").Name;

        Assert.Equal(new string('a', Source.MaximumLength - 1), name);
    }
}
