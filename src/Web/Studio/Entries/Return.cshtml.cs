using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Identity;
using KhokNongNa.Portal.Knowledge;
using KhokNongNa.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KhokNongNa.Web.Studio.Entries;

/// <summary>Sends a text back to its author with remarks, as a whole and at its fields; what was typed stays when it cannot be sent.</summary>
public sealed class ReturnModel(PortalDb db, CurrentMember current, TimeProvider clock) : StudioPage(current)
{
    public Entry Entry { get; private set; } = null!;

    /// <summary>The fields of the text, with what stands in them; the empty ones last.</summary>
    public IReadOnlyList<(string Field, string Name, string Text)> Fields { get; private set; } = [];

    public string Remark { get; private set; } = "";

    /// <summary>What was typed at each field.</summary>
    public IReadOnlyDictionary<string, string?> At { get; private set; } = new Dictionary<string, string?>();

    public (string? Field, string Message)? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? remark, Dictionary<string, string?>? at, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Remark, At) = (remark ?? "", at ?? []);
        try
        {
            List<FieldRemark> remarks = [new("", Remark), .. Fields.Select(f => new FieldRemark(f.Field, At.GetValueOrDefault(f.Field) ?? ""))];
            await db.ActAsync(
                id,
                Actor,
                e =>
                {
                    e.Return(remarks, Actor, clock.GetUtcNow());
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (PortalException refusal)
        {
            Wrong = (refusal.Field, refusal.Message);
            ModelState.Clear();
            return Page();
        }

        Say("ส่งกลับให้ผู้เขียนแก้แล้ว");
        return Redirect($"/studio/entries/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.EntriesFor(Actor, Permission.Review).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        var content = (await db.RevisionAsync(id, entry.LatestNumber, cancellationToken))!.Content;
        Fields = [.. (await FieldTexts.LoadAsync(db, [content], cancellationToken)).Of(entry.Type, content).OrderBy(f => f.Text.Length == 0)];
        return true;
    }
}
