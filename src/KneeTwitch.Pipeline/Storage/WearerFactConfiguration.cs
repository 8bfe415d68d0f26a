using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class WearerFactConfiguration : IEntityTypeConfiguration<WearerFact>
{
    public void Configure(EntityTypeBuilder<WearerFact> row)
    {
        row.ToTable("wearer_facts", table => table.HasComment("What exports say of wearers. Written by Ingesting."));
        row.HasKey(entry => new { entry.WearerId, entry.Kind, entry.At, entry.Value });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
