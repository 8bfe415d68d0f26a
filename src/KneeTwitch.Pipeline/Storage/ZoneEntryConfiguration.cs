using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class ZoneEntryConfiguration : IEntityTypeConfiguration<ZoneEntry>
{
    public void Configure(EntityTypeBuilder<ZoneEntry> row)
    {
        row.ToTable("zones", table => table.HasComment("Where wearers say they live, from when on. Written by WearerTable."));
        row.HasKey(entry => new { entry.WearerId, entry.FromUtc });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
