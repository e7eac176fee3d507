using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Portal.Registers;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Registers;

/// <summary>A second person reads a record field by field, and finds it right or sends it back with remarks. What was typed stays when it cannot be sent.</summary>
public sealed class CheckModel(PortalDb db, CurrentMember current, TimeProvider clock) : RegisterPage(db, current, clock)
{
    private const string RemarkPrefix = "remark.";

    public Registered Record { get; private set; } = null!;

    public FormDefinition Definition { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    public Dictionary<string, string> Remarks { get; private set; } = [];

    public string? Wrong { get; private set; }

    public bool IsWriter => Record.WriterIds.Contains(MemberId);

    public string RecordUrl => $"{Desk.Url}/{Record.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int revision, string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Remarks = Request.Form.Where(p => p.Key.StartsWith(RemarkPrefix, StringComparison.Ordinal))
            .Select(p => (Code: p.Key[RemarkPrefix.Length..], Text: EntryRules.Block(p.Value.ToString())))
            .Where(r => r.Text.Length > 0)
            .ToDictionary(r => r.Code, r => r.Text);
        try
        {
            if (Remarks.Values.Any(r => r.Length > RecordRemark.MostLength))
            {
                throw new PortalException("register.remark", $"ข้อความถึงผู้บันทึกยาวได้ไม่เกิน {RecordRemark.MostLength:N0} ตัวอักษรต่อช่อง");
            }

            if (act == "return")
            {
                var asked = Definition.Fields.Select(f => f.Code).Append("").ToHashSet();
                await Desk.ReturnAsync(Db, id, revision, [.. Remarks.Where(r => asked.Contains(r.Key)).Select(r => (r.Key, r.Value))], Actor, Now, cancellationToken);
                Say("ตีกลับให้ผู้บันทึกแก้แล้ว");
            }
            else
            {
                if (Remarks.Count > 0)
                {
                    throw new PortalException("register.remark", "ท่านเขียนสิ่งที่ต้องแก้ไว้ ถ้าจะให้แก้กด «ตีกลับ» ถ้าถูกต้องแล้วลบข้อความออกก่อน");
                }

                await Desk.CheckAsync(Db, id, revision, Actor, Now, cancellationToken);
                Say("ตรวจแล้วถูกต้อง");
            }
        }
        catch (PortalException refusal)
        {
            Wrong = refusal.Message;
            return Page();
        }

        return Redirect(RecordUrl);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Desk.FindAsync(Db, Actor, id, cancellationToken) is not { } record
            || !Actor.May(Permission.Check, record.AreaCode)
            || await Db.FormOfAsync(record, cancellationToken) is not { } form)
        {
            return false;
        }

        (Record, Definition) = (record, form);
        Answers = await Db.AnswersAsync(record, cancellationToken);
        return true;
    }
}
