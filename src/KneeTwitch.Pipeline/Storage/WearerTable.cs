using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The only writer of what wearers say: profile, zones and trust order.</summary>
public sealed class WearerTable(WearerDatabase database, WearerDirectory directory, TimeProvider clock)
{
    /// <summary>Makes a wearer.</summary>
    /// <param name="name">What commands and pages call them; unique on this installation.</param>
    /// <param name="assumedZone">The machine's IANA zone: counts until the wearer says one or an export shows one.</param>
    /// <exception cref="StorageException">The name is taken or empty.</exception>
    /// <exception cref="TimeZoneNotFoundException">The zone is not an IANA id of this system.</exception>
    public async Task<WearerProfile> CreateAsync(string name, string assumedZone, CancellationToken cancel)
    {
        var profile = new WearerProfile
        {
            WearerId = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = name.Trim(),
            AssumedZone = Known(assumedZone),
            CurrentZone = assumedZone,
            CreatedAt = clock.GetUtcNow(),
        };
        await using var db = database.Open(profile.WearerId);
        db.Wearers.Add(profile);
        await SaveAsync(db, profile.Name, cancel);
        return profile;
    }

    /// <summary>The wearer of a name or an id; null if there is none.</summary>
    public async Task<WearerProfile?> FindAsync(string nameOrId, CancellationToken cancel)
    {
        if (await directory.FindAsync(nameOrId, cancel) is not { } entry)
        {
            return null;
        }

        await using var db = database.Open(entry.Id);
        return await db.Wearers.AsNoTracking().SingleOrDefaultAsync(wearer => wearer.WearerId == entry.Id, cancel);
    }

    /// <summary>Changes fields of the profile; zones have a method of their own.</summary>
    /// <exception cref="StorageException">There is no such wearer, or the new name is taken or empty.</exception>
    public async Task<WearerProfile> UpdateAsync(Guid wearerId, Action<WearerProfile> change, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var profile = await FindAsync(db, wearerId, cancel);
        change(profile);
        profile.Name = profile.Name.Trim();
        await SaveAsync(db, profile.Name, cancel);
        return profile;
    }

    /// <summary>Says where the wearer lives, from the local midnight of a day on; null for as long as anything is known.</summary>
    /// <exception cref="TimeZoneNotFoundException">The zone is not an IANA id of this system.</exception>
    public async Task SetZoneAsync(Guid wearerId, string zoneId, DateOnly? from, CancellationToken cancel)
    {
        var fromUtc = from is { } day ? ZoneHistory.Of(Known(zoneId)).StartOf(day) : DateTimeOffset.MinValue;
        await using var db = database.Open(wearerId);
        if (await db.Zones.SingleOrDefaultAsync(entry => entry.WearerId == wearerId && entry.FromUtc == fromUtc, cancel) is { } said)
        {
            said.ZoneId = Known(zoneId);
        }
        else
        {
            db.Zones.Add(new ZoneEntry { WearerId = wearerId, FromUtc = fromUtc, ZoneId = Known(zoneId) });
        }

        await db.SaveChangesAsync(cancel);
        await RefreshCurrentZoneAsync(wearerId, cancel);
    }

    /// <summary>Keeps the zone in force now beside the history. To be called when an export showed zones.</summary>
    public async Task RefreshCurrentZoneAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var wearer = await WearerLoader.LoadAsync(db, wearerId, cancel);
        var zone = wearer.Zones.ZoneAt(clock.GetUtcNow()).Id;
        await db.Wearers
            .Where(profile => profile.WearerId == wearerId && profile.CurrentZone != zone)
            .ExecuteUpdateAsync(set => set.SetProperty(profile => profile.CurrentZone, zone), cancel);
    }

    /// <summary>Ranks a source for a metric: lower is trusted first; null goes back to the default.</summary>
    public async Task SetTrustAsync(Guid wearerId, Metric metric, string source, int? rank, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var entry = await db.Trust.SingleOrDefaultAsync(each => each.WearerId == wearerId && each.Metric == metric && each.Source == source, cancel);
        if (entry is not null && rank is null)
        {
            db.Trust.Remove(entry);
        }
        else if (entry is not null && rank is { } changed)
        {
            entry.Rank = changed;
        }
        else if (rank is { } first)
        {
            db.Trust.Add(new TrustEntry { WearerId = wearerId, Metric = metric, Source = source, Rank = first });
        }

        await db.SaveChangesAsync(cancel);
    }

    private static async Task<WearerProfile> FindAsync(KneeTwitchDb db, Guid wearerId, CancellationToken cancel) =>
        await db.Wearers.SingleOrDefaultAsync(wearer => wearer.WearerId == wearerId, cancel) ?? throw new StorageException($"There is no wearer {wearerId}.");

    private static string Known(string zoneId) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone) && zone.HasIanaId
            ? zoneId
            : throw new TimeZoneNotFoundException($"There is no time zone \"{zoneId}\". Give one as Region/City, such as Europe/Berlin.");

    private static async Task SaveAsync(KneeTwitchDb db, string name, CancellationToken cancel)
    {
        if (name.Length == 0)
        {
            throw new StorageException("A wearer needs a name.");
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StorageException($"There is a wearer \"{name}\" already. Choose another name.", taken);
        }
    }
}
