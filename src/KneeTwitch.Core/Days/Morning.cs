namespace KneeTwitch.Core.Days;

/// <summary>When a day is over for the analyzer: at 05:00 on the wearer's clock the day before is judged.</summary>
public static class Morning
{
    public static readonly TimeOnly Hour = new(5, 0);

    /// <summary>The last civil day that is to be judged at an instant.</summary>
    public static DateOnly LastJudgedDay(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        return today.AddDays(TimeOnly.FromDateTime(local.DateTime) >= Hour ? -1 : -2);
    }
}
