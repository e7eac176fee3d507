using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Sites;

/// <summary>Name, colours and contact of the site; there is one, from the first time that somebody changes it.</summary>
public sealed class SiteSettings : Aggregate
{
    internal static readonly Guid TheOne = new("00000000-0000-7000-8000-000000000001");

    private SiteSettings() { }

    public SiteText Text { get; private set; } = new();

    /// <summary>A picture of the library instead of the theme's drawing; <c>null</c> → the drawing.</summary>
    public Guid? LogoId { get; private set; }

    internal static SiteSettings Create() => new() { Id = TheOne };

    internal void Write(SiteText text, Guid? logo, Actor by, DateTimeOffset now)
    {
        if (!by.May(Permission.Administer, ""))
        {
            throw new PortalException("site.forbidden", "ท่านยังไม่มีสิทธิ์ตั้งค่าเว็บ");
        }

        (Text, LogoId) = (text, logo);
        Record(Verbs.SiteWritten, by, now);
    }

    private sealed class Config : IEntityTypeConfiguration<SiteSettings>
    {
        public void Configure(EntityTypeBuilder<SiteSettings> site)
        {
            site.ToTable("SiteSettings");
            site.Property(s => s.Text).HasJsonConversion();
        }
    }
}
