using System.Text;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>What stands in an export once: its version, when it was made, whose it is; and the names of elements that nobody reads.</summary>
internal sealed class AppleFacts(ReadingContext context)
{
    private const int LongestName = 40;

    /// <summary>Elements without a word for us in them; the beats of one HRV value have times of day in the phone's language and no date.</summary>
    private static readonly byte[][] Silent =
    [
        .. new[] { "WorkoutEvent", "WorkoutRoute", "HeartRateVariabilityMetadataList", "InstantaneousBeatsPerMinute", "SensitivityPoint", "Eye", "Prism", "Attachment" }
            .Select(Encoding.ASCII.GetBytes),
    ];

    internal void ReadVersion(ReadOnlySpan<byte> comment)
    {
        if (context.Facts.Version is null && comment.IndexOf("HealthKit Export Version:"u8) is var at and >= 0)
        {
            var version = Encoding.UTF8.GetString(comment[(at + "HealthKit Export Version:"u8.Length)..].Trim((byte)' '));
            context.Facts.Version = version.Length <= 20 ? version.Trim() : null;
        }
    }

    internal void Open(XmlScanner xml, ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("ExportDate"u8))
        {
            context.Facts.ExportedAt = AppleTime.Parse(xml["value"u8]) is { } at && ReadingLimits.WhyNotTime(at, at, context.AsOf.ToUnixTimeSeconds()) is null
                ? DateTimeOffset.FromUnixTimeSeconds(at)
                : context.Facts.ExportedAt;
        }
        else if (name.SequenceEqual("Me"u8))
        {
            ReadMe(xml);
        }
        else if (!IsSilent(name))
        {
            context.Facts.LeftUnread(Encoding.UTF8.GetString(name[..Math.Min(name.Length, LongestName)]));
        }
    }

    private static bool IsSilent(ReadOnlySpan<byte> name)
    {
        foreach (var silent in Silent)
        {
            if (name.SequenceEqual(silent))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadMe(XmlScanner xml)
    {
        var born = AppleTime.Day(xml["HKCharacteristicTypeIdentifierDateOfBirth"u8]);
        var sex = xml["HKCharacteristicTypeIdentifierBiologicalSex"u8];
        context.Facts.BirthYear = born is { } day ? DateTime.UnixEpoch.AddDays(day).Year : context.Facts.BirthYear;
        context.Facts.Sex = sex.SequenceEqual("HKBiologicalSexFemale"u8) ? Sex.Female : sex.SequenceEqual("HKBiologicalSexMale"u8) ? Sex.Male : context.Facts.Sex;
        if (xml["HKCharacteristicTypeIdentifierCardioFitnessMedicationsUse"u8] is { IsEmpty: false } medicines && !medicines.SequenceEqual("None"u8))
        {
            // It says that there are some, and neither which nor since when.
            context.Facts.LeftUnread("CardioFitnessMedicationsUse");
        }
    }
}
