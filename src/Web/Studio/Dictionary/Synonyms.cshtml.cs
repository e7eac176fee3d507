using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Dictionary;

/// <summary>A word of the village and the one that texts use.</summary>
public sealed class SynonymsModel(PortalDb db, DictionaryTrial trial, CurrentMember current, TimeProvider clock) : DictionaryPage(db, current)
{
    protected override async Task<bool> FillAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Db.SynonymPairs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } pair)
        {
            return false;
        }

        Form = new() { Version = pair.Version, From = pair.From, To = pair.To, IsMutual = pair.IsMutual };
        return true;
    }

    protected override Task<int> VersionAsync(Guid id, CancellationToken cancellationToken) =>
        Db.SynonymPairs.Where(p => p.Id == id).Select(p => p.Version).SingleOrDefaultAsync(cancellationToken);

    protected override Task<DictionaryPreview> PreviewAsync(CancellationToken cancellationToken) =>
        trial.OfSynonymsAsync(Id, Form.From, Form.To, Form.IsMutual, Form.Samples, Actor, cancellationToken);

    protected override async Task<string> SaveAsync(CancellationToken cancellationToken)
    {
        await (Id is { } id
            ? Db.ChangeSynonymsAsync(id, Form.Version, Form.From, Form.To, Form.IsMutual, Actor, clock.GetUtcNow(), cancellationToken)
            : Db.AddSynonymsAsync(Form.From, Form.To, Form.IsMutual, Actor, clock.GetUtcNow(), cancellationToken));
        return "บันทึกคำพ้องแล้ว ใช้กับการค้นหาได้ทันที";
    }
}
