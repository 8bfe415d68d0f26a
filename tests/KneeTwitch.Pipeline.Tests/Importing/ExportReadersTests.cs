using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class ExportReadersTests : IDisposable
{
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_surest_reader_is_taken()
    {
        var reader = await ChooseAsync(null, Says("a", Recognition.Maybe("a table")), Says("b", Recognition.Sure("its own words")), Says("c", Recognition.No));

        Assert.Equal("b", reader.Format);
    }

    [Fact]
    public async Task Two_equally_sure_readers_leave_the_choice_to_the_person()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => ChooseAsync(null, Says("a", Recognition.Likely("steps.csv")), Says("b", Recognition.Likely("sleep.csv"))));

        Assert.Contains("a (steps.csv) or b (sleep.csv)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--format", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_knowing_it_says_what_was_found_and_what_is_known()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => ChooseAsync(null, Says("a", Recognition.No), Says("b", Recognition.No)));

        Assert.Contains("found: notes.txt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("known are: a, b", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_format_is_taken_at_its_word_and_an_unknown_one_is_not()
    {
        Assert.Equal("a", (await ChooseAsync("A", Says("a", Recognition.No), Says("b", Recognition.Sure("x")))).Format);
        await Assert.ThrowsAsync<ExportFormatException>(() => ChooseAsync("z", Says("a", Recognition.No)));
    }

    [Fact]
    public async Task Readers_that_are_sure_of_different_entries_each_read_theirs_and_the_first_counts_the_rest()
    {
        var shared = await ShareAsync(null, ("a", Certainty.Sure, ["a.json"]), ("b", Certainty.Sure, ["b.csv"]));

        Assert.Equal("a: a.json c.txt; b: b.csv", shared);
    }

    [Fact]
    public async Task A_reader_that_is_less_sure_gets_what_the_surest_left()
    {
        Assert.Equal("b: b.csv c.txt; a: a.json", await ShareAsync(null, ("a", Certainty.Likely, ["a.json"]), ("b", Certainty.Sure, ["b.csv"])));
        Assert.Equal("b: a.json b.csv c.txt", await ShareAsync(null, ("a", Certainty.Likely, ["b.csv"]), ("b", Certainty.Sure, ["b.csv"])));
    }

    [Fact]
    public async Task Readers_that_are_equally_sure_of_one_entry_leave_the_choice_to_the_person() =>
        await Assert.ThrowsAsync<ExportFormatException>(() => ShareAsync(null, ("a", Certainty.Sure, ["a.json"]), ("b", Certainty.Sure, ["a.json", "b.csv"])));

    [Fact]
    public async Task Several_formats_can_be_asked_for_again_by_the_name_they_had_together() =>
        Assert.Equal(
            "a: a.json c.txt; b: b.csv",
            await ShareAsync("a+b", ("a", Certainty.Sure, ["a.json"]), ("b", Certainty.Sure, ["b.csv"]), ("c", Certainty.Sure, ["a.json", "b.csv"])));

    private static SayingReader Says(string format, Recognition recognition) => new(format, recognition);

    private async Task<IExportReader> ChooseAsync(string? format, params IExportReader[] readers)
    {
        await using var export = await ExportFiles.OpenAsync(folder.File("notes.txt", "hello"), cancel: Cancel);
        return (await new ExportReaders(readers).RecognizeAsync(export, format, Cancel)).Reader;
    }

    private async Task<string> ShareAsync(string? format, params (string Format, Certainty Certainty, string[] Claims)[] opinions)
    {
        await using var export = await ExportFiles.OpenAsync(folder.Zip("both.zip", ("a.json", "1"), ("b.csv", "2"), ("c.txt", "3")), cancel: Cancel);
        var readers = opinions.Select(opinion => Says(
            opinion.Format, new Recognition(opinion.Certainty, Why: "w").Of([.. export.Entries.Where(entry => opinion.Claims.Contains(entry.Path))])));
        var parts = await new ExportReaders([.. readers]).ShareAsync(export, format, Cancel);
        return string.Join("; ", parts.Select(part => $"{part.Reader.Format}: {string.Join(' ', part.Files.Entries.Select(entry => entry.Path))}"));
    }

    private sealed class SayingReader(string format, Recognition recognition) : IExportReader
    {
        public string Format => format;

        public string Name => format;

        public ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel) => ValueTask.FromResult(recognition);

        public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
