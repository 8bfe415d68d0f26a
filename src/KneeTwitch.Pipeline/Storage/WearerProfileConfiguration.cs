using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KneeTwitch.Pipeline.Storage;

internal sealed class WearerProfileConfiguration : IEntityTypeConfiguration<WearerProfile>
{
    public void Configure(EntityTypeBuilder<WearerProfile> row)
    {
        row.ToTable("wearers", table => table.HasComment("What wearers say of themselves. Written by WearerTable."));
        row.HasKey(entry => new { entry.WearerId });
        row.HasIndex(entry => entry.Name).IsUnique();
        row.HasIndex(entry => entry.CurrentZone); // The schedule asks by zone.
    }
}
