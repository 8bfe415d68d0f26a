using KneeTwitch.Pipeline.Importing.Apple;
using KneeTwitch.Pipeline.Importing.Bearable;
using KneeTwitch.Pipeline.Importing.Cronometer;
using KneeTwitch.Pipeline.Importing.Fhir;
using KneeTwitch.Pipeline.Importing.Fitabase;
using KneeTwitch.Pipeline.Importing.Fitbit;
using KneeTwitch.Pipeline.Importing.Gadgetbridge;
using KneeTwitch.Pipeline.Importing.Garmin;
using KneeTwitch.Pipeline.Importing.Generic;
using KneeTwitch.Pipeline.Importing.GoogleFit;
using KneeTwitch.Pipeline.Importing.HealthAutoExport;
using KneeTwitch.Pipeline.Importing.HealthConnect;
using KneeTwitch.Pipeline.Importing.Huawei;
using KneeTwitch.Pipeline.Importing.HydrationApps;
using KneeTwitch.Pipeline.Importing.MyFitnessPal;
using KneeTwitch.Pipeline.Importing.OpenMHealth;
using KneeTwitch.Pipeline.Importing.Oura;
using KneeTwitch.Pipeline.Importing.Polar;
using KneeTwitch.Pipeline.Importing.Recordings;
using KneeTwitch.Pipeline.Importing.Samsung;
using KneeTwitch.Pipeline.Importing.SleepAsAndroid;
using KneeTwitch.Pipeline.Importing.SleepCycle;
using KneeTwitch.Pipeline.Importing.Strava;
using KneeTwitch.Pipeline.Importing.Whoop;
using KneeTwitch.Pipeline.Importing.Withings;
using KneeTwitch.Pipeline.Importing.Zepp;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>The readers of all formats, and the choice between them.</summary>
public sealed class ExportReaders(IReadOnlyList<IExportReader> readers)
{
    private const char Plus = '+';

    /// <summary>THE list: a new format is a new line here.</summary>
    public static ExportReaders Default { get; } = new(
    [
        new AppleHealthReader(),
        new BearableExportReader(),
        new CronometerExportReader(),
        new FhirExportReader(),
        new FitabaseExportReader(),
        new FitbitExportReader(),
        new GadgetbridgeExportReader(),
        new GarminExportReader(),
        new GenericExportReader(),
        new GoogleFitExportReader(),
        new HealthAutoExportReader(),
        new HealthConnectExportReader(),
        new HuaweiExportReader(),
        new HydrationAppsReader(),
        new MyFitnessPalExportReader(),
        new OmhExportReader(),
        new OuraExportReader(),
        new PolarFlowExportReader(),
        new SamsungExportReader(),
        new SleepAsAndroidExportReader(),
        new SleepCycleExportReader(),
        new StravaExportReader(),
        new WhoopExportReader(),
        new WithingsExportReader(),
        new ZeppExportReader(),
        .. RecordingExportReader.All,
    ]);

    public IReadOnlyList<IExportReader> All => readers;

    /// <summary>True for a format's stable name, and for several joined by a plus.</summary>
    public bool Knows(string format) => format.Split(Plus).All(name => readers.Any(reader => reader.Format.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Takes the surest reader, or the one the person named. Several that are equally sure of different entries are all taken, as for a
    /// folder with the exports of two apps; what none of them claims is left to the first, to count it.
    /// </summary>
    /// <param name="format">A format's stable name, or several joined by a plus; null to go by content.</param>
    /// <exception cref="ExportFormatException">No reader knows it, two are equally sure of one thing, or a named format does not exist.</exception>
    public async Task<IReadOnlyList<ExportPart>> ShareAsync(ExportFiles export, string? format, CancellationToken cancel)
    {
        var asked = format is null ? readers : [.. format.Split(Plus).Select(name => Named(name, export))];
        var opinions = new List<ExportPart>();
        foreach (var reader in asked)
        {
            var recognition = await reader.RecognizeAsync(export, cancel);
            if (format is not null && asked.Count == 1)
            {
                return [new ExportPart(reader, recognition, export)];
            }

            if (recognition.Certainty != Certainty.No)
            {
                opinions.Add(new ExportPart(reader, recognition, export));
            }
        }

        return Surest(opinions, export);
    }

    /// <summary>The surest reader; of several that share the export the first.</summary>
    /// <inheritdoc cref="ShareAsync"/>
    public async Task<(IExportReader Reader, Recognition Recognition)> RecognizeAsync(ExportFiles export, string? format, CancellationToken cancel)
    {
        var first = (await ShareAsync(export, format, cancel))[0];
        return (first.Reader, first.Recognition);
    }

    /// <summary>The formats of some parts in one word, which is also a name to ask for them again.</summary>
    public static string NameOf(IEnumerable<ExportPart> parts) => string.Join(Plus, parts.Select(part => part.Reader.Format));

    /// <summary>What is in doubt about what was read, by the format's name for people.</summary>
    /// <param name="format">A format's stable name, or several joined by a plus.</param>
    public IReadOnlyDictionary<string, string> DoubtsOf(string format)
    {
        var doubts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var reader in readers.Where(reader => format.Split(Plus).Contains(reader.Format, StringComparer.OrdinalIgnoreCase)))
        {
            if (reader.Doubt is { } doubt)
            {
                doubts[reader.Name] = doubt;
            }
        }

        return doubts;
    }

    private IExportReader Named(string format, ExportFiles export) =>
        readers.FirstOrDefault(reader => reader.Format.Equals(format.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new ExportFormatException(null, export.Name, $"cannot be read as '{format}', a format that is not known", $"Known are: {Names(readers)}");

    private List<ExportPart> Surest(List<ExportPart> opinions, ExportFiles export)
    {
        if (opinions.Count == 0)
        {
            throw new ExportFormatException(
                null, export.Name, $"is no export of a known format; found: {export.Describe()}", $"If you know better, name it with --format; known are: {Names(readers)}");
        }

        var taken = new List<ExportPart>();
        var claimed = new HashSet<ExportEntry>();
        foreach (var rank in opinions.GroupBy(opinion => opinion.Recognition.Certainty).OrderByDescending(rank => rank.Key))
        {
            var free = taken.Count == 0 ? [.. rank] : Left(rank, claimed);
            if (free.Count > 1 && AreAtOdds(free))
            {
                throw new ExportFormatException(
                    null,
                    export.Name,
                    $"could be {string.Join(" or ", free.Select(opinion => $"{opinion.Reader.Format} ({opinion.Recognition.Why})"))}",
                    "Choose one with --format");
            }

            free = WithBeside(free, claimed);
            taken.AddRange(free);
            if (taken.Any(opinion => opinion.Recognition.Claims is null))
            {
                break;
            }

            claimed.UnionWith(free.SelectMany(opinion => opinion.Recognition.Claims ?? []));
        }

        return taken.Count == 1 ? taken : Shared(taken, claimed, export);
    }

    /// <summary>What surer readers leave to less sure ones. One that takes an export as a whole has no use for a part of it.</summary>
    private static List<ExportPart> Left(IEnumerable<ExportPart> opinions, HashSet<ExportEntry> claimed) =>
        [.. opinions
            .Where(opinion => opinion.Recognition.Claims is { } claims && !claims.All(claimed.Contains))
            .Select(opinion => opinion with { Recognition = opinion.Recognition.Of([.. (opinion.Recognition.Claims ?? []).Except(claimed)]) })];

    private static bool AreAtOdds(List<ExportPart> opinions) =>
        opinions.Any(opinion => opinion.Recognition.Claims is null)
        || opinions.SelectMany(opinion => opinion.Recognition.Claims ?? []).GroupBy(entry => entry).Any(group => group.Count() > 1);

    /// <summary>Gives each opinion, beside its claims, what nobody claims of what lies beside them.</summary>
    private static List<ExportPart> WithBeside(List<ExportPart> opinions, HashSet<ExportEntry> claimed)
    {
        var known = opinions.SelectMany(opinion => opinion.Recognition.Claims ?? []).Concat(claimed).ToHashSet();
        return
        [
            .. opinions.Select(opinion => opinion.Recognition.Claims is { } claims
                ? opinion with { Recognition = opinion.Recognition.Of([.. claims, .. opinion.Recognition.Beside.Where(known.Add)]) }
                : opinion),
        ];
    }

    private static List<ExportPart> Shared(List<ExportPart> parts, HashSet<ExportEntry> claimed, ExportFiles export)
    {
        var nobodys = export.Entries.Where(entry => !claimed.Contains(entry)).ToHashSet();
        return [.. parts.Select((part, i) =>
        {
            var own = (part.Recognition.Claims ?? []).ToHashSet();
            return part with { Files = export.Only([.. export.Entries.Where(entry => own.Contains(entry) || (i == 0 && nobodys.Contains(entry)))]) };
        })];
    }

    private static string Names(IEnumerable<IExportReader> readers) => string.Join(", ", readers.Select(reader => reader.Format));
}
