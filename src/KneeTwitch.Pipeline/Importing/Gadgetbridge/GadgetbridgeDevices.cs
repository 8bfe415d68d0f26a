using System.Security.Cryptography;
using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>
/// The devices. Their numbers change when the app is installed again, and a device that is paired again is a new row: a source is the name,
/// and where two different devices bear it, a mark of the address that gives no address away.
/// </summary>
internal sealed class GadgetbridgeDevices
{
    private const int MostDevices = 10_000;

    private static readonly Source Unknown = Source.Named("Gadgetbridge", SourceKind.Worn);
    private readonly Dictionary<long, Source> sources = [];
    private readonly Dictionary<long, string> types = [];

    internal static async Task<GadgetbridgeDevices> LoadAsync(SqliteFile file, CancellationToken cancel)
    {
        var rows = new List<(long Id, string Name, string Address)>();
        var devices = new GadgetbridgeDevices();
        if (await file.SelectAsync("DEVICE", cancel, "_id", "NAME", "MODEL", "IDENTIFIER", "TYPE_NAME") is { } select)
        {
            await foreach (var row in file.RowsAsync($"{select} limit {MostDevices}", cancel))
            {
                if (row.Whole(0) is { } id)
                {
                    rows.Add((id, (row.Text(1) ?? row.Text(2) ?? "").Trim(), (row.Text(3) ?? "").Trim().ToUpperInvariant()));
                    devices.types[id] = row.Text(4) ?? "";
                }
            }
        }

        foreach (var twins in rows.GroupBy(row => row.Name, StringComparer.OrdinalIgnoreCase))
        {
            var areSeveral = twins.Select(row => row.Address).Distinct().Skip(1).Any();
            foreach (var (id, name, address) in twins)
            {
                devices.sources[id] = Source.Named($"Gadgetbridge {name}{(areSeveral ? $" {Mark(address)}" : "")}", SourceKind.Worn);
            }
        }

        return devices;
    }

    internal Source Of(long? id) => id is { } known ? sources.GetValueOrDefault(known, Unknown) : Unknown;

    /// <summary>True for the first Mi Band, which numbers its kinds in a way of its own.</summary>
    internal bool IsFirstMiBand(long? id) => id is { } known && types.GetValueOrDefault(known) is "MIBAND";

    private static string Mark(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 2));
}
