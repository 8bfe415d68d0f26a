namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>Damages a file the way disks, networks and people do. The same seed gives the same damage.</summary>
internal static class Mutations
{
    private const int MostChanges = 4;
    private const int MostRepeats = 40;

    private static readonly byte[][] Poison =
    [
        .. new[]
        {
            "\0", "\"", "'", ",", ";", "{", "}", "[", "]", "<", ">", "&", "\\", "\r", "\n", "-", "NaN", "Infinity", "1e308", "-1", "0", "99999999999999999999",
            "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "null", "\\ud83d", "../../", "sep=;\n",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0x80, 0x80], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF],
    ];

    internal static byte[] Of(byte[] content, int seed)
    {
        var random = new Random(seed);
        for (var i = random.Next(MostChanges); i >= 0; i--)
        {
            content = Change(content, random);
        }

        return content;
    }

    private static byte[] Change(byte[] content, Random random)
    {
        if (content.Length == 0)
        {
            return Poison[random.Next(Poison.Length)];
        }

        var at = random.Next(content.Length);
        var length = Math.Min(random.Next(1, 64), content.Length - at);
        var part = content[at..(at + length)];
        switch (random.Next(7))
        {
            case 0:
                content = [.. content];
                content[at] ^= (byte)(1 << random.Next(8));
                return content;
            case 1:
                return content[..at];
            case 2:
                return [.. content[..at], .. content[(at + length)..]];
            case 3:
                return [.. content[..at], .. Enumerable.Repeat(part, random.Next(2, MostRepeats)).SelectMany(each => each), .. content[(at + length)..]];
            case 4:
                return Swap(content, at, length, random);
            case 5:
                return [.. content[..at], .. Poison[random.Next(Poison.Length)], .. content[at..]];
            default:
                return [.. content[..at], .. Poison[random.Next(Poison.Length)], .. content[(at + length)..]];
        }
    }

    private static byte[] Swap(byte[] content, int at, int length, Random random)
    {
        byte[] without = [.. content[..at], .. content[(at + length)..]];
        var to = random.Next(without.Length + 1);
        return [.. without[..to], .. content[at..(at + length)], .. without[to..]];
    }
}
