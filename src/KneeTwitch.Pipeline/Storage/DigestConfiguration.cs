using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class DigestConfiguration : IEntityTypeConfiguration<Digest>
{
    public void Configure(EntityTypeBuilder<Digest> row)
    {
        row.ToTable("digests", table => table.HasComment("Weekly mails, claimed before they are sent. Written by Reporting."));
        row.HasKey(entry => new { entry.WearerId, entry.WeekEnding });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
    }
}
