using System.Globalization;
using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Network;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Portal.Registers.Duplicates;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Registers.Duplicates;

/// <summary>Two records of one person side by side: which value of each field stays is chosen, then they are one. What was chosen stays when it cannot be done.</summary>
public sealed class MergeModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    private const string Pick = "pick.";
    private const string Keep = "keep.";
    private const string OfOther = "other";

    private HashSet<string>? _fromOther;
    private HashSet<(string Code, int Item)> _dropped = [];

    public Sage Kept { get; private set; } = null!;

    public Sage Other { get; private set; } = null!;

    public Places Places { get; private set; } = null!;

    public FormDefinition? Definition { get; private set; }

    /// <summary>Fields in the form's order.</summary>
    public IReadOnlyList<MergeField> Fields { get; private set; } = [];

    public IReadOnlyList<MergeList> Lists { get; private set; } = [];

    public string? Wrong { get; private set; }

    public IEnumerable<MergeField> Differing => Fields.Where(f => f.Kept != f.Other);

    public IEnumerable<MergeField> Same => Fields.Where(f => f.Kept == f.Other && f.Kept.Length > 0);

    public string Label(string code) => Definition?.Fields.FirstOrDefault(f => f.Code == code)?.Label ?? code;

    public bool IsFromOther(MergeField field) => _fromOther?.Contains(field.Code) ?? field.PrefersOther;

    public bool IsKept(MergeList list, int item) => !_dropped.Contains((list.Code, item));

    public static string Number(Sage sage) => sage.Number ?? "ยังไม่มีเลขทะเบียน";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? with, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, with, cancellationToken))
        {
            return NotFound();
        }

        // A number that was given out stays in use.
        return Kept.Number is null && Other.Number is not null ? Redirect($"/studio/sages/{Other.Id}/merge?with={Kept.Id}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? with, int keptRevision, int otherRevision, string? confirm, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, with, cancellationToken))
        {
            return NotFound();
        }

        ReadChoice();
        if (confirm != "yes")
        {
            Wrong = "โปรดติ๊กยืนยันข้างล่างว่าเป็นคนเดียวกัน";
            return Page();
        }

        try
        {
            var ask = new MergeAsk(id, keptRevision, Other.Id, otherRevision, new(_fromOther!, _dropped));
            if (!await db.MergeAsync(ask, Actor, clock.GetUtcNow(), cancellationToken))
            {
                Wrong = "มีคนแก้รายการใดรายการหนึ่งระหว่างที่ท่านเทียบ หน้านี้แสดงฉบับล่าสุดแล้ว โปรดดูอีกครั้งก่อนรวม";
                return Page();
            }
        }
        catch (PortalException refusal)
        {
            Wrong = refusal.Message;
            return Page();
        }

        Say($"รวมแล้ว {(Other.Number is { } number ? $"เลขทะเบียน {number} และ" : "")}ที่อยู่เดิมพามาที่รายการนี้ โปรดตรวจดูแล้วส่งให้คนที่สองตรวจ");
        return Redirect($"/studio/sages/{id}");
    }

    private void ReadChoice()
    {
        _fromOther = [.. Request.Form.Where(f => f.Key.StartsWith(Pick, StringComparison.Ordinal) && f.Value.Contains(OfOther)).Select(f => f.Key[Pick.Length..])];
        _dropped =
        [
            .. from list in Lists
               let kept = Request.Form[Keep + list.Code].ToHashSet()
               from item in Enumerable.Range(0, list.Items.Count)
               where !kept.Contains(item.ToString(CultureInfo.InvariantCulture))
               select (list.Code, item),
        ];
    }

    private async Task<bool> LoadAsync(Guid id, Guid? with, CancellationToken cancellationToken)
    {
        var sages = await db.RecordsFor<Sage>(Actor).AsNoTracking().Where(s => s.Id == id || s.Id == with).ToListAsync(cancellationToken);
        if (sages.Count != 2 || !sages.All(s => Actor.May(Permission.Certify, s.AreaCode) && Actor.May(Permission.Certify, s.LatestArea)))
        {
            return false;
        }

        (Kept, Other) = (sages.Single(s => s.Id == id), sages.Single(s => s.Id == with));
        Places = await db.PlacesAsync([Kept.LatestArea, Other.LatestArea], cancellationToken);
        Definition = await db.FormOfAsync(Kept, cancellationToken);
        var words = await AnswerWords.LoadAsync(db, sages, cancellationToken);
        var (fields, lists) = MergeFields.Compare(Kept.Latest, Other.Latest, Other.ChangedAt > Kept.ChangedAt, words);
        var order = Definition?.Fields.Select(f => f.Code).ToList() ?? [];
        (Fields, Lists) = ([.. fields.Values.OrderBy(f => Place(f.Code))], [.. lists.Values.OrderBy(l => Place(l.Code))]);
        return true;

        int Place(string code) => order.IndexOf(code) is >= 0 and var at ? at : int.MaxValue;
    }
}
