using CsCheck;
using KneeTwitch.Core.Diary;
using Xunit;

namespace KneeTwitch.Core.Tests.Diary;

public class DiaryEntryTests
{
    private static readonly Gen<DiaryEntry> AnyVersion = Gen
        .Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool)
        .Select((version, intensity, isDeleted) => Write.On($"2026-03-0{intensity + 1}", isDeleted ? null : new Twitch { Intensity = intensity }, version: version) with { Key = "1" });

    [Fact]
    public void Versions_make_the_same_entry_in_whatever_order_and_however_often_they_come() =>
        Gen.Select(AnyVersion, AnyVersion, AnyVersion).Sample((a, b, c) =>
        {
            Assert.Equal(Text(a.Union(b)), Text(b.Union(a)));
            Assert.Equal(Text(a.Union(b).Union(c)), Text(a.Union(b.Union(c))));
            Assert.Equal(Text(a.Canonical()), Text(a.Union(a)));
        });

    [Fact]
    public void The_version_that_was_said_last_counts()
    {
        var (first, edited) = (Write.On("2026-03-02", new Twitch { Intensity = 3 }), Write.On("2026-03-02", new Twitch { Intensity = 5 }, version: 1));

        Assert.Equal(5, ((Twitch?)edited.Union(first).What)?.Intensity);
        Assert.True(first.Union(edited with { What = null, Time = null }).IsDeleted);
    }

    [Fact]
    public void An_entry_written_again_after_it_was_deleted_is_there()
    {
        var deleted = Write.On("2026-03-02", null, version: 1);

        Assert.False(deleted.Union(Write.On("2026-03-02", new Note { Remark = "again" }, version: 2)).IsDeleted);
    }

    [Fact]
    public void A_key_tells_sources_and_the_borders_of_its_parts_apart()
    {
        Assert.NotEqual(DiaryEntry.KeyOf(Write.Hand, "1"), DiaryEntry.KeyOf(Write.App, "1"));
        Assert.NotEqual(DiaryEntry.KeyOf(Write.Hand, "a", "bc"), DiaryEntry.KeyOf(Write.Hand, "ab", "c"));
        Assert.Equal(DiaryEntry.KeyOf(Write.Hand, "1"), DiaryEntry.KeyOf(Write.Hand, "1"));
    }

    [Fact]
    public void Every_kind_of_fact_comes_back_from_its_json_also_with_its_fields_in_another_order()
    {
        DiaryFact[] facts =
        [
            new Twitch { Side = Side.Left, Place = "knee", Minutes = 1.5, Intensity = 3, IsWeak = false, Triggers = ["coffee"], Remark = "lying down" },
            new CheckIn { HasTwitched = false, Stress = 4, Tags = DayTags.Ill | DayTags.Fever, Answers = [new Answer(Question.FootSlap, true, Side.Right)] },
            new Cramp { Severity = 7, WokeUp = true },
            new Symptom { Name = "Kopfweh", Severity = 5 },
            new Girth { Place = "calf", Side = Side.Right, Centimetres = 36.5 },
            new Injury { Place = "knee", HealedOn = new DateOnly(2026, 3, 9) },
            new Medicine { Name = "Salbutamol", Atc = "R03AC02" },
            new Dose { Name = "magnesium citrate", Amount = 400, Unit = "mg" },
            new Visit { About = ["RF2"] },
            new Tag { Name = "Alkohol", IsYes = true },
            new Note { Remark = "nothing" },
            new DayReplaced(),
        ];

        foreach (var fact in facts)
        {
            var json = DiaryJson.Write(fact);
            var kind = $"\"kind\":\"{DiaryJson.KindOf(fact)}\"";
            var reordered = json == $"{{{kind}}}" ? json : json.Replace(kind + ",", "", StringComparison.Ordinal)[..^1] + $",{kind}}}";

            Assert.Equal(json, DiaryJson.Write(DiaryJson.Read(reordered)));
        }
    }

    private static string Text(DiaryEntry entry) => $"{entry.Key} {entry.Said:O} {entry.Time} {DiaryJson.Write(entry.What)}";
}
