using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Messages;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>A wearer as Core sees them: what they say of themselves, and where they say nothing, what their exports show.</summary>
public sealed class WearerLoader(WearerDatabase database)
{
    /// <exception cref="StorageException">There is no such wearer.</exception>
    public async Task<Wearer> LoadAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await LoadAsync(db, wearerId, cancel);
    }

    /// <summary>The default trust order with the wearer's changes.</summary>
    public async Task<TrustOrder> LoadTrustAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await LoadTrustAsync(db, wearerId, cancel);
    }

    internal static async Task<TrustOrder> LoadTrustAsync(KneeTwitchDb db, Guid wearerId, CancellationToken cancel)
    {
        var changes = await db.Trust.AsNoTracking().Where(entry => entry.WearerId == wearerId).ToListAsync(cancel);
        return TrustOrder.Default.With(changes.Select(entry => (entry.Metric, entry.Source, entry.Rank)));
    }

    internal static async Task<Wearer> LoadAsync(KneeTwitchDb db, Guid wearerId, CancellationToken cancel)
    {
        var profile = await db.Wearers.AsNoTracking().SingleOrDefaultAsync(entry => entry.WearerId == wearerId, cancel)
            ?? throw new StorageException($"There is no wearer {wearerId}.");
        var said = await db.Zones.AsNoTracking().Where(entry => entry.WearerId == wearerId).OrderBy(entry => entry.FromUtc).ToListAsync(cancel);
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.WearerId == wearerId).OrderBy(fact => fact.At).ThenBy(fact => fact.Value).ToListAsync(cancel);
        return new Wearer
        {
            Id = wearerId,
            Name = profile.Name,
            BirthYear = profile.BirthYear ?? BirthYear(facts),
            Sex = profile.Sex == Sex.Unknown ? SexIn(facts) : profile.Sex,
            HeightCm = profile.HeightCm,
            MassKg = profile.MassKg,
            MaximalHeartRateBpm = profile.MaximalHeartRateBpm,
            IsPregnant = profile.IsPregnant,
            IsLactating = profile.IsLactating,
            HasKidneyDisease = profile.HasKidneyDisease,
            Zones = ZoneHistory.From([.. said.Select(entry => new ZoneChange(entry.FromUtc, entry.ZoneId))], SeenZones(facts), profile.AssumedZone),
        };
    }

    private static int? BirthYear(IEnumerable<WearerFact> facts) =>
        int.TryParse(Latest(facts, Fact.BirthYear), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static Sex SexIn(IEnumerable<WearerFact> facts) => Latest(facts, Fact.Sex) switch
    {
        "female" => Sex.Female,
        "male" => Sex.Male,
        _ => Sex.Unknown,
    };

    private static string? Latest(IEnumerable<WearerFact> facts, string kind) => facts.LastOrDefault(fact => fact.Kind == kind)?.Value;

    /// <summary>A zone that this system does not know cannot be evidence: the export may come from a newer one.</summary>
    private static ZoneChange[] SeenZones(IEnumerable<WearerFact> facts) =>
    [
        .. facts
            .Where(fact => fact.Kind == Fact.Zone && TimeZoneInfo.TryFindSystemTimeZoneById(fact.Value, out _))
            .Select(fact => new ZoneChange(fact.At, fact.Value)),
    ];
}
