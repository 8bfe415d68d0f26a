using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Where readers put entries of the diary. They are handed on in batches small enough for a message; without a receiver they are kept.</summary>
/// <param name="send">Takes a batch; null to keep all.</param>
public sealed class DiaryOutlet(Func<IReadOnlyList<DiaryEntry>, CancellationToken, Task>? send = null)
{
    private const int MostEntries = 500;

    /// <summary>As JSON, with as much again for what JSON escapes: a message stays below 1 MB.</summary>
    private const int MostCharacters = 400_000;

    /// <summary>Key, source and times of an entry.</summary>
    private const int HeadCharacters = 400;

    private List<DiaryEntry> waiting = [];
    private int characters;

    /// <summary>What has not been handed on.</summary>
    public IReadOnlyList<DiaryEntry> Entries => waiting;

    internal async ValueTask AddAsync(DiaryEntry entry, CancellationToken cancel)
    {
        var size = HeadCharacters + DiaryJson.Write(entry.What).Length;
        if (send is not null && waiting.Count > 0 && (waiting.Count >= MostEntries || characters + size > MostCharacters))
        {
            await FlushAsync(cancel);
        }

        waiting.Add(entry);
        characters += size;
    }

    /// <summary>Hands on what waits.</summary>
    internal async Task FlushAsync(CancellationToken cancel)
    {
        if (send is null || waiting.Count == 0)
        {
            return;
        }

        var batch = waiting;
        (waiting, characters) = ([], 0);
        await send(batch, cancel);
    }
}
