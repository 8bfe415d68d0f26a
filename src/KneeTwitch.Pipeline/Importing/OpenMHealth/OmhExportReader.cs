using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>
/// Reads data points of Open mHealth, of Granola, which mirrors HealthKit, and of IEEE 1752.1. A body without a header is only read where
/// its folder is called by its schema, or where the person named the format and the body's fields leave no doubt.
/// </summary>
internal sealed class OmhExportReader : IExportReader
{
    public string Format => "open-mhealth";

    public string Name => "Open mHealth";

    public string? Doubt => "energy without an activity may hold resting energy (left unread where it is of a day)";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        if (files.Count == 0)
        {
            return Recognition.No;
        }

        var headed = files.FirstOrDefault(file => file.Kind is not OmhPoints.Kind.Named).Entry;
        var recognition = headed is not null
            ? Recognition.Sure($"{headed.Path} holds data points with headers")
            : Recognition.Likely($"{files[0].Entry.Path} lies in a folder that is called by a schema");
        return recognition.Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        var isNamed = files.Count == 0;
        if (isNamed)
        {
            // Nothing here says what it is, so it was the person who said it.
            files = [.. export.Entries.Where(entry => entry.Name.Contains("json", StringComparison.OrdinalIgnoreCase)).Select(entry => (entry, OmhPoints.Kind.Points))];
        }

        if (files.Count == 0)
        {
            throw new ExportFormatException(Name, export.Name, $"holds no JSON; found: {export.Describe()}", "Choose the file that the app or server exported");
        }

        files.Announce(export, context);
        var census = await CountAsync(files, context, cancel);
        var person = PeopleInFile.Choose(context, Name, export.Name, census.People);
        var nights = new OmhNights(context);
        var bodies = new OmhBodies(nights);
        await foreach (var point in OmhPoints.ReadAsync(files, context, cancel))
        {
            var findings = new RowFindings(point.Entry.Path, hasLines: false, context) { At = point.At };
            if (Add(point, person, isNamed, census, bodies, findings) is { } dose)
            {
                await findings.WriteAsync(dose, cancel);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var reading in nights.Readings())
        {
            yield return reading;
        }
    }

    /// <summary>Adds what a point measured; gives what belongs into the diary instead, or null.</summary>
    private static DiaryEntry? Add(OmhPoint point, string? person, bool isNamed, OmhCensus census, OmhBodies bodies, RowFindings findings)
    {
        var facts = findings.Context.Facts;
        var schema = point.Schema ?? (isNamed ? OmhSchemas.Guess(point.Body) : null);
        if (point.HasHeader || schema?.Name is OmhSchema.DataPoint)
        {
            if (point.WhyNot is { } reason)
            {
                findings.Reject(reason);
                return null;
            }

            if (!point.HasBody)
            {
                Leave(schema, findings);
                return null;
            }

            if (point.Person is { } said ? !said.Equals(person, StringComparison.OrdinalIgnoreCase) : facts.People.Count > 1)
            {
                if (point.Person is null)
                {
                    findings.Reject("a point that belongs to nobody");
                }

                return null;
            }
        }

        if (schema is null)
        {
            findings.Reject("a body without a header, which does not say what it is");
        }
        else if (!OmhSchemas.IsKnown(schema.Name) || OmhSchemas.IsTooNew(schema))
        {
            facts.LeftUnread($"schema {schema.Namespace}/{schema.Name}{(OmhSchemas.IsKnown(schema.Name) ? $" {schema.Major}" : "")}");
        }
        else if (!census.IsLast(point))
        {
            facts.LeftUnread("points that were sent again");
        }
        else
        {
            return bodies.Add(point, schema, findings);
        }

        return null;
    }

    /// <summary>A header alone is nothing to read, and a data point without a body is damaged.</summary>
    private static void Leave(OmhSchema? schema, RowFindings findings)
    {
        if (OmhSchema.Of(findings.Entry)?.Name is OmhSchema.Header)
        {
            findings.Context.Facts.LeftUnread("headers without a body");
        }
        else
        {
            findings.Reject($"a data point of {schema?.Name} without a body");
        }
    }

    private static async Task<OmhCensus> CountAsync(IReadOnlyList<(ExportEntry Entry, OmhPoints.Kind Kind)> files, ReadingContext context, CancellationToken cancel)
    {
        var census = new OmhCensus();
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        await foreach (var point in OmhPoints.ReadAsync(files, glance, cancel))
        {
            census.Add(point);
        }

        return census;
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, OmhPoints.Kind Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<OmhPoints.Kind>(export, entry => OmhPoints.KindOfAsync(entry, cancel));
}
