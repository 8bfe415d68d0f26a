using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class StoredAssessmentConfiguration : IEntityTypeConfiguration<StoredAssessment>
{
    public void Configure(EntityTypeBuilder<StoredAssessment> row)
    {
        row.ToTable("assessments", table => table.HasComment("The ledger: every factor on every day. Written by Analyzing."));
        row.HasKey(entry => new { entry.WearerId, entry.Factor, entry.Day });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.Property(entry => entry.Evidence).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<Dictionary<string, double>>(), JsonColumn.Comparer<Dictionary<string, double>>());
        row.HasIndex(entry => new { entry.WearerId, entry.Day });
    }
}
