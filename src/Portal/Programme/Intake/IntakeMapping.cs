using System.Security.Cryptography;
using System.Text;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Thai;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Programme.Intake;

/// <summary>
/// Which column is which in the sheets of a district, so that nobody is asked twice. The headings are kept as a hash: somebody may have pasted
/// a table without any, and then they are a person.
/// </summary>
public sealed class IntakeMapping
{
    public required FormKind Register { get; init; }

    /// <summary>Official code of the district or province.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Of the headings, in whatever order they stand.</summary>
    public required string HeaderHash { get; init; }

    /// <summary>Code of the field of each column, in the order of the headings' hashes.</summary>
    public required IReadOnlyList<string> Columns { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Hash of the headings, and the order in which their columns are remembered.</summary>
    public static (string Hash, int[] Order) Key(IReadOnlyList<string> header)
    {
        var keys = header.Select(h => Hash(string.Concat(ThaiText.Fold(ThaiText.Normalize(h)).Where(c => !char.IsWhiteSpace(c))))).ToList();
        int[] order = [.. Enumerable.Range(0, keys.Count).OrderBy(i => keys[i], StringComparer.Ordinal)];
        return (Hash(string.Join('\n', order.Select(i => keys[i]))), order);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class Config : IEntityTypeConfiguration<IntakeMapping>
    {
        public void Configure(EntityTypeBuilder<IntakeMapping> mapping)
        {
            mapping.ToTable("IntakeMappings");
            mapping.HasKey(m => new { m.Register, m.AreaCode, m.HeaderHash });
            mapping.Property(m => m.Columns).HasJsonConversion();
        }
    }
}
