using System.Globalization;
using KhokNongNa.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KhokNongNa.Portal.Registers;

/// <summary>
/// A number that a register gave out: <c>3104-P-0001</c> is district, register and a running number (settled 9). The row stays when the record
/// is merged or erased, so that no number is given twice.
/// </summary>
public sealed class RegisterNumber
{
    public required string Number { get; init; }

    /// <summary>Official code of the district, four digits.</summary>
    public required string District { get; init; }

    /// <summary>P person, C centre, L land.</summary>
    public required string Letter { get; init; }

    public required int Running { get; init; }

    public required Guid SubjectId { get; init; }

    private sealed class Config : IEntityTypeConfiguration<RegisterNumber>
    {
        public void Configure(EntityTypeBuilder<RegisterNumber> number)
        {
            number.ToTable("RegisterNumbers");
            number.HasKey(n => n.Number);
            number.HasIndex(n => new { n.District, n.Letter, n.Running }).IsUnique();
            number.HasIndex(n => n.SubjectId);
        }
    }
}

public static class RegisterNumbers
{
    private const int MostRunning = 9999;

    /// <summary>Draws the next number of a district. Call under the journal lock; the caller saves.</summary>
    public static async Task<string> DrawAsync(this PortalDb db, string letter, string area, Guid subject, CancellationToken cancellationToken)
    {
        if (area.Length < 4)
        {
            throw new PortalException("register.district", "ต้องรู้ว่าอยู่อำเภอไหนก่อน จึงออกเลขทะเบียนได้", "area");
        }

        var district = area[..4];
        // What this transaction added is not in the table yet.
        var last = db.RegisterNumbers.Local.Where(n => n.District == district && n.Letter == letter).Select(n => n.Running)
            .Append(await db.RegisterNumbers.Where(n => n.District == district && n.Letter == letter).MaxAsync(n => (int?)n.Running, cancellationToken) ?? 0)
            .Max();
        if (last >= MostRunning)
        {
            throw new PortalException("register.full", "เลขทะเบียนของอำเภอนี้เต็มแล้ว โปรดแจ้งผู้ดูแลระบบ");
        }

        return Add(db, district, letter, last + 1, subject);
    }

    /// <summary>Takes over a number that was given out elsewhere, as a file says; the number that stands when it is this subject's already.</summary>
    /// <exception cref="PortalException">It has not the form of one, or another record has it.</exception>
    internal static async Task TakeAsync(this PortalDb db, string letter, string number, Guid subject, CancellationToken cancellationToken)
    {
        var parts = number.Split('-');
        if (parts is not [{ Length: 4 } district, var kind, { Length: 4 } running] || kind != letter || !district.All(char.IsAsciiDigit)
            || !int.TryParse(running, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at == 0)
        {
            throw new PortalException("register.number", $"เลขทะเบียนต้องเป็นรหัสอำเภอ 4 หลัก ตามด้วย -{letter}- และเลข 4 หลัก เช่น 3104-{letter}-0001", "number");
        }

        if (await db.RegisterNumbers.FindAsync([number], cancellationToken) is not { } known)
        {
            Add(db, district, letter, at, subject);
        }
        else if (known.SubjectId != subject)
        {
            throw new PortalException("register.taken", $"เลขทะเบียน {number} เป็นของรายอื่นแล้ว", "number");
        }
    }

    private static string Add(PortalDb db, string district, string letter, int running, Guid subject)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{district}-{letter}-{running:0000}");
        db.RegisterNumbers.Add(new() { Number = number, District = district, Letter = letter, Running = running, SubjectId = subject });
        return number;
    }
}
