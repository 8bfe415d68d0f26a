using KneeTwitch.Pipeline.Importing.Formats.Fit;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats.Fit;

public class FitTypeTests
{
    [Theory]
    [InlineData(0x00, "FF")]
    [InlineData(0x01, "7F")]
    [InlineData(0x02, "FF")]
    [InlineData(0x83, "FF7F")]
    [InlineData(0x84, "FFFF")]
    [InlineData(0x85, "FFFFFF7F")]
    [InlineData(0x86, "FFFFFFFF")]
    [InlineData(0x88, "FFFFFFFF")]
    [InlineData(0x89, "FFFFFFFFFFFFFFFF")]
    [InlineData(0x0A, "00")]
    [InlineData(0x8B, "0000")]
    [InlineData(0x8C, "00000000")]
    [InlineData(0x0D, "FF")]
    [InlineData(0x8E, "FFFFFFFFFFFFFF7F")]
    [InlineData(0x8F, "FFFFFFFFFFFFFFFF")]
    [InlineData(0x90, "0000000000000000")]
    public void Every_type_has_a_value_that_says_nothing(byte type, string item) => Assert.Null(Both(type, item));

    [Theory]
    [InlineData(0x00, "07", 7)]
    [InlineData(0x01, "FF", -1)]
    [InlineData(0x02, "00", 0)]
    [InlineData(0x83, "FEFF", -2)]
    [InlineData(0x84, "0001", 256)]
    [InlineData(0x85, "FDFFFFFF", -3)]
    [InlineData(0x86, "00000080", 2_147_483_648)]
    [InlineData(0x88, "0000C03F", 1.5)]
    [InlineData(0x89, "000000000000F83F", 1.5)]
    [InlineData(0x0A, "FF", 255)]
    [InlineData(0x8B, "FFFF", 65_535)]
    [InlineData(0x8C, "FFFFFFFF", 4_294_967_295)]
    [InlineData(0x8E, "FCFFFFFFFFFFFFFF", -4)]
    [InlineData(0x8F, "0500000000000000", 5)]
    [InlineData(0x90, "0600000000000000", 6)]
    public void Every_type_is_read_in_either_byte_order(byte type, string item, double value) => Assert.Equal(value, Both(type, item));

    [Theory]
    [InlineData(0x88, "0000807F")]
    [InlineData(0x89, "000000000000F0FF")]
    public void What_is_not_finite_says_nothing(byte type, string item) => Assert.Null(Both(type, item));

    /// <summary>Of an item in little-endian order, and of the same one turned round.</summary>
    private static double? Both(byte type, string item)
    {
        var bytes = Convert.FromHexString(item);
        Assert.Equal(bytes.Length, FitType.Size(type));
        var little = FitType.Number(type, bytes, isBigEndian: false);
        Assert.Equal(little, FitType.Number(type, [.. bytes.Reverse()], isBigEndian: true));
        return little;
    }
}
