using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> row)
    {
        row.ToTable("import_batches", table => table.HasComment("Batches that are stored. Written by Ingesting in the transaction of the merge."));
        row.HasKey(entry => new { entry.WearerId, entry.ImportId, entry.Attempt, entry.Batch });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.HasOne<Import>().WithMany().HasForeignKey(entry => new { entry.WearerId, entry.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}
