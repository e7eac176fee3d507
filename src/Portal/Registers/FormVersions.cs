using System.Globalization;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Portal.Registers;

/// <summary>The next version of a form.</summary>
/// <param name="Id">That the page gave it, so that the same page sent twice is one version.</param>
/// <param name="Area">A province with a form of its own; empty → everywhere.</param>
/// <param name="After">Number of the newest version in the area when the page was opened; 0 → none.</param>
public sealed record NextForm(Guid Id, FormKind Kind, string Area, int After, string Title, string Source, IReadOnlyList<FormField> Fields);

/// <summary>Forms in versions: what is asked for differently is a new version, and records take it when they are written again.</summary>
public static class FormVersions
{
    /// <summary>Begins the codes of fields that were added in the Studio.</summary>
    private const string OwnCode = "own-";

    /// <exception cref="PortalException">Somebody else made a version meanwhile, or a field is not well defined.</exception>
    public static Task AddFormAsync(this PortalDb db, NextForm next, Actor by, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.InTransaction(
            async () =>
            {
                if (await db.FormDefinitions.AnyAsync(f => f.Id == next.Id, cancellationToken))
                {
                    return;
                }

                if (next.Area.Length > 0 && !await db.Areas.AnyAsync(a => a.Code == next.Area && a.Code.Length == 2, cancellationToken))
                {
                    throw new PortalException("form.area", "โปรดเลือกจังหวัด", "area");
                }

                if (await db.NewestFormAsync(next.Kind, next.Area, cancellationToken) != next.After)
                {
                    throw new PortalException("form.newer", "มีคนทำรุ่นใหม่ของแบบฟอร์มนี้ระหว่างที่ท่านแก้ โปรดดูรุ่นนั้นก่อน แล้วบันทึกอีกครั้งถ้ายังต้องการ");
                }

                if (EntryRules.Line(next.Title).Length is 0 or > EntryRules.TitleLength)
                {
                    throw new PortalException("form.title", $"โปรดใส่ชื่อแบบฟอร์ม ไม่เกิน {EntryRules.TitleLength} ตัวอักษร", "title");
                }

                var form = FormDefinition.Create(await db.FormKeyAsync(next, cancellationToken), next.Id);
                form.Write(next.Kind, next.After + 1, next.Area, EntryRules.Line(next.Title), EntryRules.Block(next.Source), next.Fields, by, now);
                db.FormDefinitions.Add(form);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>Number of the newest version that holds in exactly this area; 0 → none.</summary>
    public static async Task<int> NewestFormAsync(this PortalDb db, FormKind kind, string area, CancellationToken cancellationToken) =>
        await db.FormDefinitions.Where(f => f.Kind == kind && f.AreaCode == area).MaxAsync(f => (int?)f.Number, cancellationToken) ?? 0;

    /// <summary>A code for a field that is added: none that any version had, for its answers would be mixed with this one's.</summary>
    public static async Task<Func<string>> FreeCodesAsync(this PortalDb db, FormKind kind, CancellationToken cancellationToken)
    {
        var forms = await db.FormDefinitions.AsNoTracking().Where(f => f.Kind == kind).ToListAsync(cancellationToken);
        var last = forms.SelectMany(f => f.Fields).Select(f => f.Code).Where(c => c.StartsWith(OwnCode, StringComparison.Ordinal))
            .Select(c => int.TryParse(c[OwnCode.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return () => string.Create(CultureInfo.InvariantCulture, $"{OwnCode}{++last}");
    }

    private static async Task<string> FormKeyAsync(this PortalDb db, NextForm next, CancellationToken cancellationToken)
    {
        var stem = next.Kind.ToString().ToLowerInvariant() + (next.Area.Length > 0 ? $"-{next.Area}" : "");
        var taken = await db.FormDefinitions.Select(f => f.Key).ToListAsync(cancellationToken);
        return Enumerable.Range(next.After + 1, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}")).First(key => !taken.Contains(key));
    }
}
