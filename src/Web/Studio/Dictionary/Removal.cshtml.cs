using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Searching.Words;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace KhokNongNa.Web.Studio.Dictionary;

/// <summary>Takes a word or a pair out of the dictionary; it can be added again.</summary>
public sealed class RemovalModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public IActionResult OnGet() => Actor.May(Permission.Administer, "") ? Redirect("/studio/dictionary") : NotFound();

    public async Task<IActionResult> OnPostAsync(string list, Guid id, CancellationToken cancellationToken)
    {
        if (!Actor.May(Permission.Administer, "") || list is not ("words" or "synonyms"))
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        return list == "words"
            ? await TryAsync(() => db.RemoveWordAsync(id, Actor, now, cancellationToken), "เอาคำออกแล้ว กำลังสร้างดัชนีใหม่อยู่เบื้องหลัง", DictionaryModel.Address(false))
            : await TryAsync(() => db.RemoveSynonymsAsync(id, Actor, now, cancellationToken), "เอาคำพ้องออกแล้ว", DictionaryModel.Address(true));
    }
}
