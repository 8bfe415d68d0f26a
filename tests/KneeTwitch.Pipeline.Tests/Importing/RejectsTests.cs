using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Messages;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public class RejectsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reasons_are_counted_with_the_place_of_the_first()
    {
        var rejects = new Rejects();

        rejects.Add("bad", "a.xml", 10);
        rejects.AddLine("worse", "b.csv", 3);
        rejects.Add("bad", "a.xml", 99);

        Assert.Equal([("bad", 2, "a.xml, byte 10"), ("worse", 1, "b.csv, line 3")], rejects.All.Select(reject => (reject.Reason, (int)reject.Count, reject.First)));
        Assert.Equal(3, rejects.Count);
    }

    [Fact]
    public void What_a_database_cannot_hold_is_not_in_a_reason()
    {
        var rejects = new Rejects();

        rejects.Add("the unit 'a\0b\ud83d' is not known", "a.xml", 1);

        Assert.Equal("the unit 'a b\ufffd' is not known", Assert.Single(rejects.All).Reason);
        Assert.Equal("a b c d. e.", new ExportFormatException(null, "a\0b", "c\nd", "e").Message);
    }

    [Fact]
    public void However_many_reasons_a_file_invents_memory_is_bounded()
    {
        var rejects = new Rejects();

        for (var i = 0; i < 10_000; i++)
        {
            rejects.Add($"reason {i} {new string('x', 1_000)}", "a.xml", i);
        }

        Assert.Equal(10_000, rejects.All.Sum(reject => reject.Count));
        Assert.InRange(rejects.All.Count, 1, Rejects.MostReasons + 1);
        Assert.All(rejects.All, reject => Assert.InRange(reject.Reason.Length, 1, 200));
    }

    [Fact]
    public void Zones_are_kept_where_they_change_and_once_a_day()
    {
        var facts = new ExportFacts();

        facts.SawZone(Noon.AddHours(5), "Europe/Paris");
        facts.SawZone(Noon, "Europe/Berlin");
        facts.SawZone(Noon.AddHours(2), "Europe/Berlin");
        facts.SawZone(Noon.AddDays(1), "Europe/Paris");

        Assert.Equal(
            [new ZoneChange(Noon, "Europe/Berlin"), new ZoneChange(Noon.AddHours(5), "Europe/Paris"), new ZoneChange(Noon.AddDays(1), "Europe/Paris")],
            facts.Zones);
    }

    [Fact]
    public void Facts_travel_with_the_date_of_the_export()
    {
        var facts = new ExportFacts { BirthYear = 1984, Sex = Sex.Male, ExportedAt = Noon };
        facts.SawZone(Noon.AddDays(-1), "Asia/Tokyo");

        Assert.Equal(
            [new Fact(Fact.BirthYear, Noon, "1984"), new Fact(Fact.Sex, Noon, "male"), new Fact(Fact.Zone, Noon.AddDays(-1), "Asia/Tokyo")],
            facts.ToFacts(Noon.AddYears(1)));
    }
}
