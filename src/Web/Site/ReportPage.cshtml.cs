using KhokNongNa.Portal;
using KhokNongNa.Portal.Data;
using KhokNongNa.Portal.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhokNongNa.Web.Site;

/// <summary>Where a reader says that something on a page is not right, without an account. Never kept, so that it may post.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportPage(PortalDb db, TimeProvider clock) : PageModel
{
    public ReportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? of, CancellationToken cancellationToken) =>
        await db.ReportedPageAsync(of ?? "", cancellationToken) is { } page ? Show(new(page.Address, page.Title, Guid.CreateVersion7())) : NotFound();

    public async Task<IActionResult> OnPostAsync(string? of, Guid id, string? reason, string? text, string? phone, CancellationToken cancellationToken)
    {
        if (await db.ReportedPageAsync(of ?? "", cancellationToken) is not { } page)
        {
            return NotFound();
        }

        var chosen = Enum.TryParse<ReportReason>(reason, out var found) && Enum.IsDefined(found) ? found : (ReportReason?)null;
        var view = new ReportView(page.Address, page.Title, id == Guid.Empty ? Guid.CreateVersion7() : id) { Reason = chosen, Text = text ?? "", Phone = phone ?? "" };
        if (chosen is null)
        {
            return Show(view with { Wrong = [("Reason", "โปรดเลือกว่าเป็นปัญหาแบบใด")] });
        }

        try
        {
            await db.ReportAsync(view.Id, page, chosen.Value, view.Text, view.Phone, clock.GetUtcNow(), cancellationToken);
            return Show(view with { IsSent = true, Text = "", Phone = "" });
        }
        catch (PortalException refusal)
        {
            return Show(view with { Wrong = [(refusal.Field ?? "", refusal.Message)] });
        }
    }

    private PageResult Show(ReportView view)
    {
        View = view;
        ModelState.Clear();
        ViewData.SetHead(new PageHead("แจ้งปัญหา", IsIndexed: false));
        return Page();
    }
}
