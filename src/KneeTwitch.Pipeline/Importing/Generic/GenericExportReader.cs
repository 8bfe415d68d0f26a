using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>
/// Reads what people and scripts write for KneeTwitch itself: a twitch diary, metrics, a row a day, as a table or as JSON lines. Where its columns
/// are ordinary words it is less certain than any vendor's reader.
/// </summary>
internal sealed class GenericExportReader : IExportReader
{
    public string Format => "generic-csv-ndjson";

    public string Name => "Own CSV or NDJSON";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        if (files.Count == 0)
        {
            return Recognition.No;
        }

        var why = $"{files[0].Entry.Path} has the columns of {Words(files[0].Kind.Kind)}";
        var opinion = files.Any(file => file.Kind.IsSure) ? Recognition.Sure(why)
            : files.Any(file => file.Kind.Kind is not GenericKind.Wide) ? Recognition.Likely(why)
            : Recognition.Maybe(why);
        return opinion.Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        files.Announce(export, context);
        var diary = new GenericDiary(context);
        foreach (var (entry, look) in files)
        {
            var reading = await GenericReading.BeginAsync(new GenericFile(entry, look.IsJson), look.Kind, context, diary, cancel);
            await foreach (var found in reading.RunAsync(cancel))
            {
                yield return found;
            }
        }
    }

    private static string Words(GenericKind kind) => kind switch
    {
        GenericKind.Twitches => "a twitch diary",
        GenericKind.Metrics => "a table of metrics",
        GenericKind.Wide => "a table with a row a day",
        _ => "a diary whose rows say what they are",
    };

    private static Task<IReadOnlyList<(ExportEntry Entry, GenericLook Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<GenericLook>(
            export,
            async entry => GenericFile.LookAt(await entry.HeadAsync(GenericFile.HeadBytes, cancel)) is { Kind: not GenericKind.None } look ? look : null);
}
