using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> row)
    {
        row.ToTable("imports", table => table.HasComment("Runs over exports, and where they are. Written by Importing."));
        row.HasKey(entry => new { entry.WearerId, entry.ImportId });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.HasIndex(entry => entry.ImportId).IsUnique();
        row.HasIndex(entry => entry.State).HasFilter("state in (0, 1, 2)"); // The runner asks for what is still to do.
        row.Property(entry => entry.Rejects).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<List<StoredReject>>(), JsonColumn.Comparer<List<StoredReject>>());
    }
}
