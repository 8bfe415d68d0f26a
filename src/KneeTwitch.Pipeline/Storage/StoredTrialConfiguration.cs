using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class StoredTrialConfiguration : IEntityTypeConfiguration<StoredTrial>
{
    public void Configure(EntityTypeBuilder<StoredTrial> row)
    {
        row.ToTable("trials", table => table.HasComment("On/off trials of relief strategies, their order drawn and kept before the start. Written by TrialTable."));
        row.HasKey(entry => new { entry.WearerId, entry.TrialId });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.Property(entry => entry.Strategy).HasMaxLength(8);
    }
}
