using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Network;

/// <summary>
/// A province, district or tambon by its official code of 2, 4 or 6 digits. A name is never a key: เมืองไผ่ is a tambon of two districts.
/// </summary>
public sealed class Area
{
    public required string Code { get; init; }

    public required string NameTh { get; init; }

    public required string NameEn { get; init; }

    public string Postcode { get; init; } = "";

    /// <summary>Degrees, WGS 84; centroid where known.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string SortKey { get; init; } = "";

    /// <summary>«จ.บุรีรัมย์», «อ.นางรอง», «ต.หนองโสน»; Bangkok's carry their own words.</summary>
    public string ShortName => Code.Length switch
    {
        2 => Code == "10" ? NameTh : $"จ.{NameTh}",
        4 => NameTh.StartsWith("เขต", StringComparison.Ordinal) ? NameTh : $"อ.{NameTh}",
        _ => Code.StartsWith("10", StringComparison.Ordinal) ? $"แขวง{NameTh}" : $"ต.{NameTh}",
    };

    /// <summary>Whether a text has the form of an official code; not whether there is such an area.</summary>
    public static bool IsCode(string text) => text.Length is 2 or 4 or 6 && text.All(char.IsAsciiDigit);

    /// <summary>The district that a code lies in; <c>null</c> for a province.</summary>
    public static string? District(string code) => code.Length >= 4 ? code[..4] : null;

    public static Area Create(string code, string nameTh, string nameEn, string postcode, double? latitude, double? longitude) => new()
    {
        Code = code,
        NameTh = nameTh,
        NameEn = nameEn,
        Postcode = postcode,
        Latitude = latitude,
        Longitude = longitude,
        SortKey = ThaiSort.Key(nameTh),
    };

    /// <summary>Whether another description of the same code says nothing new.</summary>
    internal bool SaysTheSame(Area other) =>
        (NameTh, NameEn, Postcode, Latitude, Longitude) == (other.NameTh, other.NameEn, other.Postcode, other.Latitude, other.Longitude);

    private sealed class Config : IEntityTypeConfiguration<Area>
    {
        public void Configure(EntityTypeBuilder<Area> area)
        {
            area.ToTable("Areas");
            area.HasKey(a => a.Code);
            area.Property(a => a.Code).ValueGeneratedNever();
        }
    }
}
