namespace KneeTwitch.Pipeline.Importing.Formats.Fit;

/// <summary>The fields that apps on a device added, as the file describes them.</summary>
internal sealed class FitDevelopers
{
    internal const int DescriptionKind = 206;

    private readonly Dictionary<(byte Developer, byte Field), Description> known = [];

    /// <summary>Takes a field description; one without index or number describes nothing.</summary>
    internal void Add(FitMessage message)
    {
        if (message[0] is { } developer && message[1] is { } field && message[2] is { } type)
        {
            known[((byte)developer, (byte)field)] =
                new Description((byte)type, message[6] is > 0 and var scale ? scale : 1, message[7] ?? 0, (int?)message[14], (int?)message[15]);
        }
    }

    internal Description? Find(byte developer, byte field) => known.GetValueOrDefault((developer, field));

    /// <param name="Scale">The developer's own; the scale of the field it stands for never applies.</param>
    internal sealed record Description(byte Type, double Scale, double Offset, int? NativeMessage, int? NativeField)
    {
        internal bool StandsFor(int kind, int field) => NativeField == field && (NativeMessage is null || NativeMessage == kind);
    }
}
