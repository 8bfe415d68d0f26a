using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// Who wrote a record. Several apps write the same metric, and one app writes for several devices, which all count the same walk: each app
/// on each device is a source of its own, and what was typed in is one more.
/// </summary>
internal sealed class HealthConnectSources
{
    private const int MostNamed = 10_000;
    private const long TypedIn = 3;
    private readonly Dictionary<long, string> apps = [];
    private readonly Dictionary<long, (string Name, SourceKind Kind)> devices = [];
    private readonly Dictionary<(long? App, long? Device, bool IsTyped), Source> sources = [];

    internal static async Task<HealthConnectSources> LoadAsync(SqliteFile file, CancellationToken cancel)
    {
        var known = new HealthConnectSources();
        if (await file.SelectAsync("application_info_table", cancel, "row_id", "app_name", "package_name") is { } apps)
        {
            await foreach (var row in file.RowsAsync($"{apps} limit {MostNamed}", cancel))
            {
                if (row.Whole(0) is { } id && (row.Text(1) ?? row.Text(2)) is { } name)
                {
                    known.apps[id] = name;
                }
            }
        }

        if (await file.SelectAsync("device_info_table", cancel, "row_id", "manufacturer", "model", "device_type") is { } devices)
        {
            await foreach (var row in file.RowsAsync($"{devices} limit {MostNamed}", cancel))
            {
                if (row.Whole(0) is { } id)
                {
                    known.devices[id] = (Name(row.Text(1), row.Text(2)), Kind(row.Whole(3)));
                }
            }
        }

        return known;
    }

    internal Source Of(long? app, long? device, long? method)
    {
        app = app is { } a && apps.ContainsKey(a) ? a : null;
        device = device is { } d && devices.ContainsKey(d) ? d : null;
        var key = (app, device, method is TypedIn);
        if (!sources.TryGetValue(key, out var source))
        {
            var (model, kind) = device is { } known ? devices[known] : ("", SourceKind.App);
            var name = $"Health Connect {(app is { } id ? apps[id] : "")}".TrimEnd() + (model.Length == 0 ? "" : $" ({model})");
            source = method is TypedIn ? Source.Named($"{name}, typed in", SourceKind.Manual) : Source.Named(name, kind);
            sources.Add(key, source);
        }

        return source;
    }

    private static string Name(string? manufacturer, string? model) =>
        model is null || manufacturer is null || model.StartsWith(manufacturer, StringComparison.OrdinalIgnoreCase)
            ? model ?? manufacturer ?? ""
            : $"{manufacturer} {model}";

    /// <summary>Watch, ring, head-mounted, band and chest strap are worn; scales and displays report through their app.</summary>
    private static SourceKind Kind(long? type) => type switch
    {
        1 or 4 or 5 or 6 or 7 => SourceKind.Worn,
        2 => SourceKind.Phone,
        _ => SourceKind.App,
    };
}
