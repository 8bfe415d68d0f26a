using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class TrustEntryConfiguration : IEntityTypeConfiguration<TrustEntry>
{
    public void Configure(EntityTypeBuilder<TrustEntry> row)
    {
        row.ToTable("trust_order", table => table.HasComment("What wearers changed in the trust order. Written by WearerTable."));
        row.HasKey(entry => new { entry.WearerId, entry.Metric, entry.Source });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
