using KhokNongNa.Portal.Programme.Sheets;
using KhokNongNa.Portal.Registers;

namespace KhokNongNa.Web.Studio.Registers.Sheets;

/// <summary>A register on paper: the columns that find room on a sheet lying across.</summary>
/// <param name="Title">«ทะเบียนปราชญ์ อ.นางรอง»</param>
/// <param name="At">When it was taken, for the foot.</param>
public sealed record PrintedSheet(string Title, string Use, DateTimeOffset At, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly string[] First = [SheetColumns.Number, "name", SheetColumns.Tambon, SheetColumns.District];

    public static PrintedSheet Of(SheetFile file, RegisterDesk desk, SheetUse use, string place, DateTimeOffset at)
    {
        var codes = First.Concat(Others(desk.Kind)).ToList();
        var columns = codes.Select(code => file.Columns.ToList().FindIndex(c => c.Code == code)).Where(c => c >= 0).ToList();
        return new($"{desk.Title} {place}", use.Name(), at, [.. columns.Select(c => file.Columns[c].Header)], [.. file.Rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r[c])])]);
    }

    private static string[] Others(FormKind kind) => kind switch
    {
        FormKind.Sage => ["kind", "expertise.0.topic", "expertise.0.what", "contact.phone"],
        FormKind.Plot => ["kind", "round", "size"],
        FormKind.Centre => ["kind", "village.name", "host.name", "capacity", "open"],
        FormKind.Activity => ["on", "hours", "plot", "sages"],
        _ => [],
    };
}
