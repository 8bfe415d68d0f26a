using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Commands;

/// <summary>Answers to the questions of the red flags and of nerve root: "--yes foot-slap:left:lasting --no chest-pain,fainting". What is not answered stays unanswered.</summary>
internal static class DiaryAnswers
{
    private const string Lasting = "lasting", Sudden = "sudden";

    private static readonly Option<Answer[]?> Yes = Make("--yes", isYes: true, $"What holds, each perhaps with :left, :right or :both, :{Lasting} (over 48 hours), :{Sudden}: {DiaryWord.Known<Question>()}.");
    private static readonly Option<Answer[]?> No = Make("--no", isYes: false, "What does not hold, from the same list.");

    internal static DiaryField[] Fields { get; } = [new(Yes, "answers", Read), new(No, "answers", Read)];

    private static JsonNode? Read(Invocation run) =>
        (Answer[])[.. run.Get(Yes) ?? [], .. run.Get(No) ?? []] is { Length: > 0 } answers ? JsonSerializer.SerializeToNode(answers, DiaryJson.Options) : null;

    private static Option<Answer[]?> Make(string option, bool isYes, string says) => new(option)
    {
        Description = says,
        HelpName = "QUESTION",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = typed => [.. DiaryWord.Split(typed).Select(text => Parse(typed, text, isYes)).OfType<Answer>()],
    };

    private static Answer? Parse(ArgumentResult typed, string text, bool isYes)
    {
        var words = text.Split(':');
        if (DiaryWord.Of<Question>(typed, words[0]) is not { } question)
        {
            return null;
        }

        var answer = new Answer(question, isYes);
        foreach (var word in words.Skip(1))
        {
            answer = word switch
            {
                Lasting => answer with { HasLasted = true },
                Sudden => answer with { IsSudden = true },
                _ => answer with { Side = DiaryWord.Of<Side>(typed, word) },
            };
        }

        return answer;
    }
}
