using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class SummarizedDayConfiguration : IEntityTypeConfiguration<SummarizedDay>
{
    public void Configure(EntityTypeBuilder<SummarizedDay> row)
    {
        row.ToTable("summarized_days", table => table.HasComment("What the readings of a UTC day were when they were summarized last. Written by Summarizing."));
        row.HasKey(entry => new { entry.WearerId, entry.UtcDay });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
