using System.Text.Json;
using System.Text.Json.Nodes;

namespace KneeTwitch.Core.Diary;

/// <summary>
/// Changes of what an entry says, field by field under the names it is stored with; a null takes a field back. So two who change different fields
/// of one entry do not undo each other.
/// </summary>
public static class DiaryEdit
{
    private const string Kind = "kind";

    /// <summary>
    /// A check-in after a form was sent: what was changed on the form is changed, a blank that was filled before takes the answer back, and what was
    /// left as it was shown stays as it is now.
    /// </summary>
    /// <param name="now">What stands; null where there is none.</param>
    /// <param name="shown">What the form showed.</param>
    /// <param name="sent">What came back.</param>
    public static CheckIn Change(CheckIn? now, CheckIn shown, CheckIn sent)
    {
        var standing = now ?? new CheckIn();
        var changed = shown.Answers.Except(sent.Answers).Concat(sent.Answers.Except(shown.Answers)).Select(answer => answer.Question).ToHashSet();
        return (CheckIn)Apply(standing, DiaryJson.KindOf(standing), Between(Plain(shown), Plain(sent))) with
        {
            Items = (standing.Items & ~shown.Items) | sent.Items,
            Tags = (standing.Tags & ~shown.Tags) | sent.Tags,
            Answers = [.. standing.Answers.Where(answer => !changed.Contains(answer.Question)), .. sent.Answers.Where(answer => changed.Contains(answer.Question))],
        };
    }

    /// <summary>The fact with the changes.</summary>
    /// <param name="before">What the entry said; null where there is none yet.</param>
    /// <param name="kind">The kind's word, as in "check_in".</param>
    /// <param name="changes">Fields by name.</param>
    /// <exception cref="JsonException">A field that the kind needs is missing, or a value is none of the field's.</exception>
    public static DiaryFact Apply(DiaryFact? before, string kind, JsonObject changes)
    {
        var fields = before is null ? new JsonObject { [Kind] = kind } : FieldsOf(before);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                fields.Remove(name);
            }
            else
            {
                fields[name] = value.DeepClone();
            }
        }

        return fields.Deserialize<DiaryFact>(DiaryJson.Options) ?? throw new JsonException();
    }

    /// <summary>What the fact says, field by field; what was not said is not there.</summary>
    public static JsonObject FieldsOf(DiaryFact fact) => JsonSerializer.SerializeToNode(fact, DiaryJson.Options)?.AsObject() ?? [];

    /// <summary>Without what is merged piece by piece.</summary>
    private static CheckIn Plain(CheckIn said) => said with { Items = default, Tags = default, Answers = [] };

    private static JsonObject Between(DiaryFact shown, DiaryFact sent)
    {
        var (before, after) = (FieldsOf(shown), FieldsOf(sent));
        var changes = new JsonObject();
        foreach (var name in before.Select(field => field.Key).Union(after.Select(field => field.Key)).Where(name => !JsonNode.DeepEquals(before[name], after[name])))
        {
            changes[name] = after[name]?.DeepClone();
        }

        return changes;
    }
}
