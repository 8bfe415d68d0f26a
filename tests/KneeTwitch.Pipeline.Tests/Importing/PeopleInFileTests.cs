using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class PeopleInFileTests
{
    [Fact]
    public void The_only_person_is_taken_without_asking_and_nobody_is_nobody()
    {
        Assert.Equal("1503", Choose(null, "1503", "1503"));
        Assert.Null(Choose(null));
    }

    [Fact]
    public void Of_several_people_the_one_that_was_named_is_taken() => Assert.Equal("Ann", Choose(" ann ", "Bob", "Ann"));

    [Fact]
    public void Several_people_are_listed_and_nobody_is_guessed()
    {
        var failure = Assert.Throws<ExportFormatException>(() => Choose(null, [.. Enumerable.Range(10, 30).Select(id => $"p{id}")]));

        Assert.Contains("holds 30 people: p10, p11", failure.Message, StringComparison.Ordinal);
        Assert.Contains("p29 and 10 more", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--person", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_who_is_not_there_is_not_replaced_by_another() => Assert.Throws<ExportFormatException>(() => Choose("Cy", "Ann"));

    private static string? Choose(string? named, params string[] people) =>
        PeopleInFile.Choose(new ReadingContext { Zones = ZoneHistory.Of("UTC"), AsOf = Given.Accepted, Person = named }, "Vendor", "study.csv", people);
}
