using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class AnalyzedWearerConfiguration : IEntityTypeConfiguration<AnalyzedWearer>
{
    public void Configure(EntityTypeBuilder<AnalyzedWearer> row)
    {
        row.ToTable("analyzed_wearers", table => table.HasComment("How far wearers are judged. Written by Analyzing."));
        row.HasKey(entry => new { entry.WearerId });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
