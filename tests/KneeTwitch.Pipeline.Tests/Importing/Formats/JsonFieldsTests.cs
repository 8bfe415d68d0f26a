using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"a":7}""", 7.0)]
    [InlineData("""{"a":"7.5"}""", 7.5)]
    [InlineData("""{"a":7,"b":"\ud83d"}""", null)]
    [InlineData("""{"a":7,"\ud83d":1}""", null)]
    [InlineData("""{"a":7""", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_value_in_a_cell_is_read_if_it_is_whole(string? cell, double? expected) => Assert.Equal(expected, JsonFields.Parse(cell)?.Number("a"));

    [Fact]
    public void Half_a_letter_in_a_cell_makes_it_no_JSON() => Assert.Null(JsonFields.Parse("{\"a\":7,\"b\":\"\ud83d\"}"));
}
