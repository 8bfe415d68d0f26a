namespace KneeTwitch.Pipeline.Importing.SleepAsAndroid;

/// <summary>The app's own hashtags; others are the wearer's and are not named.</summary>
internal static class SleepAsAndroidWords
{
    private static readonly HashSet<string> Tags =
    [
        "med", "alcohol", "caffeine", "stress", "sport", "sick", "food", "dream", "talk", "snore", "cpap", "love", "laugh", "work", "baby", "rain", "storm",
        "cold", "cloudy", "hot", "gooddream", "baddream", "lullaby", "menses", "home", "watch", "newmoon", "fullmoon", "nap",
    ];

    /// <summary>A tag without its count: <c>#alcohol_3x</c> is alcohol.</summary>
    internal static string Tag(string hashtag)
    {
        var word = hashtag.TrimStart('#').ToLowerInvariant();
        var count = word.LastIndexOf('_');
        word = count > 0 && word.EndsWith('x') && word[(count + 1)..^1].All(char.IsAsciiDigit) ? word[..count] : word;
        return Tags.Contains(word) ? word : "of the wearer's own";
    }
}
