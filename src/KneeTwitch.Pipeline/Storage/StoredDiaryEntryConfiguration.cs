using KneeTwitch.Core.Diary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class StoredDiaryEntryConfiguration : IEntityTypeConfiguration<StoredDiaryEntry>
{
    public void Configure(EntityTypeBuilder<StoredDiaryEntry> row)
    {
        row.ToTable("diary", table => table.HasComment("What the wearer wrote down, newest version of each entry, deletions kept. Written by DiaryTable, only merged into."));
        row.HasKey(entry => new { entry.WearerId, entry.Key });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.HasOne<SourceEntry>().WithMany().HasForeignKey(entry => new { entry.WearerId, entry.SourceId });
        row.Property(entry => entry.Key).HasMaxLength(DiaryEntry.MaximumKeyLength);
        row.Property(entry => entry.Part).HasConversion<short?>();
        row.Property(entry => entry.What).HasColumnType("jsonb");
        row.HasIndex(entry => new { entry.WearerId, entry.UtcDay }).IncludeProperties(entry => entry.Hash); // Summarizing asks for a wearer's few days.
    }
}
