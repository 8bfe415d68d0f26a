using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>The numbers of makers, as far as they are common; a product is named by its own text, else by its number.</summary>
internal static class FitDevices
{
    private static readonly Dictionary<int, (string Name, SourceKind Kind)> Makers = new()
    {
        [1] = ("Garmin", SourceKind.Worn),
        [15] = ("Dynastream", SourceKind.Worn),
        [23] = ("Suunto", SourceKind.Worn),
        [32] = ("Wahoo", SourceKind.Worn),
        [123] = ("Polar", SourceKind.Worn),
        [255] = ("FIT device", SourceKind.Unknown),
        [260] = ("Zwift", SourceKind.App),
        [265] = ("Strava", SourceKind.App),
        [267] = ("Bryton", SourceKind.Worn),
        [289] = ("Hammerhead", SourceKind.Worn),
        [294] = ("COROS", SourceKind.Worn),
    };

    /// <summary>The source behind a file_id message.</summary>
    internal static Source Find(FitMessage fileId)
    {
        var maker = (int?)fileId[1];
        var (name, kind) = maker is { } number && Makers.TryGetValue(number, out var known)
            ? known
            : (maker is null ? "FIT device" : $"FIT maker {maker}", SourceKind.Unknown);
        return fileId.Text(8) is { } product
            ? Source.Named(product.StartsWith(name, StringComparison.OrdinalIgnoreCase) || maker == 255 ? product : $"{name} {product}", kind)
            : Source.Named(fileId[2] is > 0 and var id ? $"{name} {id}" : name, kind);
    }
}
