using KneeTwitch.Core.Days;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class StoredDayConfiguration : IEntityTypeConfiguration<StoredDay>
{
    public void Configure(EntityTypeBuilder<StoredDay> row)
    {
        row.ToTable("days", table => table.HasComment("One true number a metric and civil day, as parallel arrays. Written by Summarizing."));
        row.HasKey(entry => new { entry.WearerId, entry.Day });
        row.HasOne<WearerProfile>().WithMany().HasForeignKey(entry => entry.WearerId).OnDelete(DeleteBehavior.Cascade); // Forgetting someone is one delete.
        row.Property(entry => entry.Sessions).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<List<Session>>(), JsonColumn.Comparer<List<Session>>());
        row.Property(entry => entry.Asleep).HasDefaultValueSql("'{}'");
        row.Property(entry => entry.Provenance).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<List<StoredProvenance>>(), JsonColumn.Comparer<List<StoredProvenance>>());
        row.Property(entry => entry.Notes).HasColumnType("jsonb").HasConversion(JsonColumn.Converter<List<DayNote>>(), JsonColumn.Comparer<List<DayNote>>());
    }
}
