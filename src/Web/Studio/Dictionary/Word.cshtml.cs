using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Dictionary;

/// <summary>A word that stays in one piece.</summary>
public sealed class WordModel(PortalDb db, DictionaryTrial trial, CurrentMember current, TimeProvider clock) : DictionaryPage(db, current)
{
    protected override async Task<bool> FillAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.DictionaryWords.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } word)
        {
            return false;
        }

        Form = new() { Version = word.Version, Text = word.Text };
        return true;
    }

    protected override Task<int> VersionAsync(Guid id, CancellationToken cancellationToken) =>
        Db.DictionaryWords.Where(w => w.Id == id).Select(w => w.Version).SingleOrDefaultAsync(cancellationToken);

    protected override Task<DictionaryPreview> PreviewAsync(CancellationToken cancellationToken) =>
        trial.OfWordAsync(Id, Form.Text, Form.Samples, Actor, cancellationToken);

    protected override async Task<string> SaveAsync(CancellationToken cancellationToken)
    {
        await (Id is { } id
            ? Db.ChangeWordAsync(id, Form.Version, Form.Text, Actor, clock.GetUtcNow(), cancellationToken)
            : Db.AddWordAsync(Form.Text, Actor, clock.GetUtcNow(), cancellationToken));
        return "บันทึกคำแล้ว กำลังสร้างดัชนีใหม่อยู่เบื้องหลัง การค้นหายังใช้ได้ตามปกติ";
    }
}
