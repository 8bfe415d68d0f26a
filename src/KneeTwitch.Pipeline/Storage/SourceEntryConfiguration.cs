using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class SourceEntryConfiguration : IEntityTypeConfiguration<SourceEntry>
{
    public void Configure(EntityTypeBuilder<SourceEntry> row)
    {
        row.ToTable("sources", table => table.HasComment("Devices and apps, and the number their readings carry. Written by Ingesting."));
        row.HasKey(entry => new { entry.WearerId, entry.SourceId });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.Property(entry => entry.SourceId).UseIdentityAlwaysColumn();
        row.HasIndex(entry => new { entry.WearerId, entry.Name }).IsUnique();
    }
}
