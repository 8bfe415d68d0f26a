using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class StoredChunkConfiguration : IEntityTypeConfiguration<StoredChunk>
{
    public void Configure(EntityTypeBuilder<StoredChunk> row)
    {
        row.ToTable("readings", table => table.HasComment("All that devices ever said. Written by ReadingTable, only merged into."));
        row.HasKey(entry => new { entry.WearerId, entry.Metric, entry.SourceId, entry.UtcDay });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.

        // No surrogate id: the same measurement read twice must collide. That is what makes an import repeatable.
        row.HasOne<SourceEntry>().WithMany().HasForeignKey(entry => new { entry.WearerId, entry.SourceId });
        row.HasIndex(entry => new { entry.WearerId, entry.UtcDay }).IncludeProperties(entry => entry.Hash); // Summarizing asks for a wearer's few days.
    }
}
