using KneeTwitch.Core.Alerts;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>All tables. Open one with <see cref="WearerDatabase"/>: row-level security then shows one wearer's rows and no others.</summary>
public sealed class KneeTwitchDb(DbContextOptions<KneeTwitchDb> options) : DbContext(options)
{
    public DbSet<WearerProfile> Wearers => Set<WearerProfile>();

    public DbSet<ZoneEntry> Zones => Set<ZoneEntry>();

    public DbSet<WearerFact> Facts => Set<WearerFact>();

    public DbSet<SourceEntry> Sources => Set<SourceEntry>();

    public DbSet<TrustEntry> Trust => Set<TrustEntry>();

    public DbSet<StoredChunk> Readings => Set<StoredChunk>();

    public DbSet<StoredDiaryEntry> Diary => Set<StoredDiaryEntry>();

    public DbSet<StoredTrial> Trials => Set<StoredTrial>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<StoredDay> Days => Set<StoredDay>();

    public DbSet<SummarizedDay> SummarizedDays => Set<SummarizedDay>();

    public DbSet<StoredAssessment> Assessments => Set<StoredAssessment>();

    public DbSet<AnalyzedWearer> AnalyzedWearers => Set<AnalyzedWearer>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Digest> Digests => Set<Digest>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KneeTwitchDb).Assembly);
}
