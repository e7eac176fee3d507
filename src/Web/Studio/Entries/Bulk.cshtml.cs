using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Several texts at once: what will be done with which, and then it is done.</summary>
public sealed class BulkModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    [BindProperty(SupportsGet = true)]
    public List<Guid> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public BulkAct Act { get; set; }

    public IReadOnlyList<(Entry Entry, bool MayBeDone)> Rows { get; private set; } = [];

    public string Words => Act switch
    {
        BulkAct.Confirm => "ยืนยันว่ายังใช้ได้",
        BulkAct.Archive => "เลิกเผยแพร่",
        _ => "ทิ้งลงถังขยะ",
    };

    /// <summary>What becomes of the texts.</summary>
    public string Means => Act switch
    {
        BulkAct.Confirm => $"เรื่องเหล่านี้ถูกต้องตามเดิม จะเตือนให้ทบทวนอีกครั้งใน {Entry.FreshMonths} เดือน",
        BulkAct.Archive => "ผู้อ่านจะไม่เห็นเรื่องเหล่านี้ และลิงก์จากเรื่องอื่นจะเปิดไม่ได้ ประวัติยังอยู่ครบ",
        _ => $"นำกลับได้ภายใน {Trash.Days} วัน หลังจากนั้นลบถาวรพร้อมประวัติและรูป",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Act))
        {
            return NotFound();
        }

        Rows = await db.LookAsync(Act, Ids, Actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Act))
        {
            return NotFound();
        }

        Say($"{Words}แล้ว {await db.DoAsync(Act, Ids, Actor, clock.GetUtcNow(), cancellationToken)} เรื่อง");
        return Redirect("/studio/entries");
    }
}
