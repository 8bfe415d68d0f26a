using System.Text.Json.Serialization;

namespace KneeTwitch.Core.Diary;

/// <summary>What an entry of the diary says. The kinds' names are stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Twitch), "twitch")]
[JsonDerivedType(typeof(CheckIn), "check_in")]
[JsonDerivedType(typeof(Cramp), "cramp")]
[JsonDerivedType(typeof(Symptom), "symptom")]
[JsonDerivedType(typeof(Girth), "girth")]
[JsonDerivedType(typeof(Injury), "injury")]
[JsonDerivedType(typeof(Medicine), "medicine")]
[JsonDerivedType(typeof(Dose), "dose")]
[JsonDerivedType(typeof(Visit), "visit")]
[JsonDerivedType(typeof(Tag), "tag")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(DayReplaced), "day_replaced")]
public abstract record DiaryFact
{
    /// <summary>Free words of the wearer: kept, shown to them, never interpreted, never logged.</summary>
    public string? Remark { get; init; }
}
